import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { constraintName } from '@/db/errors';
import { rol } from '@/db/schema/usuario';
import { type Tx, withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { derechosQueFaltan } from '@/lib/auth/alcance';
import { requirePermiso } from '@/lib/auth/permisos';
import { olvidarPrincipal } from '@/lib/auth/principal';
import type { Context } from '@/lib/context';
import { requireHechura } from './crear';
import { RolDeFabricaError, RolMayorError, RolRepetidoError } from './errors';
import { leerRol } from './queries';
import { ROL_TOTAL } from './rules';
import { EditarRolInput, type RolDto } from './schemas';
import { type DerechosDeRol, esDireccion, lockDireccion, lockRol, requireDireccion } from './steps';

type Input = z.output<typeof EditarRolInput>;

/**
 * Changes a role, and with it what everybody who has it may do, from their next request here and within 15 s elsewhere. What
 * is not sent stays. Neither what it was nor what it becomes may go beyond the actor's own rights and caps. Of a built-in
 * role only the caps change, and of the one that may do everything not even those.
 * Throws PermisoError, RolNoEncontradoError, RolDeFabricaError, ValidacionError, RolMayorError, RolRepetidoError,
 * UltimaDireccionError.
 */
export async function editarRol(ctx: Context, raw: unknown): Promise<RolDto> {
  requirePermiso(ctx, 'rol:administrar');
  const input = EditarRolInput.parse(raw);
  return withTransaction(ctx, async (tx) => {
    await lockDireccion(tx);
    const era = await lockRol(tx, input.id);
    if (era.deFabrica) requireSoloTopes(era, input);
    const sera = unir(era, input);
    requireHechura(sera);
    const faltan = [...derechosQueFaltan(ctx.actor, era), ...derechosQueFaltan(ctx.actor, sera)];
    if (faltan.length > 0) throw new RolMayorError(era.nombre, [...new Set(faltan)]);
    const antes = await leerRol({ ...ctx, tx }, { id: era.id });
    await update(tx, ctx, sera);
    if (esDireccion(era.permisos) && !esDireccion(sera.permisos)) await requireDireccion(tx);
    const despues = await leerRol({ ...ctx, tx }, { id: era.id });
    await emitAudit(tx, ctx, { accion: 'rol.editar', entidad: 'rol', idEntidad: era.id, antes, despues });
    tx.afterCommit(() => olvidarPrincipal());
    return despues;
  });
}

function requireSoloTopes(era: DerechosDeRol, { nombre, descripcion, permisos, soloPropias, topes }: Input): void {
  const otros = [nombre, permisos, soloPropias].some((v) => v !== undefined) || descripcion !== undefined;
  if (otros) throw new RolDeFabricaError(era.nombre, 'solo cambian sus límites');
  if (era.id === ROL_TOTAL && topes !== undefined) throw new RolDeFabricaError(era.nombre, 'puede todo, sin límites');
}

function unir(era: DerechosDeRol, input: Input): DerechosDeRol {
  return {
    ...era,
    nombre: input.nombre ?? era.nombre,
    descripcion: input.descripcion === undefined ? era.descripcion : input.descripcion,
    permisos: input.permisos ?? era.permisos,
    soloPropias: input.soloPropias ?? era.soloPropias,
    topes: input.topes ?? era.topes,
  };
}

async function update(tx: Tx, ctx: Context, sera: DerechosDeRol): Promise<void> {
  const { id, nombre, descripcion, permisos, soloPropias, topes } = sera;
  const autor = { idUserUpdate: ctx.actor.idUsuario, updatedAt: ctx.ahora };
  try {
    const fila = { nombre, descripcion, permisos, soloPropias, topes };
    await tx.db
      .update(rol)
      .set({ ...fila, ...autor })
      .where(eq(rol.id, id));
  } catch (error) {
    if (constraintName(error)?.startsWith('rol_nombre')) throw new RolRepetidoError(nombre);
    throw error;
  }
}
