import { pgTable, text } from 'drizzle-orm/pg-core';
import { instante } from './_columns';

/**
 * Keys that die by themselves, when there is no Redis: counts of failures and the like. Unlogged (the migration says so):
 * a crash of the server empties it, as it would empty a cache. Nothing of a business lives here.
 */
export const claveEfimera = pgTable('clave_efimera', {
  clave: text('clave').primaryKey(),
  valor: text('valor').notNull(),
  /** Dead from this instant on, whether or not it was swept already. */
  expiraEn: instante('expira_en').notNull(),
});
