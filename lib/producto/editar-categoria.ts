import type { z } from 'zod';
import { constraintName } from '@/db/errors';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { writeOnce } from '@/lib/operacion/write-once';
import { CategoriaNoEncontradaError, CategoriaRepetidaError } from './errors';
import { type CategoriaDto, EditarCategoriaInput } from './schemas';
import { leerCategoriaEn } from './steps';

/** Renames a category. Throws PermisoError, CategoriaNoEncontradaError, CategoriaRepetidaError. */
export async function editarCategoria(
  ctx: Context,
  raw: z.input<typeof EditarCategoriaInput> | unknown,
): Promise<CategoriaDto> {
  requirePermiso(ctx, 'producto:editar');
  const { id, nombre } = EditarCategoriaInput.parse(raw);
  const acto = { verbo: 'categoria.editar', input: { id, nombre } };
  try {
    return await writeOnce(ctx, acto, {
      work: async (tx) => {
        const [antes] = await tx.sql<{ nombre: string }[]>`
          select nombre from categoria where id = ${id} and estado for no key update`;
        if (!antes) throw new CategoriaNoEncontradaError();
        if (nombre !== undefined && nombre !== antes.nombre) {
          await tx.sql`
            update categoria set nombre = ${nombre}, id_user_update = ${ctx.actor.idUsuario},
              updated_at = ${ctx.ahora.toISOString()}::timestamptz
            where id = ${id}`;
          await emitAudit(tx, ctx, {
            accion: 'categoria.editar',
            entidad: 'categoria',
            idEntidad: id,
            antes,
            despues: { nombre },
          });
        }
        return { respuesta: await leerCategoriaEn(tx, id) };
      },
    });
  } catch (error) {
    if (constraintName(error) === 'categoria_nombre') throw new CategoriaRepetidaError(nombre ?? '');
    throw error;
  }
}
