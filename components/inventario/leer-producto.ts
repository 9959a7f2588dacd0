import { leerCodigo } from '@/components/venta/buscar-codigo';
import { ApiError } from '@/lib/api-client';
import { productoDeCodigo } from '@/lib/inventario/query-options';
import { centavosDeJson, mulDiv } from '@/lib/money';
import type { ProductoPorCodigoDto } from '@/lib/producto/schemas';
import { MILESIMAS, milesimasDeJson } from '@/lib/quantity';

/** What a scan meant: a product, and how many thousandths of it. */
export type ProductoLeido = { producto: ProductoPorCodigoDto; milesimas: number };

/**
 * The product of a code as a scanner reads it: one of it, six for the code of a six-pack, and what it weighs for the label of
 * one of the branch's scales. Throws ApiError when nobody has it.
 */
export async function leerProducto(
  codigo: string,
  formatosBalanza: readonly string[],
  pedir: (codigo: string) => Promise<ProductoPorCodigoDto> = productoDeCodigo,
): Promise<ProductoLeido> {
  let nadie: ApiError | undefined;
  const buscar = async (uno: string) => {
    try {
      const hallado = await pedir(uno);
      const { unidad, precio_venta } = hallado;
      return {
        hallado,
        producto: { unidad, precio: centavosDeJson(precio_venta) ?? 0 },
        // No scale prints the amount of a pack: by amount it is not found.
        presentacion: hallado.presentacion && { precio: 0 },
      };
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 404) throw error;
      nadie ??= error;
      return null;
    }
  };
  const leido = await leerCodigo(codigo, buscar, formatosBalanza);
  if (!leido) throw nadie ?? new ApiError(404, 'no_encontrado', 'Ningún producto tiene ese código.', {});
  const una = milesimasDeJson(leido.hallado.presentacion?.factor ?? 1) ?? MILESIMAS;
  return { producto: leido.hallado, milesimas: mulDiv(una, leido.cantidad ?? MILESIMAS, MILESIMAS) };
}
