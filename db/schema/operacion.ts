import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instante } from './_columns';

/** One act named by its client. Holds the first answer, so that a replay answers the same. */
export const operacion = pgTable('operacion', {
  clave: uuid('clave').primaryKey(),
  verbo: text('verbo').notNull(),
  /** SHA-256 of verb and canonical input. */
  huella: text('huella').notNull(),
  idSucursal: integer('id_sucursal').notNull(),
  idUsuario: integer('id_usuario').notNull(),
  respuesta: jsonb('respuesta'),
  fecha: instante('fecha').notNull(),
});
