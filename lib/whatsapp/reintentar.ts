import { withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { puede, requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { publish } from '@/lib/realtime/publish';
import { MensajeNoEncontradoError, MensajeNoFallidoError } from './errors';
import { VIGENCIA_MS } from './rules';
import { type EnvioDto, MensajeIdInput } from './schemas';

/**
 * Puts a message that failed in line again, with all its tries ahead. It is still the same message for WhatsApp. Throws
 * PermisoError, MensajeNoEncontradoError, MensajeNoFallidoError.
 */
export async function reintentarMensaje(ctx: Context, raw: unknown): Promise<EnvioDto> {
  requirePermiso(ctx, 'whatsapp:enviar');
  const { id } = MensajeIdInput.parse(raw);
  const todas = puede(ctx, 'sucursal:todas');
  return withTransaction(ctx, async (tx) => {
    const [mensaje] = await tx.sql<{ estado: string; sin_archivo: boolean }[]>`
      select estado, tipo <> 'TEXTO' and archivo is null as sin_archivo from mensaje_whatsapp
      where id = ${id} and (${todas} or id_sucursal = ${ctx.idSucursal}) for update`;
    if (!mensaje) throw new MensajeNoEncontradoError();
    if (mensaje.estado !== 'FALLIDO' || mensaje.sin_archivo) throw new MensajeNoFallidoError();
    const ahora = ctx.ahora.toISOString();
    const vence = new Date(ctx.ahora.getTime() + VIGENCIA_MS).toISOString();
    await tx.sql`
      update mensaje_whatsapp set estado = 'PENDIENTE', intentos = 0, ultimo_error = null, proximo_intento = ${ahora}::timestamptz,
        vence_en = ${vence}::timestamptz where id = ${id}`;
    await emitAudit(tx, ctx, { accion: 'whatsapp.reintentar', entidad: 'mensaje_whatsapp', idEntidad: id });
    publish(tx, { tema: 'whatsapp', idSucursal: ctx.idSucursal, ids: [id] });
    return { success: true, message: 'El mensaje está otra vez en cola.', id, estado: 'PENDIENTE' };
  });
}
