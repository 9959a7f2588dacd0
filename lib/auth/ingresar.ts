import { sqlClient } from '@/db';
import { withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { comprobarCodigo } from '@/lib/auth/comprobar-codigo';
import { duenoDeDesafio, esDesafioDe, firmarDesafio } from '@/lib/auth/desafio';
import { CredencialesError, DesafioVencidoError, SegundoFactorError } from '@/lib/auth/errors';
import { auditFailure, startIngreso } from '@/lib/auth/failed-attempts';
import { CompletarIngresoInput, IngresarInput } from '@/lib/auth/input';
import { verifyPassword } from '@/lib/auth/password';
import { actorDeFila, buildContext, columnasDeActor, type FilaActor } from '@/lib/auth/principal';
import type { PublicContext } from '@/lib/auth/public-context';
import { SESION_NAVEGADOR_S } from '@/lib/auth/session-cookie';
import { durationMs } from '@/lib/auth/tokens';
import type { Actor } from '@/lib/context';
import { env } from '@/lib/env';

/** How somebody came in: with a browser's cookie or with the API's tokens. */
export type Canal = 'navegador' | 'api';

/** A sign-in: the person and the id of their sesion_acceso. */
export type Ingreso = { sid: string; actor: Actor; expira: Date };

/**
 * Signs somebody in, whoever asks (page or API): checks the password, opens a sesion_acceso and leaves it in the trail,
 * as it leaves each failure. An unknown mail, a wrong password and an inactive person cost the same work and get the
 * same sentence. Whoever has a second factor gives its code too; without one the answer is the way to the second step.
 * Throws CredencialesError, SegundoFactorError, CodigoIncorrectoError, DemasiadosIntentosError.
 */
export async function ingresar(ctx: PublicContext, raw: unknown, canal: Canal): Promise<Ingreso> {
  const { email, password, codigo } = IngresarInput.parse(raw);
  const intento = await startIngreso(ctx, email);
  const fila = await buscar(email);
  const correcta = await verifyPassword(password, fila?.password_hash ?? null);
  if (!fila || !correcta || !fila.activo) {
    const conocido = fila ? { id: fila.id, idSucursal: fila.id_sucursal } : null;
    await Promise.all([intento.failed(), auditFailure(ctx, email, conocido)]);
    throw new CredencialesError();
  }
  await intento.passed();
  if (fila.con_segundo_factor) {
    if (codigo === undefined) throw new SegundoFactorError(await firmarDesafio(fila, ctx.ahora));
    await comprobarSegundo(ctx, fila, codigo);
  }
  return abrirSesion(ctx, actorDeFila(fila), canal);
}

/**
 * The second step of a sign-in: what `ingresar` answered with SegundoFactorError, and the code. Five minutes, and only while
 * the password is the same. Throws DesafioVencidoError, CodigoIncorrectoError, DemasiadosIntentosError.
 */
export async function completarIngreso(ctx: PublicContext, raw: unknown, canal: Canal): Promise<Ingreso> {
  const { desafio, codigo } = CompletarIngresoInput.parse(raw);
  const idUsuario = await duenoDeDesafio(desafio);
  const fila = idUsuario === null ? undefined : await buscar(idUsuario);
  if (!fila?.activo || !(await esDesafioDe(desafio, fila))) throw new DesafioVencidoError();
  await comprobarSegundo(ctx, fila, codigo);
  return abrirSesion(ctx, actorDeFila(fila), canal);
}

function comprobarSegundo(ctx: PublicContext, fila: Fila, codigo: string): Promise<void> {
  const conocido = { id: fila.id, idSucursal: fila.id_sucursal };
  const alFallar = () => auditFailure(ctx, fila.email, conocido, 'sesion.codigo_fallido');
  return comprobarCodigo(ctx, { idUsuario: fila.id, codigo, alFallar });
}

type Fila = FilaActor & { password_hash: string; activo: boolean };

/** By mail, or by id. */
async function buscar(quien: string | number): Promise<Fila | undefined> {
  const sql = sqlClient();
  const [fila] = await sql<Fila[]>`
    select ${columnasDeActor(sql)}, u.password_hash, u.estado and r.estado as activo
    from usuario u join rol r on r.id = u.id_rol
    where ${typeof quien === 'string' ? sql`lower(u.email) = ${quien}` : sql`u.id = ${quien}`}`;
  return fila;
}

async function abrirSesion(ctx: PublicContext, actor: Actor, canal: Canal): Promise<Ingreso> {
  const { ahora, requestId, ip, dispositivo } = ctx;
  const sid = crypto.randomUUID();
  const vidaMs = canal === 'navegador' ? SESION_NAVEGADOR_S * 1000 : durationMs(env().JWT_REFRESH_EXPIRES_IN);
  const expira = new Date(ahora.getTime() + vidaMs);
  await withTransaction({}, async (tx) => {
    await tx.sql`
      insert into sesion_acceso (sid, id_usuario, canal, ip, dispositivo, creada_en, expira_en)
      values (${sid}::uuid, ${actor.idUsuario}, ${canal}, ${ip}, ${dispositivo}, ${ahora.toISOString()}::timestamptz,
        ${expira.toISOString()}::timestamptz)`;
    const evento = { accion: 'sesion.ingresar', entidad: 'sesion_acceso', idEntidad: sid, despues: { canal } };
    await emitAudit(tx, buildContext(actor, { ahora, requestId, ip, dispositivo }), evento);
  });
  return { sid, actor, expira };
}
