import { type Tx, withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { publish } from '@/lib/realtime/publish';
import { SinConteoError } from './errors';
import { lockSesionPropia, type SesionPropia } from './lock';
import { selectSesiones } from './read';
import { IdInput } from './schemas';
import type { SesionCajaDto } from './schemas-respuestas';
import { requirePaso } from './steps';

/**
 * Begins counting a drawer: it waits for the documents under way, and from then on no cash moves until the close, or until
 * the count is given up. Two people who begin at once begin one count. One's own session, unless one may close others'.
 * Throws PermisoError, SesionNoEncontradaError, SesionAjenaError, SesionCerradaError.
 */
export async function contarCaja(ctx: Context, raw: unknown): Promise<SesionCajaDto> {
  requirePermiso(ctx, 'caja:abrir');
  const { id } = IdInput.parse(raw);
  return withTransaction(ctx, async (tx) => {
    const sesion = await lockSesionPropia(tx, ctx, id);
    requirePaso(sesion.situacion, 'contar');
    if (sesion.situacion === 'ABIERTA') await escribir(tx, ctx, sesion, 'caja.contar');
    return leer(tx, ctx, id);
  });
}

/**
 * Gives the count up: the drawer works again as before. Whoever may begin a count may give up another's.
 * Throws PermisoError, SesionNoEncontradaError, SesionAjenaError, SesionCerradaError, SinConteoError.
 */
export async function cancelarConteo(ctx: Context, raw: unknown): Promise<SesionCajaDto> {
  requirePermiso(ctx, 'caja:abrir');
  const { id } = IdInput.parse(raw);
  return withTransaction(ctx, async (tx) => {
    const sesion = await lockSesionPropia(tx, ctx, id);
    if (sesion.situacion === 'ABIERTA') throw new SinConteoError();
    requirePaso(sesion.situacion, 'cancelar_conteo');
    await escribir(tx, ctx, sesion, 'caja.cancelar_conteo');
    return leer(tx, ctx, id);
  });
}

async function escribir(
  tx: Tx,
  ctx: Context,
  { id, idCaja, idSucursal }: SesionPropia,
  accion: 'caja.contar' | 'caja.cancelar_conteo',
): Promise<void> {
  const ahora = ctx.ahora.toISOString();
  const empieza = accion === 'caja.contar';
  // It may have waited for a document that was asked for after it: the count begins behind all that moved the drawer.
  const desde = empieza
    ? tx.sql`greatest(${ahora}::timestamptz, (select max(a.fecha) from asiento a where a.id_sesion_caja = ${id}))`
    : null;
  await tx.sql`
    update sesion_caja set contando_desde = ${desde}, contando_por = ${empieza ? ctx.actor.idUsuario : null},
      id_user_update = ${ctx.actor.idUsuario}, updated_at = ${ahora}::timestamptz
    where id = ${id}`;
  await emitAudit(tx, { ...ctx, idSucursal }, { accion, entidad: 'sesion_caja', idEntidad: id });
  publish(tx, { tema: 'caja', idSucursal, ids: [idCaja] });
}

async function leer(tx: Tx, ctx: Context, id: number): Promise<SesionCajaDto> {
  const [sesion] = await selectSesiones(tx.sql, ctx, tx.sql`s.id = ${id}`);
  if (!sesion) throw new Error(`sesion_caja ${id}: not found after its update`);
  return sesion;
}
