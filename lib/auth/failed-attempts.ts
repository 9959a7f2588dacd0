import { createHash } from 'node:crypto';
import { withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { DemasiadosIntentosError } from '@/lib/auth/errors';
import type { PublicContext } from '@/lib/auth/public-context';
import { systemContext, USUARIO_SISTEMA } from '@/lib/auth/system-context';
import { type Attempt, type Limite, startAttempt } from '@/lib/kv/attempts';
import { kv } from '@/lib/kv/kv';

const VENTANA_MS = 10 * 60_000;
const ACCION = 'sesion.ingreso_fallido';

const limite = (clave: string, maximo: number): Limite => ({ clave, maximo, ventanaMs: VENTANA_MS });
const rechazar = (esperaS: number) => new DemasiadosIntentosError(esperaS);

/** What is typed in the mail's place may be a password: it is not kept as it came. */
function huella(email: string): string {
  return createHash('sha256').update(email).digest('base64url').slice(0, 24);
}

/**
 * Starts a sign-in under its limits: ten failures of a mail from one address, thirty of a mail from anywhere, fifty of an
 * address with any mail. The first is what a person meets; the second is higher, so that whoever guesses from elsewhere
 * does not keep the owner of the mail out at once. A sign-in that goes well starts the mail's counts again.
 * Throws DemasiadosIntentosError, whether or not the mail exists.
 */
export async function startIngreso(ctx: PublicContext, email: string): Promise<Pick<Attempt, 'failed' | 'passed'>> {
  const correo = huella(email);
  const delCorreo = [limite(`ingreso:${correo}:${ctx.ip ?? ''}`, 10), limite(`ingreso:${correo}`, 30)];
  const deLaIp = ctx.ip ? [limite(`ingreso-ip:${ctx.ip}`, 50)] : [];
  const intento = await startAttempt([...delCorreo, ...deLaIp], rechazar);
  return { failed: intento.failed, passed: () => intento.passed(delCorreo) };
}

/** Starts the counts of a mail again, everywhere and from this address: its owner just proved who they are. */
export async function olvidarFallos(ctx: Pick<PublicContext, 'ip'>, email: string): Promise<void> {
  const correo = huella(email);
  await Promise.all([kv().delete(`ingreso:${correo}`), kv().delete(`ingreso:${correo}:${ctx.ip ?? ''}`)]);
}

/** Starts a refresh under its limit: sixty tokens that are no good from one address. Throws DemasiadosIntentosError. */
export function startRefresco(ctx: PublicContext): Promise<Attempt> {
  return startAttempt(ctx.ip ? [limite(`refresco-ip:${ctx.ip}`, 60)] : [], rechazar);
}

type Conocido = { id: number; idSucursal: number };

/** Leaves a failed sign-in in the trail: the person when the mail is known, and never the password. */
export async function auditFailure(
  ctx: PublicContext,
  email: string,
  conocido: Conocido | null,
  accion = ACCION,
): Promise<void> {
  const { ahora, requestId, ip, dispositivo } = ctx;
  const idSucursal = conocido?.idSucursal ?? 0;
  const sistema = systemContext({ ahora, idSucursal, actor: { idUsuario: conocido?.id ?? USUARIO_SISTEMA } });
  const evento = { accion, entidad: 'ingreso', idEntidad: email.includes('@') ? email : '(no es un correo)' };
  await withTransaction({}, (tx) => emitAudit(tx, { ...sistema, requestId, ip, dispositivo }, evento));
}
