import { sqlClient } from '@/db';
import { withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { DemasiadosIntentosError } from '@/lib/auth/errors';
import type { PublicContext } from '@/lib/auth/public-context';
import { systemContext, USUARIO_SISTEMA } from '@/lib/auth/system-context';

const MAXIMO = 10;
const VENTANA_MS = 10 * 60_000;
const ACCION = 'sesion.ingreso_fallido';

/** What is typed in the mail's place may be a password: only what looks like a mail is kept. */
function rastro(email: string): string {
  return email.includes('@') ? email : '(no es un correo)';
}

type Conocido = { id: number; idSucursal: number };

/**
 * Refuses to try again a mail that failed ten times from this address in ten minutes. Only failures count, and they are
 * read from the trail itself. Throws DemasiadosIntentosError.
 */
export async function requireFewFailures(ctx: PublicContext, email: string): Promise<void> {
  const desde = new Date(ctx.ahora.getTime() - VENTANA_MS);
  const [fila] = await sqlClient()<{ fallas: number; primera: string | null }[]>`
    select count(*)::int as fallas, min(fecha) as primera from auditoria
    where entidad = 'ingreso' and id_entidad = ${rastro(email)} and accion = ${ACCION}
      and ip is not distinct from ${ctx.ip} and fecha > ${desde.toISOString()}::timestamptz`;
  if (!fila?.primera || fila.fallas < MAXIMO) return;
  const falta = new Date(fila.primera).getTime() + VENTANA_MS - ctx.ahora.getTime();
  throw new DemasiadosIntentosError(Math.max(1, Math.ceil(falta / 1000)));
}

/** Leaves a failed sign-in in the trail: the person when the mail is known, and never the password. */
export async function auditFailure(ctx: PublicContext, email: string, conocido: Conocido | null): Promise<void> {
  const { ahora, requestId, ip, dispositivo } = ctx;
  const idSucursal = conocido?.idSucursal ?? 0;
  const sistema = systemContext({ ahora, idSucursal, actor: { idUsuario: conocido?.id ?? USUARIO_SISTEMA } });
  const evento = { accion: ACCION, entidad: 'ingreso', idEntidad: rastro(email) };
  await withTransaction({}, (tx) => emitAudit(tx, { ...sistema, requestId, ip, dispositivo }, evento));
}
