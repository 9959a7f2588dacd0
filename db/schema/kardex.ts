import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { entero8, instante } from './_columns';
import { asiento } from './libro';
import { producto } from './producto';
import { sucursal } from './sucursal';

/** What a branch has of a product: thousandths, and their value in centavos. Kept by trigger from movimiento_stock. */
export const existencia = pgTable(
  'existencia',
  {
    idProducto: integer('id_producto')
      .notNull()
      .references(() => producto.id),
    idSucursal: integer('id_sucursal')
      .notNull()
      .references(() => sucursal.id),
    cantidad: entero8('cantidad').notNull(),
    valor: entero8('valor').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.idProducto, t.idSucursal] }),
    check('existencia_no_negativa', sql`${t.cantidad} >= 0`),
    check('existencia_valor', sql`${t.valor} >= 0 and (${t.cantidad} > 0 or ${t.valor} = 0)`),
  ],
);

/** One movement of the kardex, signed. Immutable. */
export const movimientoStock = pgTable(
  'movimiento_stock',
  {
    id: entero8('id').primaryKey().generatedAlwaysAsIdentity(),
    fecha: instante('fecha').notNull(),
    registradoEn: instante('registrado_en').notNull().default(sql`clock_timestamp()`),
    idProducto: integer('id_producto')
      .notNull()
      .references(() => producto.id),
    idSucursal: integer('id_sucursal')
      .notNull()
      .references(() => sucursal.id),
    tipo: text('tipo').notNull(),
    tipoDocumento: text('tipo_documento').notNull(),
    idDocumento: integer('id_documento').notNull(),
    cantidad: entero8('cantidad').notNull(),
    valor: entero8('valor').notNull(),
    /** The entry that carries the value; absent when the movement has none. */
    idAsiento: entero8('id_asiento').references(() => asiento.id),
    idUsuario: integer('id_usuario').notNull(),
    /** The transaction that wrote it: what a counter that synchronizes has not seen yet (ADR 0016). */
    xid: entero8('xid').notNull().default(sql`(pg_current_xact_id()::text)::bigint`),
  },
  (t) => [
    check(
      'movimiento_stock_tipo',
      sql`${t.tipo} in ('INICIAL', 'ENTRADA', 'SALIDA', 'VENTA', 'ANULACION', 'AJUSTE', 'REGULARIZACION')`,
    ),
    check('movimiento_stock_cantidad', sql`${t.cantidad} <> 0`),
    check('movimiento_stock_signo', sql`${t.valor} = 0 or (${t.cantidad} > 0) = (${t.valor} > 0)`),
    index('movimiento_stock_producto').on(t.idProducto, t.idSucursal, t.id),
    index('movimiento_stock_documento').on(t.tipoDocumento, t.idDocumento),
    index('movimiento_stock_fecha').on(t.idSucursal, t.fecha, t.id),
    index('movimiento_stock_xid').using('brin', t.xid).with({ pages_per_range: 16, autosummarize: 'on' }),
  ],
);
