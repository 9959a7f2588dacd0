import { eq } from 'drizzle-orm';
import { persona } from '@/db/schema/usuario';
import { withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { PersonaConUsuarioError } from './errors';
import { lockPersona } from './persona';
import { personaDto } from './read';
import { LeerUsuarioInput, type PersonaDto } from './schemas';

/**
 * Takes a person off the lists; the row stays. Refused while they sign in.
 * Throws PermisoError, UsuarioNoEncontradoError, OtraSucursalError, MasDerechosError, PersonaConUsuarioError.
 */
export async function eliminarPersona(ctx: Context, raw: unknown): Promise<PersonaDto> {
  requirePermiso(ctx, 'usuario:editar');
  const { id } = LeerUsuarioInput.parse(raw);
  return withTransaction(ctx, async (tx) => {
    const { persona: era, activo } = await lockPersona(tx, ctx, id);
    if (activo) throw new PersonaConUsuarioError();
    const [fila] = await tx.db
      .update(persona)
      .set({ estado: false, idUserUpdate: ctx.actor.idUsuario, updatedAt: ctx.ahora })
      .where(eq(persona.id, id))
      .returning();
    if (!fila) throw new Error(`persona ${id}: not found after it was locked`);
    const despues = personaDto(fila);
    const antes = personaDto(era);
    await emitAudit(tx, ctx, { accion: 'persona.eliminar', entidad: 'persona', idEntidad: id, antes, despues });
    return despues;
  });
}
