import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, instante } from './_columns';
import { producto } from './producto';
import { sucursal } from './sucursal';

/**
 * Something about the goods of a branch that somebody should look at. One is open per product, kind and reference at a time:
 * it closes by itself when its cause is gone, and only then may the next one be raised.
 */
export const alertaStock = pgTable(
  'alerta_stock',
  {
    id: id(),
    idSucursal: integer('id_sucursal')
      .notNull()
      .references(() => sucursal.id),
    idProducto: integer('id_producto')
      .notNull()
      .references(() => producto.id),
    tipo: text('tipo').notNull(),
    /** Which of several: the date watched, the change of cost; 0 when the product itself is enough. */
    referencia: integer('referencia').notNull().default(0),
    /** The figures behind it, as they were when it was raised. */
    datos: jsonb('datos').notNull(),
    abiertaEn: instante('abierta_en').notNull(),
    cerradaEn: instante('cerrada_en'),
    atendidaPor: integer('atendida_por'),
    atendidaEn: instante('atendida_en'),
    nota: text('nota'),
  },
  (t) => [
    uniqueIndex('alerta_stock_abierta')
      .on(t.idSucursal, t.idProducto, t.tipo, t.referencia)
      .where(sql`${t.cerradaEn} is null`),
    index('alerta_stock_sucursal').on(t.idSucursal, t.id),
    check('alerta_stock_tipo', sql`${t.tipo} in ('STOCK_BAJO', 'COBERTURA', 'POR_VENCER', 'SIN_MOVIMIENTO', 'COSTO')`),
    check('alerta_stock_atendida', sql`(${t.atendidaPor} is null) = (${t.atendidaEn} is null)`),
  ],
);
