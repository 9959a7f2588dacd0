import type { z } from 'zod';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { writeOnce } from '@/lib/operacion/write-once';
import { CategoriaConHijasError, CategoriaEnUsoError, CategoriaNoEncontradaError } from './errors';
import { type CategoriaDto, PorIdInput } from './schemas';
import { leerCategoriaEn } from './steps';

/**
 * Deletes a category (soft) that no active product uses and has none inside; its name can be used again.
 * Throws PermisoError, CategoriaNoEncontradaError, CategoriaEnUsoError, CategoriaConHijasError.
 */
export async function eliminarCategoria(
  ctx: Context,
  raw: z.input<typeof PorIdInput> | unknown,
): Promise<CategoriaDto> {
  requirePermiso(ctx, 'producto:editar');
  const { id } = PorIdInput.parse(raw);
  return writeOnce(
    ctx,
    { verbo: 'categoria.eliminar', input: { id } },
    {
      work: async (tx) => {
        // Products lock their category FOR SHARE: after this lock, the count cannot grow.
        const [fila] = await tx.sql`select 1 from categoria where id = ${id} and estado for no key update`;
        if (!fila) throw new CategoriaNoEncontradaError();
        const dto = await leerCategoriaEn(tx, id);
        if (dto.total_productos > 0) throw new CategoriaEnUsoError(dto.nombre, dto.total_productos);
        const hijas = await tx.sql`select 1 from categoria where id_padre = ${id} and estado`;
        if (hijas.length > 0) throw new CategoriaConHijasError(dto.nombre, hijas.length);
        const ahora = ctx.ahora.toISOString();
        await tx.sql`
        update categoria set estado = false, id_user_update = ${ctx.actor.idUsuario}, updated_at = ${ahora}::timestamptz
        where id = ${id}`;
        await emitAudit(tx, ctx, { accion: 'categoria.eliminar', entidad: 'categoria', idEntidad: id, antes: dto });
        return { respuesta: { ...dto, estado: false, id_user_update: ctx.actor.idUsuario, updated_at: ahora } };
      },
    },
  );
}
