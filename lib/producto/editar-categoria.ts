import type { z } from 'zod';
import { constraintName } from '@/db/errors';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { writeOnce } from '@/lib/operacion/write-once';
import { conArbol } from './arbol';
import { CategoriaNoEncontradaError, CategoriaRepetidaError } from './errors';
import { type CategoriaDto, EditarCategoriaInput } from './schemas';
import { leerCategoriaEn } from './steps';

/**
 * Renames a category or hangs it elsewhere, with all that is inside it. Throws PermisoError, CategoriaNoEncontradaError,
 * CategoriaRepetidaError, CategoriaMalPuestaError.
 */
export async function editarCategoria(
  ctx: Context,
  raw: z.input<typeof EditarCategoriaInput> | unknown,
): Promise<CategoriaDto> {
  requirePermiso(ctx, 'producto:editar');
  const { id, nombre, id_padre } = EditarCategoriaInput.parse(raw);
  const acto = { verbo: 'categoria.editar', input: { id, nombre, id_padre } };
  const write = () =>
    writeOnce(ctx, acto, {
      work: async (tx) => {
        const [antes] = await tx.sql<{ nombre: string; idPadre: number | null }[]>`
          select nombre, id_padre as "idPadre" from categoria where id = ${id} and estado for no key update`;
        if (!antes) throw new CategoriaNoEncontradaError();
        const despues = { nombre: nombre ?? antes.nombre, idPadre: id_padre === undefined ? antes.idPadre : id_padre };
        if (despues.nombre !== antes.nombre || despues.idPadre !== antes.idPadre) {
          await tx.sql`
            update categoria set nombre = ${despues.nombre}, id_padre = ${despues.idPadre}, id_user_update = ${ctx.actor.idUsuario},
              updated_at = ${ctx.ahora.toISOString()}::timestamptz
            where id = ${id}`;
          await emitAudit(tx, ctx, {
            accion: 'categoria.editar',
            entidad: 'categoria',
            idEntidad: id,
            antes,
            despues,
          });
        }
        return { respuesta: await leerCategoriaEn(tx, id) };
      },
    });
  try {
    return await conArbol(write);
  } catch (error) {
    if (constraintName(error) === 'categoria_nombre') throw new CategoriaRepetidaError(nombre ?? '');
    throw error;
  }
}
