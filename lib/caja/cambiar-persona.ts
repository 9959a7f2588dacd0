import { sqlClient } from '@/db';
import { type Tx, withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { comprobarPin } from '@/lib/auth/comprobar';
import type { Ingreso } from '@/lib/auth/ingresar';
import { CambiarPersonaInput } from '@/lib/auth/pin-input';
import { buildContext, leerPrincipal } from '@/lib/auth/principal';
import { revocarSesion } from '@/lib/auth/revocar';
import { SESION_NAVEGADOR_S } from '@/lib/auth/session-cookie';
import type { Context } from '@/lib/context';
import { NoAutenticadoError } from '@/lib/errors';
import { SinCajaParaCambiarError } from './errors';
import { sesionDeTrabajo, trabajaEn } from './trabajo';

/**
 * Puts another person at this screen, by PIN, without closing the till: whoever answers for the open session that the
 * screen works with, or is admitted to it. They get a new sign-in with the rights of the counter, which ends with the
 * session and lasts twelve hours at most; the one before is revoked, so that its cookie opens nothing.
 * An unknown person, one without a PIN, one who is not admitted and a wrong PIN cost the same work and get the same answer.
 * Throws NoAutenticadoError, SinCajaParaCambiarError, PinIncorrectoError, DemasiadosIntentosError.
 */
export async function cambiarPersona(ctx: Context, raw: unknown): Promise<Ingreso> {
  const { id_usuario: idUsuario, pin } = CambiarPersonaInput.parse(raw);
  const { sid: anterior } = ctx;
  if (!anterior) throw new NoAutenticadoError();
  const idSesion = await sesionDeTrabajo(sqlClient(), ctx);
  if (idSesion === null) throw new SinCajaParaCambiarError();
  await comprobarPin(ctx, { idUsuario, pin, hash: await hashSiTrabaja(idSesion, idUsuario) });
  return ponerEnPantalla({ ...ctx, sid: anterior }, { idUsuario, idSesion });
}

/**
 * Gives the screen to somebody who proved who they are and works in the session: their sign-in begins and the one before
 * ends. Throws NoAutenticadoError, SinCajaParaCambiarError.
 */
export async function ponerEnPantalla(
  ctx: Context & { sid: string },
  en: { idUsuario: number; idSesion: number },
): Promise<Ingreso> {
  return withTransaction({}, async (tx) => {
    await revocarAnterior(tx, ctx, ctx.sid);
    return abrir(tx, ctx, en);
  });
}

async function hashSiTrabaja(idSesion: number, idUsuario: number): Promise<string | null> {
  const sql = sqlClient();
  const [fila] = await sql<{ pin_hash: string | null }[]>`
    select u.pin_hash from usuario u join rol r on r.id = u.id_rol, sesion_caja s
    where u.id = ${idUsuario} and u.estado and r.estado and s.id = ${idSesion} and s.estado_sesion = 'ABIERTA'
      and ${trabajaEn(sql, { actor: { idUsuario } })}`;
  return fila?.pin_hash ?? null;
}

/** Of two switches from one cookie at once only one goes on. */
async function revocarAnterior(tx: Tx, ctx: Context, sid: string): Promise<void> {
  const vivas = await tx.sql`
    select 1 from sesion_acceso where sid = ${sid}::uuid and revocada_en is null for update`;
  if (vivas.length === 0) throw new NoAutenticadoError();
  await revocarSesion(tx, ctx, sid, 'sesion.dejar');
}

async function abrir(tx: Tx, ctx: Context, en: { idUsuario: number; idSesion: number }): Promise<Ingreso> {
  const { ahora, requestId, ip, dispositivo } = ctx;
  const sid = crypto.randomUUID();
  const expira = new Date(ahora.getTime() + SESION_NAVEGADOR_S * 1000);
  await tx.sql`
    insert into sesion_acceso (sid, id_usuario, canal, nivel, id_sesion_caja, ip, dispositivo, creada_en, expira_en)
    values (${sid}::uuid, ${en.idUsuario}, 'navegador', 'pin', ${en.idSesion}, ${ip}, ${dispositivo},
      ${ahora.toISOString()}::timestamptz, ${expira.toISOString()}::timestamptz)`;
  const actor = await leerPrincipal(sid, tx.sql);
  // Admitted when the PIN was checked and not any more.
  if (!actor) throw new SinCajaParaCambiarError();
  await emitAudit(tx, buildContext(actor, { ahora, requestId, ip, dispositivo }), {
    accion: 'sesion.cambiar',
    entidad: 'sesion_acceso',
    idEntidad: sid,
    antes: { id_usuario: ctx.actor.idUsuario },
    despues: { id_usuario: en.idUsuario, id_sesion_caja: en.idSesion },
  });
  return { sid, actor, expira };
}
