import type { z } from 'zod';
import { withTransaction } from '@/db/transaction';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { lockAprobacion, requireEstado, requireSuperior } from './lock';
import { leerAprobacionEn } from './read';
import { resolver } from './resolver';
import { type AprobacionDto, AprobarInput } from './schemas';

/**
 * A superior lets the act happen, on their own screen: once, within five minutes. Of an approval and a refusal at once the
 * first stands. Throws PermisoError, AprobacionNoEncontradaError, AprobacionPropiaError, AprobacionSobreTopeError,
 * AprobacionVencidaError, AprobacionResueltaError.
 */
export async function aprobar(ctx: Context, raw: z.input<typeof AprobarInput> | unknown): Promise<AprobacionDto> {
  requirePermiso(ctx, 'aprobacion:resolver');
  const { id, respuesta } = AprobarInput.parse(raw);
  return withTransaction(ctx, async (tx) => {
    const a = await lockAprobacion(tx, id);
    requireSuperior(ctx, a);
    requireEstado(a, ctx.ahora, 'PENDIENTE');
    await resolver(tx, ctx, a, { estado: 'APROBADA', via: 'PANTALLA', respuesta });
    return leerAprobacionEn(tx.sql, ctx, id);
  });
}
