import { leerProductoPorCodigo, type ProductoMostrador } from '@/lib/venta/query-options';
import { localCounter } from './local';
import type { PresentacionLocal } from './types';

/** What a code names: a product, and which of its presentations when the code is one's. */
export type Encontrado = { producto: ProductoMostrador; presentacion: PresentacionLocal | null };

/**
 * What a code names, as this device knows it: from memory, waiting for what the store has when it is still being read. Only
 * before the first load has ended is the server asked. `null`: nobody knows it. Throws SinRespuestaError when it had to ask
 * and nobody answered.
 */
export async function buscarPorCodigo(codigo: string): Promise<Encontrado | null> {
  const local = localCounter();
  // A scan may come before the device has said who works here.
  const copia = local.copia ?? (await local.trabajando);
  let hallado = copia.index.byCode(codigo);
  if (!hallado) {
    await copia.leida;
    hallado = copia.index.byCode(codigo);
  }
  if (hallado) return { ...hallado, producto: local.existenciaDe(hallado.producto) };
  const { leido, completo } = local.get().catalogo;
  if (leido && completo) return null;
  const producto = await leerProductoPorCodigo(codigo);
  return producto && { producto, presentacion: null };
}
