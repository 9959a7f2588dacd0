import type { Context } from '@/lib/context';

const OCHO_DIAS_MS = 8 * 86_400_000;

/** Told more than this after it happened, it was told late. */
const TARDE_MS = 60_000;

/**
 * When something told late happened: the device's time, never in the future nor older than a device may work without the
 * network; now when none was given. A signed fact (`ctx.hecho`) brings its own. `tarde` says that it was told more than a
 * minute after.
 */
export function momentoDelHecho(
  { ahora, hecho }: Pick<Context, 'ahora' | 'hecho'>,
  fecha: string | null,
): { momento: Date; tarde: boolean } {
  if (hecho) return { momento: ahora, tarde: hecho.recibidoEn.getTime() - ahora.getTime() > TARDE_MS };
  if (fecha === null) return { momento: ahora, tarde: false };
  const dicha = new Date(fecha).getTime();
  const momento = new Date(Math.max(ahora.getTime() - OCHO_DIAS_MS, Math.min(ahora.getTime(), dicha)));
  return { momento, tarde: ahora.getTime() - momento.getTime() > TARDE_MS };
}
