import { eq } from 'drizzle-orm';
import { persona } from '@/db/schema/usuario';
import { withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { lockPersona } from './persona';
import { personaDto } from './read';
import { EditarPersonaInput, type PersonaDto } from './schemas';

/**
 * Corrects a person's data; what is not sent stays. The name that tickets carry is the usuario's and does not change here.
 * Throws PermisoError, UsuarioNoEncontradoError, OtraSucursalError, MasDerechosError.
 */
export async function editarPersona(ctx: Context, raw: unknown): Promise<PersonaDto> {
  requirePermiso(ctx, 'usuario:editar');
  const input = EditarPersonaInput.parse(raw);
  return withTransaction(ctx, async (tx) => {
    const { persona: era } = await lockPersona(tx, ctx, input.id);
    const [fila] = await tx.db
      .update(persona)
      .set({
        nombres: input.nombres ?? era.nombres,
        pApellido: input.p_apellido ?? era.pApellido,
        sApellido: input.s_apellido === undefined ? era.sApellido : input.s_apellido,
        fechaNacimiento: input.fecha_nacimiento ?? era.fechaNacimiento,
        genero: input.genero ?? era.genero,
        idUserUpdate: ctx.actor.idUsuario,
        updatedAt: ctx.ahora,
      })
      .where(eq(persona.id, input.id))
      .returning();
    if (!fila) throw new Error(`persona ${input.id}: not found after it was locked`);
    const [antes, despues] = [personaDto(era), personaDto(fila)];
    await emitAudit(tx, ctx, { accion: 'persona.editar', entidad: 'persona', idEntidad: input.id, antes, despues });
    return despues;
  });
}
