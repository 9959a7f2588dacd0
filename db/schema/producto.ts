import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { comunes, entero8, id, instante } from './_columns';
import { archivo } from './archivo';
import { sucursal } from './sucursal';

/**
 * A group of products, inside another or at the top. A trigger keeps the tree a tree of at most four levels. Names are
 * unique in the whole tree, so that a file names a category by its name alone.
 */
export const categoria = pgTable(
  'categoria',
  {
    id: id(),
    nombre: text('nombre').notNull(),
    idPadre: integer('id_padre').references((): AnyPgColumn => categoria.id),
    ...comunes(),
  },
  (t) => [
    uniqueIndex('categoria_nombre').on(sql`lower(${t.nombre})`).where(sql`${t.estado}`),
    index('categoria_padre').on(t.idPadre),
    check('categoria_no_propia', sql`${t.idPadre} <> ${t.id}`),
  ],
);

/** What is sold. Stock lives in `existencia`, by branch; `costo_compra` is the last cost and never touches its value. */
export const producto = pgTable(
  'producto',
  {
    id: id(),
    nombre: text('nombre').notNull(),
    /** The main code; all of them, this one too, stand in `codigo_producto`, kept by trigger. */
    codigoBarras: text('codigo_barras'),
    /** The shop's own reference. */
    sku: text('sku'),
    unidad: text('unidad').notNull().default('unidad'),
    idCategoria: integer('id_categoria')
      .notNull()
      .references(() => categoria.id),
    precioVenta: entero8('precio_venta').notNull(),
    costoCompra: entero8('costo_compra').notNull(),
    /** Thousandths under which it is low. */
    stockMinimo: entero8('stock_minimo').notNull().default(0),
    /** How many days of sales should be on the shelf; `null` when only the minimum watches. */
    diasCobertura: integer('dias_cobertura'),
    /** How IVA treats it. */
    tratamiento: text('tratamiento').notNull().default('GRAVADO'),
    /** What the counter does when there is not enough: refuse, or warn and sell to whoever has the right. */
    politicaSobreventa: text('politica_sobreventa').notNull().default('RECHAZAR'),
    /** Its picture. */
    idImagen: integer('id_imagen').references(() => archivo.id),
    favorito: boolean('favorito').notNull().default(false),
    /** Name and code, lower case, without accents: what search looks in (`lib/producto/rules.ts`). */
    busqueda: text('busqueda').notNull(),
    ...comunes(),
  },
  (t) => [
    uniqueIndex('producto_codigo_barras').on(t.codigoBarras).where(sql`${t.estado}`),
    uniqueIndex('producto_sku').on(sql`lower(${t.sku})`).where(sql`${t.estado}`),
    index('producto_busqueda').using('gin', t.busqueda.op('gin_trgm_ops')),
    index('producto_categoria').on(t.idCategoria),
    index('producto_favorito').on(t.id).where(sql`${t.favorito} and ${t.estado}`),
    check('producto_unidad', sql`${t.unidad} in ('unidad', 'kg', 'l', 'm')`),
    check('producto_tratamiento', sql`${t.tratamiento} in ('GRAVADO', 'EXENTO', 'TASA_CERO')`),
    check('producto_sobreventa', sql`${t.politicaSobreventa} in ('RECHAZAR', 'AVISAR')`),
    check('producto_cobertura', sql`${t.diasCobertura} between 1 and 365`),
    check('producto_precio', sql`${t.precioVenta} >= 0 and ${t.costoCompra} >= 0 and ${t.stockMinimo} >= 0`),
  ],
);

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** A file of products: read by the worker, shown, and only then applied as a whole; it may be undone. */
export const importacion = pgTable(
  'importacion',
  {
    id: id(),
    archivo: text('archivo').notNull(),
    situacion: text('situacion').notNull(),
    filas: integer('filas').notNull(),
    filasMalas: integer('filas_malas').notNull(),
    filasHechas: integer('filas_hechas').notNull().default(0),
    /** What was found, chosen and done (`ResumenImportacion`). */
    resumen: jsonb('resumen'),
    falla: text('falla'),
    idSucursal: integer('id_sucursal')
      .notNull()
      .references(() => sucursal.id),
    terminadaEn: instante('terminada_en'),
    ...comunes(),
  },
  (t) => [
    check(
      'importacion_situacion',
      sql`${t.situacion} in ('LEYENDO', 'COLUMNAS', 'ILEGIBLE', 'REVISADA', 'EN_COLA', 'APLICANDO', 'APLICADA', 'FALLIDA', 'DESCARTADA', 'DESHACIENDO', 'DESHECHA')`,
    ),
  ],
);

export const importacionFila = pgTable(
  'importacion_fila',
  {
    idImportacion: integer('id_importacion')
      .notNull()
      .references(() => importacion.id, { onDelete: 'cascade' }),
    linea: integer('linea').notNull(),
    /** The row as read, by column name. */
    crudo: jsonb('crudo').notNull(),
    /** The row understood (centavos and thousandths), when it is good. */
    datos: jsonb('datos'),
    falla: text('falla'),
  },
  (t) => [primaryKey({ columns: [t.idImportacion, t.linea] })],
);

/** The file itself, until it is applied or discarded: its columns may be matched again. */
export const importacionContenido = pgTable('importacion_contenido', {
  idImportacion: integer('id_importacion')
    .primaryKey()
    .references(() => importacion.id, { onDelete: 'cascade' }),
  bytes: bytes('bytes').notNull(),
});

/** What an import did to one product: created it (`antes` null), or changed it from this to that. Immutable. */
export const importacionProducto = pgTable(
  'importacion_producto',
  {
    idImportacion: integer('id_importacion')
      .notNull()
      .references(() => importacion.id),
    idProducto: integer('id_producto')
      .notNull()
      .references(() => producto.id),
    antes: jsonb('antes'),
    despues: jsonb('despues'),
  },
  (t) => [
    primaryKey({ columns: [t.idImportacion, t.idProducto] }),
    index('importacion_producto_de').on(t.idProducto),
    check('importacion_producto_cambio', sql`(${t.antes} is null) = (${t.despues} is null)`),
  ],
);
