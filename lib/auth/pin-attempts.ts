import { withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { DemasiadosIntentosError } from '@/lib/auth/errors';
import type { Context } from '@/lib/context';
import { type Attempt, type Limite, startAttempt } from '@/lib/kv/attempts';

const VENTANA_MS = 15 * 60_000;

const limite = (clave: string, maximo: number): Limite => ({ clave, maximo, ventanaMs: VENTANA_MS, crece: true });

type Intento = Pick<Attempt, 'failed' | 'passed'>;

/**
 * Starts a try of somebody's short secret (`que`: `pin`, `codigo`, `clave`) under its limits: five failures of a person from
 * one address, fifteen from anywhere, and forty of an address with anybody. Each wait is fifteen minutes, then thirty, then
 * an hour. The person who gets it right starts their own counts again. Throws DemasiadosIntentosError, whoever it is.
 */
export async function startSecreto(que: string, ip: string | null, idUsuario: number): Promise<Intento> {
  const suyos = [limite(`${que}:${idUsuario}:${ip ?? ''}`, 5), limite(`${que}:${idUsuario}`, 15)];
  const deLaIp = ip ? [limite(`${que}-ip:${ip}`, 40)] : [];
  const intento = await startAttempt([...suyos, ...deLaIp], (esperaS) => new DemasiadosIntentosError(esperaS));
  return { failed: intento.failed, passed: () => intento.passed(suyos) };
}

/** Leaves a failed try in the trail: who was at the screen, whose secret it was meant to be, and never what was typed. */
export async function auditSecretoFallido(ctx: Context, accion: string, idUsuario: number): Promise<void> {
  await withTransaction({}, (tx) => emitAudit(tx, ctx, { accion, entidad: 'usuario', idEntidad: idUsuario }));
}
