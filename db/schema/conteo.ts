import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { entero8, id, instante } from './_columns';
import { asiento } from './libro';
import { categoria, producto } from './producto';
import { sucursal } from './sucursal';

/** A physical count of a branch, of a category, or of whatever gets scanned. Sales go on meanwhile. */
export const conteo = pgTable(
  'conteo',
  {
    id: id(),
    numero: integer('numero').notNull(),
    idSucursal: integer('id_sucursal')
      .notNull()
      .references(() => sucursal.id),
    alcance: text('alcance').notNull(),
    idCategoria: integer('id_categoria').references(() => categoria.id),
    nota: text('nota'),
    estado: text('estado').notNull(),
    abiertoEn: instante('abierto_en').notNull(),
    idUsuario: integer('id_usuario').notNull(),
    /** What was done at the end with what nobody counted. */
    noContados: text('no_contados'),
    cerradoEn: instante('cerrado_en'),
    cerradoPor: integer('cerrado_por'),
    /** Signed centavos of its adjustment. */
    valor: entero8('valor'),
    idAsiento: entero8('id_asiento').references(() => asiento.id),
  },
  (t) => [
    unique('conteo_numero').on(t.idSucursal, t.numero),
    // Two counts of the whole branch at once would apply each difference twice.
    uniqueIndex('conteo_abierto')
      .on(t.idSucursal, t.alcance, sql`coalesce(${t.idCategoria}, 0)`)
      .where(sql`${t.estado} = 'ABIERTO' and ${t.alcance} <> 'LIBRE'`),
    check('conteo_alcance', sql`${t.alcance} in ('SUCURSAL', 'CATEGORIA', 'LIBRE')`),
    check('conteo_categoria', sql`(${t.alcance} = 'CATEGORIA') = (${t.idCategoria} is not null)`),
    check('conteo_estado', sql`${t.estado} in ('ABIERTO', 'APLICADO', 'CANCELADO')`),
    check('conteo_no_contados', sql`${t.noContados} in ('DEJAR', 'CERO')`),
    check(
      'conteo_cierre',
      sql`(${t.estado} = 'ABIERTO') = (${t.cerradoEn} is null) and (${t.cerradoEn} is null) = (${t.cerradoPor} is null)
        and (${t.estado} = 'APLICADO') = (${t.valor} is not null) and (${t.estado} = 'APLICADO') = (${t.noContados} is not null)`,
    ),
  ],
);

/**
 * What was counted of a product, and what the kardex had at that very moment: the adjustment is the difference of the two,
 * applied to whatever there is by then.
 */
export const conteoLinea = pgTable(
  'conteo_linea',
  {
    idConteo: integer('id_conteo')
      .notNull()
      .references(() => conteo.id),
    idProducto: integer('id_producto')
      .notNull()
      .references(() => producto.id),
    contada: entero8('contada').notNull(),
    habia: entero8('habia').notNull(),
    valorHabia: entero8('valor_habia').notNull(),
    /** The last movement of the kardex that `habia` includes; 0 when there was none. */
    ultimoMovimiento: entero8('ultimo_movimiento').notNull().default(0),
    /** It was counted in several goes and its stock moved between them: better counted again. */
    movida: boolean('movida').notNull().default(false),
    contadaEn: instante('contada_en').notNull(),
    contadaPor: integer('contada_por').notNull(),
    /** What the adjustment did, once applied; signed. */
    ajuste: entero8('ajuste'),
    valorAjuste: entero8('valor_ajuste'),
  },
  (t) => [
    primaryKey({ columns: [t.idConteo, t.idProducto] }),
    index('conteo_linea_producto').on(t.idProducto),
    check('conteo_linea_cantidades', sql`${t.contada} >= 0 and ${t.habia} >= 0 and ${t.valorHabia} >= 0`),
    check('conteo_linea_ajuste', sql`(${t.ajuste} is null) = (${t.valorAjuste} is null)`),
  ],
);
