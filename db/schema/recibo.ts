import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, instante } from './_columns';
import { usuario } from './usuario';
import { venta } from './venta';

/**
 * A paper of a ticket after the first: each says COPIA and its number. Immutable. Two devices without network may print the
 * same number, and both stay.
 */
export const copiaRecibo = pgTable(
  'copia_recibo',
  {
    id: id(),
    idVenta: integer('id_venta')
      .notNull()
      .references(() => venta.id),
    /** The number that the paper says. */
    numero: integer('numero').notNull(),
    formato: text('formato').notNull(),
    /** When it came out, by the device's clock, never after it was told. */
    fecha: instante('fecha').notNull(),
    recibidaEn: instante('recibida_en').notNull(),
    idUsuario: integer('id_usuario')
      .notNull()
      .references(() => usuario.id),
    clave: uuid('clave').unique(),
  },
  (t) => [
    index('copia_recibo_venta').on(t.idVenta, t.id),
    check('copia_recibo_numero', sql`${t.numero} >= 1`),
    check('copia_recibo_formato', sql`${t.formato} in ('ROLLO', 'TERMICA', 'A4')`),
  ],
);
