import { DemasiadosIntentosError } from '@/lib/auth/errors';
import type { PublicContext } from '@/lib/auth/public-context';
import { type Attempt, startAttempt } from '@/lib/kv/attempts';
import { kv } from '@/lib/kv/kv';

const UNA_HORA_MS = 3_600_000;
const CUARTO_MS = 900_000;
/** A code mailed is somebody's inbox: five an hour. A shop shares one address: thirty. */
const POR_CORREO = 5;
const POR_IP = 30;
const FALLAS_POR_IP = 30;

/**
 * Counts a request of a code, before anything else is done. Those over the limit count too, so that many at once get no
 * further than one by one. Throws DemasiadosIntentosError, whether or not the mail exists.
 */
export async function contarPedido(ctx: PublicContext, huella: string): Promise<void> {
  const cuentas = await Promise.all([
    contar(`recuperar-correo:${huella}`, POR_CORREO),
    ctx.ip ? contar(`recuperar-ip:${ctx.ip}`, POR_IP) : 0,
  ]);
  const espera = Math.max(...cuentas);
  if (espera > 0) throw new DemasiadosIntentosError(Math.ceil(espera / 1000));
}

async function contar(clave: string, maximo: number): Promise<number> {
  const { n, restaMs } = await kv().incr(clave, UNA_HORA_MS);
  return n > maximo ? restaMs : 0;
}

/** Starts a try at a code or a token under its limit: thirty failures of an address. Throws DemasiadosIntentosError. */
export function startPrueba(ctx: PublicContext): Promise<Attempt> {
  const limites = ctx.ip
    ? [{ clave: `recuperar-falla-ip:${ctx.ip}`, maximo: FALLAS_POR_IP, ventanaMs: CUARTO_MS }]
    : [];
  return startAttempt(limites, (esperaS) => new DemasiadosIntentosError(esperaS));
}
