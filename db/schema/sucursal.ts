import { boolean, pgTable, text } from 'drizzle-orm/pg-core';
import { comunes, id } from './_columns';

/** A branch. A one-shop business has one and never sees it. */
export const sucursal = pgTable('sucursal', {
  id: id(),
  nombre: text('nombre').notNull().unique(),
  direccion: text('direccion'),
  telefono: text('telefono'),
  /** Cash totals are rounded to 0,10. */
  redondeoEfectivo: boolean('redondeo_efectivo').notNull().default(true),
  ...comunes(),
});
