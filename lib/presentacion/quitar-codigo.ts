import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { writeOnce } from '@/lib/operacion/write-once';
import { publish } from '@/lib/realtime/publish';
import { CodigoNoEncontradoError, CodigoPrincipalError } from './errors';
import { type CodigoDto, PorIdInput } from './schemas';

/**
 * Takes a code off: it is free for another product. The main one is changed in the product's data.
 * Throws PermisoError, CodigoNoEncontradoError, CodigoPrincipalError.
 */
export async function quitarCodigo(ctx: Context, raw: unknown): Promise<CodigoDto> {
  requirePermiso(ctx, 'producto:editar');
  const { id } = PorIdInput.parse(raw);
  return writeOnce(
    ctx,
    { verbo: 'producto.codigo_quitar', input: { id } },
    {
      work: async (tx) => {
        const [fila] = await tx.sql<{ codigo: string; principal: boolean; idProducto: number }[]>`
          select codigo, principal, id_producto as "idProducto" from codigo_producto where id = ${id} and estado for update`;
        if (!fila) throw new CodigoNoEncontradoError();
        if (fila.principal) throw new CodigoPrincipalError();
        await tx.sql`
          update codigo_producto set estado = false, id_user_update = ${ctx.actor.idUsuario},
            updated_at = ${ctx.ahora.toISOString()}::timestamptz where id = ${id}`;
        await emitAudit(tx, ctx, {
          accion: 'producto.codigo_quitar',
          entidad: 'producto',
          idEntidad: fila.idProducto,
          antes: { codigo: fila.codigo },
        });
        publish(tx, { tema: 'producto', idSucursal: null, ids: [fila.idProducto] });
        return { respuesta: { id, codigo: fila.codigo, principal: false } };
      },
    },
  );
}
