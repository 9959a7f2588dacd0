import { type Tx, withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { puede, requirePermiso } from '@/lib/auth/permisos';
import { olvidarPrincipal } from '@/lib/auth/principal';
import type { Context } from '@/lib/context';
import { NoEncontradoError } from '@/lib/errors';
import { publish } from '@/lib/realtime/publish';
import { admisible, selectAdmitidos } from './admitidos';
import { NoAdmisibleError, SesionAjenaError } from './errors';
import { AdmitirInput } from './schemas';
import type { AdmitidoDto } from './schemas-respuestas';
import { lockSesionAbierta, type SesionAbierta } from './steps';

/**
 * Lets another person work in an open session, with their own PIN and their own name on what they do; the difference stays
 * its responsible's. Admitting again changes nothing. Answers who may work there.
 * Throws PermisoError, SesionNoEncontradaError, SesionAjenaError, SesionCerradaError, NoAdmisibleError.
 */
export async function admitir(ctx: Context, raw: unknown): Promise<AdmitidoDto[]> {
  requireAdmitir(ctx);
  const input = AdmitirInput.parse(raw);
  return withTransaction(ctx, async (tx) => {
    const sesion = await lockPropia(tx, ctx, input.id);
    if (input.idUsuario === sesion.idUsuario) return selectAdmitidos(tx.sql, sesion.id);
    if (!(await admisible(tx.sql, sesion, input.idUsuario))) throw new NoAdmisibleError();
    const ahora = ctx.ahora.toISOString();
    const escritas = await tx.sql`
      insert into sesion_caja_admitido as a (id_sesion_caja, id_usuario, admitido_por, admitido_en)
      values (${sesion.id}, ${input.idUsuario}, ${ctx.actor.idUsuario}, ${ahora}::timestamptz)
      on conflict (id_sesion_caja, id_usuario) do update set retirado_en = null, admitido_por = excluded.admitido_por,
        admitido_en = excluded.admitido_en
      where a.retirado_en is not null
      returning 1`;
    if (escritas.length > 0) await anotar(tx, ctx, sesion, 'caja.admitir', input.idUsuario);
    return selectAdmitidos(tx.sql, sesion.id);
  });
}

/**
 * Takes an admitted person out of an open session; what they did stays theirs, and their sign-in by PIN there ends.
 * Throws PermisoError, SesionNoEncontradaError, SesionAjenaError, SesionCerradaError, NoEncontradoError (was not admitted).
 */
export async function retirar(ctx: Context, raw: unknown): Promise<AdmitidoDto[]> {
  requireAdmitir(ctx);
  const input = AdmitirInput.parse(raw);
  return withTransaction(ctx, async (tx) => {
    const sesion = await lockPropia(tx, ctx, input.id);
    const retiradas = await tx.sql`
      update sesion_caja_admitido set retirado_en = ${ctx.ahora.toISOString()}::timestamptz
      where id_sesion_caja = ${sesion.id} and id_usuario = ${input.idUsuario} and retirado_en is null returning 1`;
    if (retiradas.length === 0) throw new NoEncontradoError('Esa persona no está admitida en la caja.');
    await anotar(tx, ctx, sesion, 'caja.retirar', input.idUsuario);
    tx.afterCommit(() => olvidarPrincipal());
    return selectAdmitidos(tx.sql, sesion.id);
  });
}

function requireAdmitir(ctx: Context): void {
  if (!puede(ctx, 'caja:cerrar_ajena')) requirePermiso(ctx, 'caja:admitir');
}

/** The session, if it is one's own and one may admit, or if one may close it for another. */
async function lockPropia(tx: Tx, ctx: Context, id: number): Promise<SesionAbierta> {
  const sesion = await lockSesionAbierta(tx, ctx, id, null);
  const propia = sesion.idUsuario === ctx.actor.idUsuario && puede(ctx, 'caja:admitir');
  if (!propia && !puede(ctx, 'caja:cerrar_ajena')) throw new SesionAjenaError();
  return sesion;
}

async function anotar(tx: Tx, ctx: Context, sesion: SesionAbierta, accion: string, idUsuario: number): Promise<void> {
  await emitAudit(
    tx,
    { ...ctx, idSucursal: sesion.idSucursal },
    { accion, entidad: 'sesion_caja', idEntidad: sesion.id, despues: { id_usuario: idUsuario } },
  );
  publish(tx, { tema: 'caja', idSucursal: sesion.idSucursal, ids: [sesion.idCaja] });
}
