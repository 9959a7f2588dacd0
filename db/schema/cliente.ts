import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { comunes, id } from './_columns';

/** Somebody who buys. The whole chain shares them: who buys in one branch is known in the others. */
export const cliente = pgTable(
  'cliente',
  {
    id: id(),
    nombre: text('nombre').notNull(),
    /** CI or NIT, as the person says it: digits and, for a CI, its complement. */
    ciNit: text('ci_nit'),
    telefono: text('telefono'),
    /** Name, CI/NIT and phone, lower case, without accents: what search looks in (`lib/cliente/rules.ts`). */
    busqueda: text('busqueda').notNull(),
    ...comunes(),
  },
  (t) => [
    uniqueIndex('cliente_ci_nit').on(t.ciNit).where(sql`${t.estado}`),
    index('cliente_busqueda').using('gin', t.busqueda.op('gin_trgm_ops')),
    index('cliente_nombre').on(t.nombre, t.id).where(sql`${t.estado}`),
    check('cliente_nombre_puesto', sql`${t.nombre} <> ''`),
  ],
);
