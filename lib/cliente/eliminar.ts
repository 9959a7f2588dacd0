import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { writeOnce } from '@/lib/operacion/write-once';
import { publish } from '@/lib/realtime/publish';
import { lockCliente } from './lock';
import { leerClienteEn } from './read';
import { type ClienteDto, EliminarClienteInput } from './schemas';

/**
 * Takes a customer out of use: they are offered no more, their tickets stay theirs, and their CI/NIT can be registered
 * again. Throws PermisoError, ClienteNoEncontradoError.
 */
export async function eliminarCliente(ctx: Context, raw: unknown): Promise<ClienteDto> {
  requirePermiso(ctx, 'cliente:editar');
  const { id } = EliminarClienteInput.parse(raw);
  return writeOnce(
    ctx,
    { verbo: 'cliente.eliminar', input: { id } },
    {
      work: async (tx) => {
        const antes = await lockCliente(tx, id);
        const dto = await leerClienteEn(tx.sql, id);
        const ahora = ctx.ahora.toISOString();
        await tx.sql`
          update cliente set estado = false, id_user_update = ${ctx.actor.idUsuario}, updated_at = ${ahora}::timestamptz
          where id = ${id}`;
        await emitAudit(tx, ctx, { accion: 'cliente.eliminar', entidad: 'cliente', idEntidad: id, antes });
        publish(tx, { tema: 'cliente', idSucursal: null, ids: [id] });
        return { respuesta: { ...dto, estado: false, id_user_update: ctx.actor.idUsuario, updated_at: ahora } };
      },
    },
  );
}
