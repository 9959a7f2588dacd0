import type { z } from 'zod';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { writeOnce } from '@/lib/operacion/write-once';
import { conArbol } from './arbol';
import { CategoriaRepetidaError } from './errors';
import { type CategoriaDto, CrearCategoriaInput } from './schemas';
import { leerCategoriaEn } from './steps';

/**
 * Creates a category, at the top or inside another. Names are unique in the whole tree, whatever their case.
 * Throws PermisoError, CategoriaRepetidaError, CategoriaMalPuestaError.
 */
export async function crearCategoria(
  ctx: Context,
  raw: z.input<typeof CrearCategoriaInput> | unknown,
): Promise<CategoriaDto> {
  requirePermiso(ctx, 'producto:editar');
  const input = CrearCategoriaInput.parse(raw);
  const idPadre = input.id_padre ?? null;
  const acto = { verbo: 'categoria.crear', input: { nombre: input.nombre, idPadre } };
  return conArbol(() =>
    writeOnce(ctx, acto, {
      work: async (tx) => {
        const ahora = ctx.ahora.toISOString();
        const [fila] = await tx.sql<{ id: number }[]>`
        insert into categoria (nombre, id_padre, id_user_create, created_at, updated_at)
        values (${input.nombre}, ${idPadre}, ${ctx.actor.idUsuario}, ${ahora}::timestamptz, ${ahora}::timestamptz)
        on conflict (lower(nombre)) where estado do nothing returning id`;
        if (!fila) throw new CategoriaRepetidaError(input.nombre);
        const dto = await leerCategoriaEn(tx, fila.id);
        await emitAudit(tx, ctx, { accion: 'categoria.crear', entidad: 'categoria', idEntidad: fila.id, despues: dto });
        return { respuesta: dto };
      },
    }),
  );
}
