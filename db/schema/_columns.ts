import { bigint, boolean, integer, timestamp } from 'drizzle-orm/pg-core';

/** Whole centavos or thousandths, read as a JavaScript number. */
export const entero8 = (nombre: string) => bigint(nombre, { mode: 'number' });

/** An instant with zone, read as a `Date`. */
export const instante = (nombre: string) => timestamp(nombre, { withTimezone: true, mode: 'date' });

/** The primary key of every business table; sequences may be read ahead, hence "by default". */
export const id = () => integer('id').primaryKey().generatedByDefaultAsIdentity();

/** What every model of the REST contract carries. `estado` false means soft-deleted. */
export const comunes = () => ({
  estado: boolean('estado').notNull().default(true),
  idUserCreate: integer('id_user_create'),
  idUserUpdate: integer('id_user_update'),
  createdAt: instante('created_at').notNull().defaultNow(),
  updatedAt: instante('updated_at').notNull().defaultNow(),
});
