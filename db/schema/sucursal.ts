import { sql } from 'drizzle-orm';
import { boolean, check, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { comunes, id } from './_columns';

/** A branch. A one-shop business has one and never sees it. */
export const sucursal = pgTable(
  'sucursal',
  {
    id: id(),
    nombre: text('nombre').notNull().unique(),
    direccion: text('direccion'),
    telefono: text('telefono'),
    /** Cash totals are rounded to 0,10. */
    redondeoEfectivo: boolean('redondeo_efectivo').notNull().default(true),
    /** How the labels of its scales are read, `20AAAAAPPPPPC` (`lib/venta/rules.ts`); none when empty. */
    formatosBalanza: text('formatos_balanza').array().notNull().default(sql`'{}'`),
    /** What its receipts say under the shop's name and at the foot. */
    textoEncabezado: text('texto_encabezado'),
    textoPie: text('texto_pie'),
    /** How many days after a sale it takes goods back. */
    diasDevolucion: integer('dias_devolucion').notNull().default(7),
    ...comunes(),
  },
  (t) => [check('sucursal_dias_devolucion', sql`${t.diasDevolucion} between 0 and 365`)],
);
