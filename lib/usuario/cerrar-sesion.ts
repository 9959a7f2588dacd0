import { withTransaction } from '@/db/transaction';
import { revocarSesion } from '@/lib/auth/revocar';
import type { Context } from '@/lib/context';
import { NoEncontradoError } from '@/lib/errors';
import { type MensajeDto, SesionAccesoInput } from './schemas';
import { requireSesionesDe } from './sesiones';

/**
 * Ends one sign-in of a person: whoever holds its cookie or its tokens is out within 15 s. Ending it again does nothing.
 * Throws PermisoError, NoEncontradoError (the person, or a sign-in of somebody else), OtraSucursalError, MasDerechosError.
 */
export async function cerrarSesionAcceso(ctx: Context, raw: unknown): Promise<MensajeDto> {
  const { id, sid } = SesionAccesoInput.parse(raw);
  await requireSesionesDe(ctx, id);
  await withTransaction(ctx, async (tx) => {
    const suyas = await tx.sql`select 1 from sesion_acceso where sid = ${sid}::uuid and id_usuario = ${id}`;
    if (suyas.length === 0) throw new NoEncontradoError('Ese ingreso no existe.');
    await revocarSesion(tx, ctx, sid, 'sesion.cerrar');
  });
  return { message: 'Ese ingreso se cerró.' };
}
