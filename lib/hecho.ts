const OCHO_DIAS_MS = 8 * 86_400_000;

/**
 * When something told late happened: the device's time, never in the future nor older than a device may work without the
 * network; now when none was given. `tarde` says that it was told more than a minute after.
 */
export function momentoDelHecho(ahora: Date, fecha: string | null): { momento: Date; tarde: boolean } {
  if (fecha === null) return { momento: ahora, tarde: false };
  const dicha = new Date(fecha).getTime();
  const momento = new Date(Math.max(ahora.getTime() - OCHO_DIAS_MS, Math.min(ahora.getTime(), dicha)));
  return { momento, tarde: ahora.getTime() - momento.getTime() > 60_000 };
}
