import { withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { CajaAbiertaError, CajaConDineroError } from './errors';
import { lockCaja, saldoGaveta, tieneSesionAbierta } from './lock';
import { selectCajas } from './read';
import { IdInput } from './schemas';
import type { CajaDto } from './schemas-respuestas';

/**
 * Retires a caja: it disappears from lists and its history stays. Refused while it is open or its drawer holds money.
 * Throws PermisoError, CajaNoEncontradaError (also when it was already deleted), CajaAbiertaError, CajaConDineroError.
 */
export async function eliminarCaja(ctx: Context, raw: unknown): Promise<CajaDto> {
  requirePermiso(ctx, 'caja:administrar');
  const { id } = IdInput.parse(raw);
  return withTransaction(ctx, async (tx) => {
    const { nombre, idSucursal } = await lockCaja(tx, ctx, id);
    if (await tieneSesionAbierta(tx, id)) throw new CajaAbiertaError(nombre, 'eliminarla');
    if ((await saldoGaveta(tx, id)) !== 0) throw new CajaConDineroError(nombre);
    await tx.sql`
      update caja set estado = false, id_user_update = ${ctx.actor.idUsuario}, updated_at = ${ctx.ahora.toISOString()}::timestamptz
      where id = ${id}`;
    await emitAudit(
      tx,
      { ...ctx, idSucursal },
      { accion: 'caja.eliminar', entidad: 'caja', idEntidad: id, antes: { nombre } },
    );
    const [caja] = await selectCajas(tx.sql, ctx, tx.sql`c.id = ${id}`);
    if (!caja) throw new Error(`caja ${id}: not found after its update`);
    return caja;
  });
}
