import { sucursal } from '@/db/schema/sucursal';
import { withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { abrirCuentasDeSucursal } from '@/lib/libro/cuentas';
import { SucursalRepetidaError } from './errors';
import { sucursalDto } from './read';
import { CrearSucursalInput, type SucursalDto } from './schemas';

/**
 * Creates a branch together with its accounts in the libro, so that every document can post from the first minute.
 * Cash rounds to 0,10 unless told otherwise. Throws PermisoError, SucursalRepetidaError.
 */
export async function crearSucursal(ctx: Context, raw: unknown): Promise<SucursalDto> {
  requirePermiso(ctx, 'sucursal:administrar');
  const input = CrearSucursalInput.parse(raw);
  return withTransaction(ctx, async (tx) => {
    const [fila] = await tx.db
      .insert(sucursal)
      .values({
        nombre: input.nombre,
        direccion: input.direccion,
        telefono: input.telefono,
        redondeoEfectivo: input.redondeo_efectivo ?? true,
        textoEncabezado: input.texto_encabezado ?? null,
        textoPie: input.texto_pie ?? null,
        diasDevolucion: input.dias_devolucion ?? 7,
        idUserCreate: ctx.actor.idUsuario,
        createdAt: ctx.ahora,
        updatedAt: ctx.ahora,
      })
      .onConflictDoNothing()
      .returning();
    if (!fila) throw new SucursalRepetidaError(input.nombre);
    await abrirCuentasDeSucursal(tx, fila.id);
    const dto = sucursalDto(fila);
    await emitAudit(tx, ctx, { accion: 'sucursal.crear', entidad: 'sucursal', idEntidad: fila.id, despues: dto });
    return dto;
  });
}
