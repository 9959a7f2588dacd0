import type { z } from 'zod';
import { withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { puede, requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { publish } from '@/lib/realtime/publish';
import { AlertaAtendidaError, AlertaPropiaError } from './errors';
import { leerAlertaEn } from './queries';
import { type AlertaDto, AtenderAlertaInput } from './schemas';

/**
 * Says that an alert was looked at, with a note of what came of it. Once: of two people at the same time the second is
 * told. Nobody answers for themselves but who answers for every branch.
 * Throws PermisoError, AlertaNoEncontradaError, AlertaPropiaError, AlertaAtendidaError.
 */
export async function atenderAlerta(
  ctx: Context,
  raw: z.input<typeof AtenderAlertaInput> | unknown,
): Promise<AlertaDto> {
  requirePermiso(ctx, 'auditoria:ver');
  const { id, nota } = AtenderAlertaInput.parse(raw);
  return withTransaction(ctx, async (tx) => {
    const { id_sucursal: idSucursal, titulo, id_usuario } = await leerAlertaEn(tx.sql, ctx, id);
    if (id_usuario === ctx.actor.idUsuario && !puede(ctx, 'sucursal:todas')) throw new AlertaPropiaError();
    const mias = await tx.sql`
      update alerta set atendida_por = ${ctx.actor.idUsuario}, atendida_en = ${ctx.ahora.toISOString()}::timestamptz, nota = ${nota}
      where id = ${id} and atendida_en is null returning 1`;
    if (mias.length === 0) throw new AlertaAtendidaError();
    const evento = { accion: 'alerta.atender', entidad: 'alerta', idEntidad: id, despues: { titulo, nota } };
    await emitAudit(tx, { ...ctx, idSucursal }, evento);
    publish(tx, { tema: 'alerta', idSucursal, ids: [id] });
    return leerAlertaEn(tx.sql, ctx, id);
  });
}
