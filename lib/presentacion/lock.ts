import type { Tx } from '@/db/transaction';
import { lockProducto } from '@/lib/producto/steps';
import { PresentacionNoEncontradaError } from './errors';

/** A living presentation as it is kept. */
export type Presentacion = { id: number; idProducto: number; nombre: string; factor: number; precioVenta: number };

/** Reads a presentation and locks its product, in that order of names. Throws PresentacionNoEncontradaError. */
export async function lockPresentacion(tx: Tx, id: number): Promise<Presentacion> {
  const [de] = await tx.sql<{ idProducto: number }[]>`
    select id_producto as "idProducto" from presentacion_producto where id = ${id}`;
  if (!de) throw new PresentacionNoEncontradaError();
  await lockProducto(tx, de.idProducto);
  const [fila] = await tx.sql<Presentacion[]>`
    select id, id_producto as "idProducto", nombre, factor, precio_venta as "precioVenta" from presentacion_producto
    where id = ${id} and estado`;
  if (!fila) throw new PresentacionNoEncontradaError();
  return fila;
}
