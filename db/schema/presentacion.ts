import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, integer, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { comunes, entero8, id } from './_columns';
import { producto } from './producto';

/** Another way of selling a product: a six-pack, a box, half a kilo. The stock is one, the product's. */
export const presentacionProducto = pgTable(
  'presentacion_producto',
  {
    id: id(),
    idProducto: integer('id_producto')
      .notNull()
      .references(() => producto.id),
    nombre: text('nombre').notNull(),
    /** How much of the product it takes, in thousandths of its unit: a six-pack is 6000. */
    factor: entero8('factor').notNull(),
    /** What one of it costs the customer, in centavos. Its history writes itself (`precio_producto`). */
    precioVenta: entero8('precio_venta').notNull(),
    ...comunes(),
  },
  (t) => [
    // What a code or a branch's price points to: a presentation of that very product.
    unique('presentacion_producto_de').on(t.idProducto, t.id),
    uniqueIndex('presentacion_producto_nombre').on(t.idProducto, sql`lower(${t.nombre})`).where(sql`${t.estado}`),
    check('presentacion_producto_factor', sql`${t.factor} > 0`),
    check('presentacion_producto_precio', sql`${t.precioVenta} >= 0`),
  ],
);

/**
 * Every code that the scanner may read: the product's main one (kept by trigger from `producto.codigo_barras`), others of
 * the product, and those of its presentations. One living code names one thing.
 */
export const codigoProducto = pgTable(
  'codigo_producto',
  {
    id: id(),
    idProducto: integer('id_producto')
      .notNull()
      .references(() => producto.id),
    idPresentacion: integer('id_presentacion'),
    codigo: text('codigo').notNull(),
    /** The one of `producto.codigo_barras`. */
    principal: boolean('principal').notNull().default(false),
    ...comunes(),
  },
  (t) => [
    foreignKey({
      name: 'codigo_producto_presentacion',
      columns: [t.idProducto, t.idPresentacion],
      foreignColumns: [presentacionProducto.idProducto, presentacionProducto.id],
    }),
    uniqueIndex('codigo_producto_codigo').on(t.codigo).where(sql`${t.estado}`),
    uniqueIndex('codigo_producto_principal').on(t.idProducto).where(sql`${t.principal} and ${t.estado}`),
    index('codigo_producto_de').on(t.idProducto),
    check('codigo_producto_sin_presentacion', sql`not ${t.principal} or ${t.idPresentacion} is null`),
  ],
);
