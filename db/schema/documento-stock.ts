import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { entero8, id, instante } from './_columns';
import { asiento } from './libro';
import { producto } from './producto';
import { sucursal } from './sucursal';

/**
 * The last number of each series of stock documents of a branch: E entries, S exits, A adjustments, C counts, T transfers, N
 * voids.
 */
export const serieStock = pgTable(
  'serie_stock',
  {
    idSucursal: integer('id_sucursal')
      .notNull()
      .references(() => sucursal.id),
    serie: text('serie').notNull(),
    ultimo: integer('ultimo').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.idSucursal, t.serie] }),
    check('serie_stock_serie', sql`${t.serie} in ('E', 'S', 'A', 'C', 'T', 'N')`),
    check('serie_stock_ultimo', sql`${t.ultimo} > 0`),
  ],
);

/**
 * Goods that came in or went out of a branch without a sale: an entry, a loss, own use, an adjustment, what a fact of the
 * counter showed to be missing, or the void of one of these. Immutable.
 */
export const documentoStock = pgTable(
  'documento_stock',
  {
    id: id(),
    tipo: text('tipo').notNull(),
    /** `R` for what posts itself: it has no series of its own, and its number is its id. */
    serie: text('serie').notNull(),
    numero: integer('numero').notNull(),
    idSucursal: integer('id_sucursal')
      .notNull()
      .references(() => sucursal.id),
    fecha: instante('fecha').notNull(),
    /** What kind of entry it is: it decides the account against which it posts. */
    concepto: text('concepto'),
    motivo: text('motivo').notNull(),
    proveedor: text('proveedor'),
    /** Signed centavos: what the branch's stock gained or lost. */
    valor: entero8('valor').notNull(),
    idAsiento: entero8('id_asiento').references(() => asiento.id),
    idUsuario: integer('id_usuario').notNull(),
    /** What made it necessary, when it posted itself; of a void, the document that it voids. */
    tipoOrigen: text('tipo_origen'),
    idOrigen: integer('id_origen'),
  },
  (t) => [
    unique('documento_stock_numero').on(t.idSucursal, t.serie, t.numero),
    index('documento_stock_fecha').on(t.idSucursal, t.fecha, t.id),
    index('documento_stock_origen').on(t.tipoOrigen, t.idOrigen),
    check(
      'documento_stock_tipo',
      sql`${t.tipo} in ('ENTRADA', 'MERMA', 'CONSUMO', 'VENCIDO', 'AJUSTE', 'REGULARIZACION', 'ANULACION')`,
    ),
    check(
      'documento_stock_serie',
      sql`${t.serie} = case ${t.tipo} when 'ENTRADA' then 'E' when 'AJUSTE' then 'A' when 'REGULARIZACION' then 'R' when 'ANULACION' then 'N' else 'S' end`,
    ),
    check('documento_stock_concepto', sql`(${t.tipo} = 'ENTRADA') = (${t.concepto} is not null)`),
    check('documento_stock_asiento', sql`${t.valor} = 0 or ${t.idAsiento} is not null`),
    check('documento_stock_origen', sql`(${t.tipoOrigen} is null) = (${t.idOrigen} is null)`),
    check(
      'documento_stock_anulacion',
      sql`(${t.tipo} = 'ANULACION') = (coalesce(${t.tipoOrigen}, '') = 'documento_stock')`,
    ),
    uniqueIndex('documento_stock_anulado').on(t.idOrigen).where(sql`${t.tipo} = 'ANULACION'`),
  ],
);

/** What a stock document moved of one product; quantity and value signed, as in the kardex. Immutable. */
export const detalleDocumentoStock = pgTable(
  'detalle_documento_stock',
  {
    idDocumento: integer('id_documento')
      .notNull()
      .references(() => documentoStock.id),
    linea: integer('linea').notNull(),
    idProducto: integer('id_producto')
      .notNull()
      .references(() => producto.id),
    /** As it was called that day. */
    nombre: text('nombre').notNull(),
    unidad: text('unidad').notNull(),
    cantidad: entero8('cantidad').notNull(),
    valor: entero8('valor').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.idDocumento, t.linea] }),
    index('detalle_documento_stock_producto').on(t.idProducto),
    check('detalle_documento_stock_cantidad', sql`${t.cantidad} <> 0`),
    check('detalle_documento_stock_signo', sql`${t.valor} = 0 or (${t.cantidad} > 0) = (${t.valor} > 0)`),
  ],
);

/** Every last cost a product has had, from when and instead of which. Written by trigger; immutable. */
export const costoProducto = pgTable(
  'costo_producto',
  {
    id: entero8('id').primaryKey().generatedAlwaysAsIdentity(),
    idProducto: integer('id_producto')
      .notNull()
      .references(() => producto.id),
    antes: entero8('antes').notNull(),
    costo: entero8('costo').notNull(),
    fecha: instante('fecha').notNull(),
    idUsuario: integer('id_usuario').notNull(),
  },
  (t) => [index('costo_producto_fecha').on(t.fecha), index('costo_producto_de').on(t.idProducto, t.id)],
);
