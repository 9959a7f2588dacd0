import { eq } from 'drizzle-orm';
import { constraintName } from '@/db/errors';
import { sucursal } from '@/db/schema/sucursal';
import { withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { SucursalRepetidaError } from './errors';
import { lockSucursal } from './lock';
import { sucursalDto } from './read';
import { EditarSucursalInput, type SucursalDto } from './schemas';

/** Edits what is given of a branch. Throws PermisoError, SucursalNoEncontradaError, SucursalRepetidaError. */
export async function editarSucursal(ctx: Context, raw: unknown): Promise<SucursalDto> {
  requirePermiso(ctx, 'sucursal:administrar');
  const input = EditarSucursalInput.parse(raw);
  try {
    return await withTransaction(ctx, async (tx) => {
      const antes = await lockSucursal(tx, ctx, input.id);
      const [fila] = await tx.db
        .update(sucursal)
        .set({
          nombre: input.nombre ?? antes.nombre,
          direccion: dado(input.direccion, antes.direccion),
          telefono: dado(input.telefono, antes.telefono),
          redondeoEfectivo: input.redondeo_efectivo ?? antes.redondeo_efectivo,
          textoEncabezado: dado(input.texto_encabezado, antes.texto_encabezado),
          textoPie: dado(input.texto_pie, antes.texto_pie),
          diasDevolucion: input.dias_devolucion ?? antes.dias_devolucion,
          idUserUpdate: ctx.actor.idUsuario,
          updatedAt: ctx.ahora,
        })
        .where(eq(sucursal.id, input.id))
        .returning();
      if (!fila) throw new Error(`sucursal ${input.id}: gone under its lock`);
      const despues = sucursalDto(fila);
      await emitAudit(tx, ctx, { accion: 'sucursal.editar', entidad: 'sucursal', idEntidad: input.id, antes, despues });
      return despues;
    });
  } catch (error) {
    if (constraintName(error) === 'sucursal_nombre_unique') throw new SucursalRepetidaError(input.nombre ?? '');
    throw error;
  }
}

/** What was sent, `null` included; what was not sent stays. */
function dado(enviado: string | null | undefined, antes: string | null): string | null {
  return enviado === undefined ? antes : enviado;
}
