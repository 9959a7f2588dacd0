import { sql } from 'drizzle-orm';
import { boolean, check, pgTable, text } from 'drizzle-orm/pg-core';
import { instante } from './_columns';

/** How this database became a shop: one row, born with the first key and sealed by the installation. */
export const instalacion = pgTable(
  'instalacion',
  {
    unica: boolean('unica').primaryKey().default(true),
    /** SHA-256 of the key that the terminal shows; the key itself is stored nowhere. */
    claveHuella: text('clave_huella').notNull(),
    claveEmitidaEn: instante('clave_emitida_en').notNull(),
    /** The shop's name; null until it is installed. */
    tienda: text('tienda'),
    instaladaEn: instante('instalada_en'),
  },
  (t) => [
    check('instalacion_unica', sql`${t.unica}`),
    check('instalacion_sellada', sql`(${t.tienda} is null) = (${t.instaladaEn} is null)`),
  ],
);
