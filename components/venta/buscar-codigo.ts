import { MILESIMAS } from '@/lib/quantity';
import type { PresentacionMostrador, ProductoMostrador } from '@/lib/venta/query-options';
import { leerBalanza, milesimasDeImporte } from '@/lib/venta/rules';

/** What a code names: a product, and which of its presentations when the code is one's. */
export type Encontrado = { producto: ProductoMostrador; presentacion: PresentacionMostrador | null };

/** What was scanned, and how much of it when the code says so (a scale's label). */
export type Leido<E = Encontrado> = E & { cantidad: number | null };

/** Looks a whole code up in the catalogue; `null` when nobody knows it. Throws SinRespuestaError. */
export type Buscar<E = Encontrado> = (codigo: string) => Promise<E | null>;

/** What a label needs to know of what it is stuck on: prices in centavos. */
type Pesable = {
  producto: Pick<ProductoMostrador, 'unidad' | 'precio'>;
  presentacion: Pick<PresentacionMostrador, 'precio'> | null;
};

/**
 * Reads a code: first as it is, for real products start with 2 too, and only then as a label of the branch's scale, whose
 * article may be written in several ways: all are asked for at once, and the first that fits is taken. `null` when nothing
 * says anything. Throws SinRespuestaError.
 */
export async function leerCodigo<E extends Pesable>(
  codigo: string,
  buscar: Buscar<E>,
  formatosBalanza: readonly string[],
): Promise<Leido<E> | null> {
  const exacto = await buscar(codigo);
  if (exacto) return { ...exacto, cantidad: null };
  const etiqueta = leerBalanza(codigo, formatosBalanza);
  if (!etiqueta) return null;
  const buscados = etiqueta.articulos.map((articulo) => buscar(articulo));
  // Of those that come after the one that fits, a failure is of no matter.
  for (const buscado of buscados) buscado.catch(() => {});
  for (const buscado of buscados) {
    const hallado = await buscado;
    if (!hallado) continue;
    const cantidad = etiqueta.milesimas ?? milesimasDeImporte(etiqueta.centavos, precioDeUno(hallado));
    // What is sold by the piece has no weight: such a label is of something else.
    const entera = hallado.presentacion !== null || hallado.producto.unidad === 'unidad';
    if (cantidad !== null && !(entera && cantidad % MILESIMAS !== 0)) return { ...hallado, cantidad };
  }
  return null;
}

function precioDeUno({ producto, presentacion }: Pesable): number {
  return presentacion?.precio ?? producto.precio;
}
