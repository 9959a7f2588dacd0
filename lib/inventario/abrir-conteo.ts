import type { z } from 'zod';
import { constraintName } from '@/db/errors';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { siguienteDeSerie } from '@/lib/kardex/documento';
import { writeOnce } from '@/lib/operacion/write-once';
import { lockCategoria } from '@/lib/producto/steps';
import { publish } from '@/lib/realtime/publish';
import { ConteoAbiertoError } from './errors';
import { leerConteoEn } from './read-conteo';
import { AbrirConteoInput } from './schemas';
import type { ConteoDetalleDto } from './schemas-respuestas';

/**
 * Begins a physical count of the branch, of a category, or of whatever gets scanned. It stops nobody from selling. Of the
 * branch, and of each category, one is open at a time. Throws PermisoError, ConteoAbiertoError, ValidacionError.
 */
export async function abrirConteo(
  ctx: Context,
  raw: z.input<typeof AbrirConteoInput> | unknown,
): Promise<ConteoDetalleDto> {
  requirePermiso(ctx, 'inventario:contar');
  const input = AbrirConteoInput.parse(raw);
  try {
    return await writeOnce(
      ctx,
      { verbo: 'conteo.abrir', input },
      {
        work: async (tx) => {
          if (input.idCategoria !== null) await lockCategoria(tx, input.idCategoria);
          const numero = await siguienteDeSerie(tx, ctx.idSucursal, 'C');
          const [fila] = await tx.sql<{ id: number }[]>`
            insert into conteo (numero, id_sucursal, alcance, id_categoria, nota, estado, abierto_en, id_usuario)
            values (${numero}, ${ctx.idSucursal}, ${input.alcance}, ${input.idCategoria}, ${input.nota}, 'ABIERTO',
              ${ctx.ahora.toISOString()}::timestamptz, ${ctx.actor.idUsuario})
            returning id`;
          if (!fila) throw new Error('conteo: the insert gave no id');
          await emitAudit(tx, ctx, { accion: 'conteo.abrir', entidad: 'conteo', idEntidad: fila.id, despues: input });
          publish(tx, { tema: 'inventario', idSucursal: ctx.idSucursal });
          return { respuesta: await leerConteoEn(tx.sql, ctx, fila.id) };
        },
      },
    );
  } catch (error) {
    if (constraintName(error) === 'conteo_abierto') throw new ConteoAbiertoError();
    throw error;
  }
}
