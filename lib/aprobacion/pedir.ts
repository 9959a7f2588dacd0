import type { z } from 'zod';
import { withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import type { Context } from '@/lib/context';
import { avisarSuperiores } from './avisar';
import { AprobacionNoEncontradaError } from './errors';
import { lockAprobacion, requireEstado } from './lock';
import { leerAprobacionEn } from './read';
import { PLAZO_MS } from './rules';
import { type AprobacionDto, PedirAprobacionInput } from './schemas';

/**
 * Asks the superiors of the branch to let a refused act happen: the draft waits for an answer, ten minutes from now. Only
 * who was refused asks; asking twice is asking once.
 * Throws AprobacionNoEncontradaError, AprobacionVencidaError, AprobacionResueltaError.
 */
export async function pedirAprobacion(
  ctx: Context,
  raw: z.input<typeof PedirAprobacionInput> | unknown,
): Promise<AprobacionDto> {
  const { id, motivo } = PedirAprobacionInput.parse(raw);
  return withTransaction(ctx, async (tx) => {
    const a = await lockAprobacion(tx, id);
    if (a.solicitadaPor !== ctx.actor.idUsuario || a.momento !== 'ANTES') throw new AprobacionNoEncontradaError();
    requireEstado(a, ctx.ahora, 'BORRADOR', 'PENDIENTE');
    if (a.estado === 'PENDIENTE') return leerAprobacionEn(tx.sql, ctx, id);
    const en = { ...ctx, idSucursal: a.idSucursal };
    await tx.sql`
      update aprobacion set estado = 'PENDIENTE', motivo = ${motivo}, pedida_en = ${ctx.ahora.toISOString()}::timestamptz,
        vence_en = ${new Date(ctx.ahora.getTime() + PLAZO_MS).toISOString()}::timestamptz
      where id = ${id}`;
    await emitAudit(tx, en, {
      accion: 'aprobacion.pedir',
      entidad: 'aprobacion',
      idEntidad: id,
      despues: { resumen: a.resumen, motivo },
    });
    await avisarSuperiores(tx, en, id);
    return leerAprobacionEn(tx.sql, ctx, id);
  });
}
