import { ApiError } from '@/lib/api-client';
import { localCounter } from '@/lib/offline/local';
import { leerProductoMostrador, type ProductoMostrador } from '@/lib/venta/query-options';

/** The product as this device knows it now, else as the server does; `null` when it was deleted. Throws SinRespuestaError. */
export async function productoActual(id: number): Promise<ProductoMostrador | null> {
  return productoAqui(id) ?? productoEnServidor(id);
}

/**
 * The product as the server has it now, for when it has just refused what this device believed and the device has not heard
 * why; its presentations, as the device hears of them. As the device knows it when nobody answers.
 */
export async function productoRefrescado(id: number): Promise<ProductoMostrador | null> {
  const local = localCounter();
  // While a catalogue comes for the first time, what it will say is not waited for.
  const alDia = local.get().catalogo.completo ? local.copia?.sync() : undefined;
  const [alla] = await Promise.all([productoEnServidor(id).catch(() => undefined), alDia]);
  const aqui = productoAqui(id);
  if (alla) return { ...aqui, ...alla };
  return alla === null ? null : aqui;
}

function productoAqui(id: number): ProductoMostrador | null {
  const local = localCounter();
  const aqui = local.copia?.index.get(id);
  return aqui ? local.existenciaDe(aqui) : null;
}

async function productoEnServidor(id: number): Promise<ProductoMostrador | null> {
  return leerProductoMostrador(id).catch((error: unknown) => {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  });
}
