import { type Tx, withTransaction } from '@/db/transaction';
import { CodigoIncorrectoError } from '@/lib/auth/errors';
import { startSecreto } from '@/lib/auth/pin-attempts';
import { usarCodigoDeRespaldo } from '@/lib/auth/recovery-codes';
import { unseal } from '@/lib/auth/seal';
import { pasoDeCodigo } from '@/lib/auth/totp';
import type { Context } from '@/lib/context';

/** Whose secret is sealed. */
export const duenoDeSecreto = (idUsuario: number) => `totp:${idUsuario}`;

/**
 * Uses up a code of the second factor, or a recovery code: each works once, whoever asks at the same time. The failures of
 * a person count together wherever the code is asked; `alFallar` leaves them in the trail.
 * Throws CodigoIncorrectoError, DemasiadosIntentosError.
 */
export async function comprobarCodigo(
  ctx: Pick<Context, 'ahora' | 'ip'>,
  { idUsuario, codigo, alFallar }: { idUsuario: number; codigo: string; alFallar: () => Promise<unknown> },
): Promise<void> {
  const intento = await startSecreto('codigo', ctx.ip, idUsuario);
  if (await withTransaction({}, (tx) => usar(tx, ctx.ahora, idUsuario, codigo))) return intento.passed();
  await Promise.all([intento.failed(), alFallar()]);
  throw new CodigoIncorrectoError();
}

async function usar({ sql }: Tx, ahora: Date, idUsuario: number, codigo: string): Promise<boolean> {
  if (!/^\d{6}$/.test(codigo)) return usarCodigoDeRespaldo(sql, idUsuario, codigo, ahora);
  const [fila] = await sql<{ totp_secreto: string }[]>`
    select totp_secreto from usuario where id = ${idUsuario} and totp_desde is not null`;
  const secreto = fila && unseal(fila.totp_secreto, duenoDeSecreto(idUsuario));
  const paso = secreto ? pasoDeCodigo(secreto, codigo, ahora) : null;
  if (paso === null) return false;
  // The update is the check: a code of a step already taken, or of one before it, finds no row.
  const tomados = await sql`
    update usuario set totp_ultimo_paso = ${paso}
    where id = ${idUsuario} and totp_desde is not null and coalesce(totp_ultimo_paso, -1) < ${paso} returning 1`;
  return tomados.length > 0;
}
