import type { z } from 'zod';
import { constraintName } from '@/db/errors';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { writeOnce } from '@/lib/operacion/write-once';
import { publish } from '@/lib/realtime/publish';
import { lockCliente } from './lock';
import { ciNitRepetido, leerClienteEn } from './read';
import { busquedaDeCliente } from './rules';
import { type ClienteDto, EditarClienteInput } from './schemas';

/**
 * Changes the name, the CI/NIT or the phone of a customer. Their tickets show them as they are called now.
 * Throws PermisoError, ClienteNoEncontradoError, CiNitRepetidoError.
 */
export async function editarCliente(
  ctx: Context,
  raw: z.input<typeof EditarClienteInput> | unknown,
): Promise<ClienteDto> {
  requirePermiso(ctx, 'cliente:editar');
  const input = EditarClienteInput.parse(raw);
  try {
    return await writeOnce(
      ctx,
      { verbo: 'cliente.editar', input },
      {
        work: async (tx) => {
          const antes = await lockCliente(tx, input.id);
          const despues = {
            nombre: input.nombre ?? antes.nombre,
            ciNit: input.ciNit === undefined ? antes.ciNit : input.ciNit,
            telefono: input.telefono === undefined ? antes.telefono : input.telefono,
          };
          await tx.sql`
            update cliente set nombre = ${despues.nombre}, ci_nit = ${despues.ciNit}, telefono = ${despues.telefono},
              busqueda = ${busquedaDeCliente(despues)}, id_user_update = ${ctx.actor.idUsuario},
              updated_at = ${ctx.ahora.toISOString()}::timestamptz
            where id = ${input.id}`;
          await emitAudit(tx, ctx, {
            accion: 'cliente.editar',
            entidad: 'cliente',
            idEntidad: input.id,
            antes,
            despues,
          });
          publish(tx, { tema: 'cliente', idSucursal: null, ids: [input.id] });
          return { respuesta: await leerClienteEn(tx.sql, input.id) };
        },
      },
    );
  } catch (error) {
    if (constraintName(error) === 'cliente_ci_nit') throw await ciNitRepetido(input.ciNit);
    throw error;
  }
}
