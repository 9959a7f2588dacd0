import { detectarAlertas } from '@/lib/alerta/detectar';
import { diaDe } from '@/lib/time';

const DIA_MS = 86_400_000;

/** Looks at the day that ended, whole. What was raised while it passed is not raised again. Returns how many are new. */
export async function alertasDeAyer(ahora: Date): Promise<number> {
  return detectarAlertas(ahora, diaDe(new Date(ahora.getTime() - DIA_MS)));
}
