import { leerProductoPorCodigo, type ProductoMostrador } from '@/lib/venta/query-options';
import type { CatalogueCopy } from './catalogue-copy';
import { type LocalCounter, localCounter } from './local';
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
  const copia = local.copia ?? (await copiaDe(local));
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

/** The catalogue, once somebody works here: a page is drawn, and may hear a scan, a moment before its device knows who. */
function copiaDe(local: LocalCounter): Promise<CatalogueCopy> {
  return new Promise((resolve) => {
    const mirar = () => {
      if (!local.copia) return;
      soltar();
      resolve(local.copia);
    };
    const soltar = local.subscribe(mirar);
    mirar();
  });
}
