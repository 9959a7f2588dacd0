import { constraintName } from '@/db/errors';
import { type Tx, withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { CajaAbiertaError, NombreDeCajaRepetidoError } from './errors';
import { type CajaBloqueada, lockCaja, tieneSesionAbierta } from './lock';
import { selectCajas } from './read';
import { type CajaDto, EditarCajaInput } from './schemas';

/**
 * Changes a caja's name or especialidad; what is not sent stays, and cash never changes here. The especialidad only
 * changes with the caja closed. Throws PermisoError, CajaNoEncontradaError, NombreDeCajaRepetidoError, CajaAbiertaError.
 */
export async function editarCaja(ctx: Context, raw: unknown): Promise<CajaDto> {
  requirePermiso(ctx, 'caja:administrar');
  const input = EditarCajaInput.parse(raw);
  return withTransaction(ctx, async (tx) => {
    const antes = await lockCaja(tx, ctx, input.id);
    const despues = {
      nombre: input.nombre ?? antes.nombre,
      especialidad: input.especialidad ?? antes.especialidad,
    };
    if (despues.especialidad !== antes.especialidad && (await tieneSesionAbierta(tx, antes.id))) {
      throw new CajaAbiertaError(antes.nombre, 'cambiar su especialidad');
    }
    await updateCaja(tx, ctx, antes.id, despues);
    await emitAudit(
      tx,
      { ...ctx, idSucursal: antes.idSucursal },
      {
        accion: 'caja.editar',
        entidad: 'caja',
        idEntidad: antes.id,
        antes: { nombre: antes.nombre, especialidad: antes.especialidad },
        despues,
      },
    );
    const [caja] = await selectCajas(tx.sql, ctx, tx.sql`c.id = ${antes.id}`);
    if (!caja) throw new Error(`caja ${antes.id}: not found after its update`);
    return caja;
  });
}

async function updateCaja(
  tx: Tx,
  ctx: Context,
  id: number,
  { nombre, especialidad }: Pick<CajaBloqueada, 'nombre' | 'especialidad'>,
): Promise<void> {
  try {
    await tx.sql`
      update caja set nombre = ${nombre}, especialidad = ${especialidad}, id_user_update = ${ctx.actor.idUsuario},
        updated_at = ${ctx.ahora.toISOString()}::timestamptz
      where id = ${id}`;
  } catch (error) {
    if (constraintName(error) === 'caja_nombre') throw new NombreDeCajaRepetidoError(nombre);
    throw error;
  }
}
