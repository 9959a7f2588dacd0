import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { constraintName } from '@/db/errors';
import { persona, usuario } from '@/db/schema/usuario';
import { type Tx, withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { hashPassword } from '@/lib/auth/password';
import { faltaDePersona } from '@/lib/auth/password-rules';
import { requirePermiso } from '@/lib/auth/permisos';
import { olvidarPrincipal } from '@/lib/auth/principal';
import { revocarSesionesDe } from '@/lib/auth/revocar';
import type { Context } from '@/lib/context';
import { ValidacionError } from '@/lib/errors';
import { lockDireccion, requireDireccion, requireRolOtorgable } from '@/lib/rol/steps';
import { avisarClaveCambiada } from './avisar';
import { ClavePropiaError, CorreoRepetidoError, PropioError } from './errors';
import { lockUsuario, requireSinCaja, type UsuarioBloqueado } from './lock';
import { ponerSucursales, requireSucursales } from './otorgar';
import { leerEscrito } from './read';
import { EditarUsuarioInput, type UsuarioDto } from './schemas';

type Input = z.output<typeof EditarUsuarioInput>;

/**
 * Changes somebody who signs in; what is not sent stays. Of people of one's branches, without more rights than one's own, who
 * get none that the actor lacks; one's own role, branches, state and password are not changed here. A password given here is
 * for one entry: it asks for another, ends every sign-in and is told by mail. `estado: false` ends them too, and needs a
 * closed caja, as another branch does; `estado: true` brings back who had left. Other changes count from the next request.
 * Throws PermisoError, UsuarioNoEncontradoError, OtraSucursalError, MasDerechosError, RolMayorError, RolNoEncontradoError,
 * SucursalAjenaError, PropioError, ClavePropiaError, CorreoRepetidoError, ConCajaAbiertaError, UltimaDireccionError.
 */
export async function editarUsuario(ctx: Context, raw: unknown): Promise<UsuarioDto> {
  requirePermiso(ctx, 'usuario:editar');
  const input = EditarUsuarioInput.parse(raw);
  requireNoPropio(ctx, input);
  const hash = input.password === undefined ? null : await hashPassword(input.password);
  return withTransaction(ctx, async (tx) => {
    await lockDireccion(tx);
    const quien = await lockUsuario(tx, ctx, input.id, { tambienDeBaja: input.estado === true });
    const antes = await leerEscrito(quien.id, tx.db);
    await guard(tx, ctx, quien, input);
    await update(tx, ctx, quien, input, hash);
    if (quien.dirige) await requireDireccion(tx);
    const dto = await leerEscrito(quien.id, tx.db);
    const clave = hash === null ? {} : { clave: 'cambiada' };
    const despues = { ...dto, ...clave };
    await emitAudit(tx, en(ctx, quien), {
      accion: 'usuario.editar',
      entidad: 'usuario',
      idEntidad: dto.id,
      antes,
      despues,
    });
    if (hash !== null || !dto.estado) await revocarSesionesDe(tx, ctx, dto.id, 'usuario.cerrar_ingresos');
    if (hash !== null && dto.estado) await avisarClaveCambiada(tx, ctx, dto);
    tx.afterCommit(() => olvidarPrincipal());
    return dto;
  });
}

const en = (ctx: Context, { idSucursal }: UsuarioBloqueado): Context => ({ ...ctx, idSucursal });

function requireNoPropio(ctx: Context, input: Input): void {
  if (input.id !== ctx.actor.idUsuario) return;
  if (input.password !== undefined) throw new ClavePropiaError();
  if (input.estado === false) throw new PropioError('darse de baja');
  if (input.id_role !== undefined && input.id_role !== ctx.actor.idRol) throw new PropioError('cambiar su propio rol');
  if (input.id_sucursal !== undefined || input.sucursales !== undefined) {
    throw new PropioError('cambiar sus propias sucursales');
  }
}

async function guard(tx: Tx, ctx: Context, quien: UsuarioBloqueado, input: Input): Promise<void> {
  const otroRol = input.id_role !== undefined && input.id_role !== quien.idRol;
  // Who comes back comes with a role: it is granted again.
  if (otroRol || (input.estado === true && !quien.estado))
    await requireRolOtorgable(tx, ctx, input.id_role ?? quien.idRol);
  const dadas = [...(input.id_sucursal === undefined ? [] : [input.id_sucursal]), ...(input.sucursales ?? [])];
  if (dadas.length > 0) await requireSucursales(tx, ctx, dadas);
  const seMuda = input.id_sucursal !== undefined && input.id_sucursal !== quien.idSucursal;
  if (input.estado === false || seMuda) await requireSinCaja(tx, quien);
  if (input.password !== undefined) await requireClaveAjena(tx, quien, input.password, input.email);
}

async function requireClaveAjena(tx: Tx, quien: UsuarioBloqueado, password: string, email = quien.email) {
  const [p] = await tx.db
    .select({ nombres: persona.nombres, p: persona.pApellido, s: persona.sApellido })
    .from(persona)
    .innerJoin(usuario, eq(usuario.idPersona, persona.id))
    .where(eq(usuario.id, quien.id));
  const falta = faltaDePersona(password, { email, nombres: [quien.name, p?.nombres, p?.p, p?.s] });
  if (falta) throw new ValidacionError(falta, { password: falta });
}

async function update(tx: Tx, ctx: Context, quien: UsuarioBloqueado, input: Input, hash: string | null): Promise<void> {
  const idSucursal = input.id_sucursal ?? quien.idSucursal;
  const clave = hash === null ? {} : { passwordHash: hash, debeCambiarClave: true, claveCambiadaEn: ctx.ahora };
  try {
    await tx.db
      .update(usuario)
      .set({
        name: input.name ?? quien.name,
        email: input.email ?? quien.email,
        idRol: input.id_role ?? quien.idRol,
        estado: input.estado ?? quien.estado,
        idSucursal,
        ...clave,
        idUserUpdate: ctx.actor.idUsuario,
        updatedAt: ctx.ahora,
      })
      .where(eq(usuario.id, quien.id));
  } catch (error) {
    if (constraintName(error) === 'usuario_email') throw new CorreoRepetidoError();
    throw error;
  }
  const otras = input.sucursales ?? quien.sucursales;
  if (input.sucursales !== undefined || idSucursal !== quien.idSucursal) {
    await ponerSucursales(tx, quien.id, idSucursal, otras);
  }
}
