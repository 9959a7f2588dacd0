import type { Tx } from '@/db/transaction';
import type { DatosFila } from './validar-fila';

/** What the catalogue knows of a row's product. */
export type Existente = { id: number; precio: number; costo: number };

/**
 * Finds the active product of each row: by its code or, when the row has none, by its name among products without a code.
 * The key of the map is `llaveDe(row)`.
 */
export async function buscarExistentes(tx: Tx, filas: readonly DatosFila[]): Promise<Map<string, Existente>> {
  const codigos = filas.flatMap((f) => (f.codigo === null ? [] : [f.codigo]));
  const nombres = filas.flatMap((f) => (f.codigo === null ? [f.busqueda] : []));
  const halladas = await tx.sql<(Existente & { codigo: string | null; busqueda: string })[]>`
    select id, codigo_barras as codigo, busqueda, precio_venta as precio, costo_compra as costo
    from producto where estado and codigo_barras = any (${codigos}::text[])
    union all
    select id, null, busqueda, precio_venta, costo_compra
    from producto where estado and codigo_barras is null and busqueda = any (${nombres}::text[])`;
  return new Map(halladas.map((h) => [llaveDe(h), { id: h.id, precio: h.precio, costo: h.costo }]));
}

/** What makes a row the same product as another: its code or, without one, its name. */
export function llaveDe(fila: { codigo: string | null; busqueda: string }): string {
  return fila.codigo === null ? `n ${fila.busqueda}` : `c ${fila.codigo}`;
}
