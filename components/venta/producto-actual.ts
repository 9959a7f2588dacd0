import { ApiError } from '@/lib/api-client';
import { localCounter } from '@/lib/offline/local';
import { leerProductoMostrador, type ProductoMostrador } from '@/lib/venta/query-options';

/** The product as this device knows it now, else as the server does; `null` when it was deleted. Throws SinRespuestaError. */
export async function productoActual(id: number): Promise<ProductoMostrador | null> {
  const local = localCounter();
  const aqui = local.copia?.index.get(id);
  if (aqui) return local.existenciaDe(aqui);
  return leerProductoMostrador(id).catch((error: unknown) => {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  });
}
