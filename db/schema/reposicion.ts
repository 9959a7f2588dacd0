import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { comunes, entero8, id, instante } from './_columns';
import { documentoStock } from './documento-stock';
import { producto } from './producto';
import { sucursal } from './sucursal';

/** When a branch should restock a product, where it is not what the product says for all. `null`: what the product says. */
export const reposicion = pgTable(
  'reposicion',
  {
    idProducto: integer('id_producto')
      .notNull()
      .references(() => producto.id),
    idSucursal: integer('id_sucursal')
      .notNull()
      .references(() => sucursal.id),
    /** Thousandths under which it is low in this branch. */
    stockMinimo: entero8('stock_minimo'),
    diasCobertura: integer('dias_cobertura'),
    idUserUpdate: integer('id_user_update'),
    updatedAt: instante('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.idProducto, t.idSucursal] }),
    check('reposicion_minimo', sql`${t.stockMinimo} >= 0`),
    check('reposicion_cobertura', sql`${t.diasCobertura} between 1 and 365`),
  ],
);

/** Goods of a branch that expire on a day, to be watched until they are sold or taken off the shelf. */
export const vencimiento = pgTable(
  'vencimiento',
  {
    id: id(),
    idProducto: integer('id_producto')
      .notNull()
      .references(() => producto.id),
    idSucursal: integer('id_sucursal')
      .notNull()
      .references(() => sucursal.id),
    lote: text('lote'),
    vence: date('vence', { mode: 'string' }).notNull(),
    /** Thousandths that came with that date, when somebody wrote it down; it never moves stock. */
    cantidad: entero8('cantidad'),
    /** The entry that brought them, when it wrote the date. */
    idDocumento: integer('id_documento').references(() => documentoStock.id),
    /** How it ended: sold in time, taken off, or written by mistake. `null` while it is watched. */
    resolucion: text('resolucion'),
    resueltoEn: instante('resuelto_en'),
    ...comunes(),
  },
  (t) => [
    index('vencimiento_vigilado').on(t.idSucursal, t.vence).where(sql`${t.resolucion} is null`),
    index('vencimiento_producto').on(t.idProducto, t.idSucursal),
    index('vencimiento_documento').on(t.idDocumento),
    check('vencimiento_cantidad', sql`${t.cantidad} > 0`),
    check('vencimiento_resolucion', sql`${t.resolucion} in ('VENDIDO', 'RETIRADO', 'ERROR')`),
    check('vencimiento_resuelto', sql`(${t.resolucion} is null) = (${t.resueltoEn} is null)`),
  ],
);
