import { withTransaction } from '@/db/transaction';
import { revocarSesionesDe } from '@/lib/auth/revocar';
import type { Context } from '@/lib/context';
import { LeerUsuarioInput, type MensajeDto } from './schemas';
import { requireSesionesDe } from './sesiones';

/**
 * Ends every sign-in of a person; of oneself, all but the one that asks. Whoever held them is out within 15 s.
 * Throws PermisoError, NoEncontradoError, OtraSucursalError, MasDerechosError.
 */
export async function cerrarSesionesAcceso(ctx: Context, raw: unknown): Promise<MensajeDto> {
  const { id } = LeerUsuarioInput.parse(raw);
  await requireSesionesDe(ctx, id);
  const salvo = id === ctx.actor.idUsuario ? (ctx.sid ?? null) : null;
  const cuantas = await withTransaction(ctx, (tx) => revocarSesionesDe(tx, ctx, id, 'usuario.cerrar_ingresos', salvo));
  if (cuantas === 0) return { message: 'No había otros ingresos abiertos.' };
  return { message: cuantas === 1 ? 'Se cerró un ingreso.' : `Se cerraron ${cuantas} ingresos.` };
}
