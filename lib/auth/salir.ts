import { withTransaction } from '@/db/transaction';
import { SinDatos } from '@/lib/auth/input';
import { revocarSesion } from '@/lib/auth/revocar';
import type { Context } from '@/lib/context';

/** Signs the caller out of the sign-in this request came by; others of the same person go on. */
export async function salir(ctx: Context, raw: unknown = {}): Promise<{ message: string }> {
  SinDatos.parse(raw);
  const { sid } = ctx;
  if (sid) await withTransaction(ctx, (tx) => revocarSesion(tx, ctx, sid, 'sesion.salir'));
  return { message: 'Sesión cerrada.' };
}
