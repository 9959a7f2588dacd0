import { rol } from '@/db/schema/usuario';
import { withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { derechosQueFaltan } from '@/lib/auth/alcance';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { ValidacionError } from '@/lib/errors';
import { RolMayorError, RolRepetidoError } from './errors';
import { leerRol } from './queries';
import { faltasDeRol, type Hechura } from './rules';
import { CrearRolInput, type RolDto } from './schemas';

/** What of a role does not fit together is refused, by field. Throws ValidacionError. */
export function requireHechura(hechura: Hechura): void {
  const campos = faltasDeRol(hechura);
  const [primera] = Object.values(campos);
  if (primera) throw new ValidacionError(primera, campos);
}

/**
 * Creates a role of the shop: rights, where, and up to how much, none of which the actor lacks. Its name is unique.
 * Throws PermisoError, ValidacionError, RolMayorError, RolRepetidoError.
 */
export async function crearRol(ctx: Context, raw: unknown): Promise<RolDto> {
  requirePermiso(ctx, 'rol:administrar');
  const { nombre, descripcion, ...hechura } = CrearRolInput.parse(raw);
  requireHechura(hechura);
  const faltan = derechosQueFaltan(ctx.actor, hechura);
  if (faltan.length > 0) throw new RolMayorError(nombre, faltan);
  return withTransaction(ctx, async (tx) => {
    const [fila] = await tx.db
      .insert(rol)
      .values({
        nombre,
        descripcion,
        ...hechura,
        idUserCreate: ctx.actor.idUsuario,
        createdAt: ctx.ahora,
        updatedAt: ctx.ahora,
      })
      .onConflictDoNothing()
      .returning({ id: rol.id });
    if (!fila) throw new RolRepetidoError(nombre);
    const dto = await leerRol({ ...ctx, tx }, { id: fila.id });
    await emitAudit(tx, ctx, { accion: 'rol.crear', entidad: 'rol', idEntidad: fila.id, despues: dto });
    return dto;
  });
}
