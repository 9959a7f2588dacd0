import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, pgTable, unique } from 'drizzle-orm/pg-core';
import { comunes, entero8, id, instante } from './_columns';
import { presentacionProducto } from './presentacion';
import { producto } from './producto';
import { sucursal } from './sucursal';

/**
 * What a branch charges when it is not the catalogue's price, for the product or for one of its presentations. Taken off
 * (`estado` false) the catalogue's price is in force again.
 */
export const precioSucursal = pgTable(
  'precio_sucursal',
  {
    id: id(),
    idProducto: integer('id_producto')
      .notNull()
      .references(() => producto.id),
    idPresentacion: integer('id_presentacion'),
    idSucursal: integer('id_sucursal')
      .notNull()
      .references(() => sucursal.id),
    precio: entero8('precio').notNull(),
    ...comunes(),
  },
  (t) => [
    foreignKey({
      name: 'precio_sucursal_presentacion',
      columns: [t.idProducto, t.idPresentacion],
      foreignColumns: [presentacionProducto.idProducto, presentacionProducto.id],
    }),
    unique('precio_sucursal_uno').on(t.idProducto, t.idPresentacion, t.idSucursal).nullsNotDistinct(),
    check('precio_sucursal_precio', sql`${t.precio} >= 0`),
  ],
);

/**
 * Every price there has been, from when: of a product (`id_presentacion` null) or a presentation, in the whole chain
 * (`id_sucursal` null) or in one branch. `precio` null: from then on it has none of its own. Written by triggers; immutable.
 */
export const precioProducto = pgTable(
  'precio_producto',
  {
    id: entero8('id').primaryKey().generatedAlwaysAsIdentity(),
    idProducto: integer('id_producto')
      .notNull()
      .references(() => producto.id),
    idPresentacion: integer('id_presentacion').references(() => presentacionProducto.id),
    idSucursal: integer('id_sucursal').references(() => sucursal.id),
    precio: entero8('precio'),
    vigenteDesde: instante('vigente_desde').notNull(),
    idUsuario: integer('id_usuario').notNull(),
  },
  (t) => [index('precio_producto_vigencia').on(t.idProducto, t.vigenteDesde)],
);
