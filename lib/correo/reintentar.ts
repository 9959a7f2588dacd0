import { withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { enqueue } from '@/lib/jobs/enqueue';
import { esDireccion } from '@/lib/mail/direccion';
import { CorreoNoEncontradoError, CorreoNoFallidoError, CorreoSinRemedioError } from './errors';
import { columnasDeCorreo, correoDto, type FilaConCuerpo, sucursalVisible } from './read';
import { type CorreoDto, CorreoInput } from './schemas';

/**
 * Puts a mail that failed back in the queue, with all its tries. Throws PermisoError, CorreoNoEncontradoError,
 * CorreoNoFallidoError, CorreoSinRemedioError.
 */
export async function reintentarCorreo(ctx: Context, raw: unknown): Promise<CorreoDto> {
  requirePermiso(ctx, 'correo:ver');
  const { id } = CorreoInput.parse(raw);
  return withTransaction(ctx, async (tx) => {
    const [fila] = await tx.sql<FilaConCuerpo[]>`
      select ${columnasDeCorreo(tx.sql, ctx.ahora)}, c.datos, c.html from correo c
      where c.id = ${id} and ${sucursalVisible(tx.sql, ctx)} for no key update of c`;
    if (!fila) throw new CorreoNoEncontradoError();
    if (fila.estado !== 'FALLIDO') throw new CorreoNoFallidoError();
    if (!esDireccion(fila.para) || (fila.html === null && fila.datos === null)) throw new CorreoSinRemedioError();
    await tx.sql`update correo set estado = 'PENDIENTE', tomado_hasta = null where id = ${id}`;
    await enqueue(tx, 'correo', { idCorreo: id });
    await emitAudit(tx, ctx, { accion: 'correo.reintentar', entidad: 'correo', idEntidad: id });
    return correoDto({ ...fila, estado: 'PENDIENTE' });
  });
}
