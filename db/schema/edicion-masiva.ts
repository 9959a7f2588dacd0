import { sql } from 'drizzle-orm';
import { check, integer, jsonb, pgTable, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core';
import { instante } from './_columns';
import { producto } from './producto';
import { sucursal } from './sucursal';

/** One change made to many products at once, or the one that undoes it. Immutable. */
export const edicionMasiva = pgTable(
  'edicion_masiva',
  {
    id: integer('id').primaryKey().generatedByDefaultAsIdentity(),
    fecha: instante('fecha').notNull(),
    idUsuario: integer('id_usuario').notNull(),
    idSucursal: integer('id_sucursal')
      .notNull()
      .references(() => sucursal.id),
    /** What was asked: the change and which products. */
    pedido: jsonb('pedido').notNull(),
    filas: integer('filas').notNull(),
    /** The edition that this one undoes; at most one does. */
    deshaceA: integer('deshace_a'),
  },
  (t) => [
    uniqueIndex('edicion_masiva_deshace').on(t.deshaceA).where(sql`${t.deshaceA} is not null`),
    check('edicion_masiva_filas', sql`${t.filas} > 0`),
  ],
);

/** What an edition changed of one product: the fields as they were and as they are, in the database's units. Immutable. */
export const edicionMasivaFila = pgTable(
  'edicion_masiva_fila',
  {
    idEdicion: integer('id_edicion')
      .notNull()
      .references(() => edicionMasiva.id),
    idProducto: integer('id_producto')
      .notNull()
      .references(() => producto.id),
    antes: jsonb('antes').notNull(),
    despues: jsonb('despues').notNull(),
  },
  (t) => [primaryKey({ columns: [t.idEdicion, t.idProducto] })],
);
