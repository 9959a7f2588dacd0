import type { z } from 'zod';
import { withTransaction } from '@/db/transaction';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { lockAprobacion, requireEstado, requireSuperior } from './lock';
import { leerAprobacionEn } from './read';
import { resolver } from './resolver';
import { type AprobacionDto, RechazarInput } from './schemas';

/**
 * A superior refuses, and says why. What already happened (the difference of a close) stands, marked as not accepted.
 * Throws PermisoError, AprobacionNoEncontradaError, AprobacionPropiaError, AprobacionSobreTopeError,
 * AprobacionVencidaError, AprobacionResueltaError.
 */
export async function rechazar(ctx: Context, raw: z.input<typeof RechazarInput> | unknown): Promise<AprobacionDto> {
  requirePermiso(ctx, 'aprobacion:resolver');
  const { id, respuesta } = RechazarInput.parse(raw);
  return withTransaction(ctx, async (tx) => {
    const a = await lockAprobacion(tx, id);
    requireSuperior(ctx, a);
    requireEstado(a, ctx.ahora, 'PENDIENTE');
    await resolver(tx, ctx, a, { estado: 'RECHAZADA', via: 'PANTALLA', respuesta });
    return leerAprobacionEn(tx.sql, ctx, id);
  });
}
