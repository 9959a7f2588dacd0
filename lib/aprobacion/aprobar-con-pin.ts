import type { z } from 'zod';
import { sqlClient } from '@/db';
import { type Tx, withTransaction } from '@/db/transaction';
import { comprobarPinDe } from '@/lib/auth/comprobar';
import { puede } from '@/lib/auth/permisos';
import { actorDeFila, buildContext, columnasDeActor, type FilaActor } from '@/lib/auth/principal';
import type { Context } from '@/lib/context';
import { AprobacionNoEncontradaError, AprobacionPropiaError, NoEsSuperiorError } from './errors';
import { lockAprobacion, requireEstado, requireSuperior } from './lock';
import { leerAprobacionEn } from './read';
import { resolver } from './resolver';
import { type AprobacionDto, AprobarConPinInput } from './schemas';
import { trabajaEn } from './visible';

/**
 * A superior who is at the counter lets the act happen with their PIN, in the session of who asks. The PIN has the same
 * limits as everywhere; it opens nothing but this answer. So is what already happened looked at, right after a close. `motivo` is why, told by who asks.
 * Throws AprobacionNoEncontradaError, PinIncorrectoError, DemasiadosIntentosError, NoEsSuperiorError,
 * AprobacionPropiaError, AprobacionSobreTopeError, AprobacionVencidaError, AprobacionResueltaError.
 */
export async function aprobarConPin(
  ctx: Context,
  raw: z.input<typeof AprobarConPinInput> | unknown,
): Promise<AprobacionDto> {
  const { id, idUsuario, pin, motivo } = AprobarConPinInput.parse(raw);
  if (idUsuario === ctx.actor.idUsuario) throw new AprobacionPropiaError();
  // Before the PIN: nobody tries PINs on what is not theirs. Its failures count whatever becomes of the act.
  const suya = await sqlClient()`
    select 1 from aprobacion where id = ${id} and solicitada_por = ${ctx.actor.idUsuario}`;
  if (suya.length === 0) throw new AprobacionNoEncontradaError();
  await comprobarPinDe(ctx, { idUsuario, pin });
  return withTransaction(ctx, async (tx) => {
    const a = await lockAprobacion(tx, id);
    requireEstado(a, ctx.ahora, 'BORRADOR', 'PENDIENTE');
    const superior = await contextoDelSuperior(tx, ctx, idUsuario, a.idSucursal);
    requireSuperior(superior, a);
    await resolver(tx, superior, a, { estado: 'APROBADA', via: 'PIN', respuesta: null, motivo });
    return leerAprobacionEn(tx.sql, ctx, id);
  });
}

/** The superior as the act's branch knows them, with all the rights of their role: the PIN proved who they are. */
async function contextoDelSuperior(tx: Tx, ctx: Context, idUsuario: number, idSucursal: number): Promise<Context> {
  const { sql } = tx;
  const [fila] = await sql<FilaActor[]>`
    select ${columnasDeActor(sql)} from usuario u join rol r on r.id = u.id_rol
    where u.id = ${idUsuario} and u.estado and r.estado`;
  if (!fila) throw new AprobacionNoEncontradaError();
  const { ahora, requestId, ip, dispositivo } = ctx;
  const superior = buildContext(actorDeFila(fila), { ahora, requestId, ip, dispositivo, idSucursal });
  const alcanza = puede(superior, 'aprobacion:resolver') && trabajaEn(superior, idSucursal);
  if (!alcanza) throw new NoEsSuperiorError(superior.actor.nombre);
  return superior;
}
