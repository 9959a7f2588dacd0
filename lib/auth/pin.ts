import { type Tx, withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { comprobarClave, requireNivelClave } from '@/lib/auth/comprobar';
import { SinDatos } from '@/lib/auth/input';
import { requirePermiso } from '@/lib/auth/permisos';
import { hashPin } from '@/lib/auth/pin-hash';
import { DeUsuarioInput, PonerPinInput } from '@/lib/auth/pin-input';
import { pinFacil } from '@/lib/auth/pin-rules';
import { requireSubordinado } from '@/lib/auth/subordinado';
import type { Context } from '@/lib/context';
import { ValidacionError } from '@/lib/errors';

type Mensaje = { message: string };

/**
 * Sets one's own PIN of the counter, confirmed with the password. Nobody sets another's.
 * Throws RequiereClaveError, ClaveIncorrectaError, DemasiadosIntentosError, ValidacionError (too easy).
 */
export async function ponerPin(ctx: Context, raw: unknown): Promise<Mensaje> {
  const { pin, password } = PonerPinInput.parse(raw);
  requireNivelClave(ctx);
  await comprobarClave(ctx, password);
  const hash = await hashPin(pin);
  await withTransaction(ctx, async (tx) => {
    const [fila] = await tx.sql<{ nacio: string }[]>`
      select p.fecha_nacimiento::text as nacio from usuario u join persona p on p.id = u.id_persona
      where u.id = ${ctx.actor.idUsuario} for no key update of u`;
    const falla = pinFacil(pin, fila?.nacio ?? null);
    if (falla) throw new ValidacionError(falla, { pin: falla });
    await guardar(tx, ctx, ctx.actor.idUsuario, hash);
    await emitAudit(tx, ctx, { accion: 'usuario.poner_pin', entidad: 'usuario', idEntidad: ctx.actor.idUsuario });
  });
  return { message: 'PIN guardado.' };
}

/** Takes one's own PIN away: the counter then asks for the password. Throws RequiereClaveError. */
export async function quitarPin(ctx: Context, raw: unknown = {}): Promise<Mensaje> {
  SinDatos.parse(raw);
  requireNivelClave(ctx);
  return quitar(ctx, ctx.actor.idUsuario);
}

/**
 * Takes the PIN of somebody else away, who forgot it; they set the next one themselves.
 * Throws PermisoError, NoEncontradoError, MasDerechosError.
 */
export async function quitarPinDe(ctx: Context, raw: unknown): Promise<Mensaje> {
  requirePermiso(ctx, 'usuario:editar');
  const { id } = DeUsuarioInput.parse(raw);
  await requireSubordinado(ctx, id);
  return quitar(ctx, id);
}

async function quitar(ctx: Context, id: number): Promise<Mensaje> {
  await withTransaction(ctx, async (tx) => {
    const habia = await tx.sql`select 1 from usuario where id = ${id} and pin_hash is not null for no key update`;
    if (habia.length === 0) return;
    await guardar(tx, ctx, id, null);
    await emitAudit(tx, ctx, { accion: 'usuario.quitar_pin', entidad: 'usuario', idEntidad: id });
  });
  return { message: 'PIN quitado.' };
}

async function guardar(tx: Tx, ctx: Context, id: number, hash: string | null): Promise<void> {
  const ahora = ctx.ahora.toISOString();
  await tx.sql`
    update usuario set pin_hash = ${hash}, pin_cambiado_en = ${ahora}::timestamptz, id_user_update = ${ctx.actor.idUsuario},
      updated_at = ${ahora}::timestamptz
    where id = ${id}`;
}
