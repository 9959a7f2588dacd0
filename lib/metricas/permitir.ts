import { createHash, timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/env';

const huella = (texto: string) => createHash('sha256').update(texto).digest();

/** Whether a reader of the metrics may: `no_hay` when the shop has none to show, else by the token of METRICAS_TOKEN. */
export function permisoDeMetricas(headers: Headers): 'si' | 'no' | 'no_hay' {
  const { METRICAS_TOKEN } = env();
  if (METRICAS_TOKEN === undefined) return 'no_hay';
  const [, dado = ''] = /^bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '') ?? [];
  return timingSafeEqual(huella(dado), huella(METRICAS_TOKEN)) ? 'si' : 'no';
}
