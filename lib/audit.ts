import type { Tx } from '@/db/transaction';
import type { Context } from '@/lib/context';

/** One line of the trail. `accion` is `entidad.acto`, e.g. `venta.anular`. */
export type AuditEvent = {
  accion: string;
  entidad: string;
  idEntidad: number | string;
  antes?: unknown;
  despues?: unknown;
};

/**
 * Writes who did what in the act's own transaction: if the trail cannot be written, the act does not happen.
 * Never pass secrets in `antes` or `despues`.
 */
export async function emitAudit(tx: Tx, ctx: Context, e: AuditEvent): Promise<void> {
  await tx.sql`
    insert into auditoria (fecha, id_usuario, id_sucursal, accion, entidad, id_entidad, antes, despues, ip, dispositivo, request_id)
    values (${ctx.ahora.toISOString()}::timestamptz, ${ctx.actor.idUsuario}, ${ctx.idSucursal}, ${e.accion}, ${e.entidad},
      ${String(e.idEntidad)}, ${json(e.antes)}::text::jsonb, ${json(e.despues)}::text::jsonb, ${ctx.ip}, ${ctx.dispositivo},
      ${ctx.requestId})`;
}

function json(valor: unknown): string | null {
  return valor === undefined || valor === null ? null : JSON.stringify(valor);
}
