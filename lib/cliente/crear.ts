import type { z } from 'zod';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { writeOnce } from '@/lib/operacion/write-once';
import { publish } from '@/lib/realtime/publish';
import { CiNitRepetidoError } from './errors';
import { COLUMNAS, clienteDto } from './read';
import { busquedaDeCliente } from './rules';
import { type ClienteDto, CrearClienteInput } from './schemas';

/**
 * Registers a customer of the chain. The name is enough; of a CI or NIT there is one in use. Once per `ctx.clave`.
 * Throws PermisoError, CiNitRepetidoError.
 */
export async function crearCliente(
  ctx: Context,
  raw: z.input<typeof CrearClienteInput> | unknown,
): Promise<ClienteDto> {
  requirePermiso(ctx, 'cliente:crear');
  const input = CrearClienteInput.parse(raw);
  return writeOnce(
    ctx,
    { verbo: 'cliente.crear', input },
    {
      work: async (tx) => {
        const ahora = ctx.ahora.toISOString();
        const [fila] = await tx.sql<ClienteDto[]>`
          insert into cliente as c (nombre, ci_nit, telefono, busqueda, id_user_create, created_at, updated_at)
          values (${input.nombre}, ${input.ciNit}, ${input.telefono}, ${busquedaDeCliente(input)}, ${ctx.actor.idUsuario},
            ${ahora}::timestamptz, ${ahora}::timestamptz)
          on conflict (ci_nit) where estado do nothing returning ${tx.sql.unsafe(COLUMNAS)}`;
        if (!fila) {
          const [otro] = await tx.sql<{ nombre: string }[]>`
            select nombre from cliente where ci_nit = ${input.ciNit} and estado`;
          throw new CiNitRepetidoError(otro?.nombre ?? null);
        }
        const dto = clienteDto(fila);
        await emitAudit(tx, ctx, {
          accion: 'cliente.crear',
          entidad: 'cliente',
          idEntidad: dto.id,
          despues: { nombre: dto.nombre, ci_nit: dto.ci_nit, telefono: dto.telefono },
        });
        publish(tx, { tema: 'cliente', idSucursal: null, ids: [dto.id] });
        return { respuesta: dto };
      },
    },
  );
}
