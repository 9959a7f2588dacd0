import { persona } from '@/db/schema/usuario';
import { withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { personaDto } from './read';
import { CrearPersonaInput, type PersonaDto } from './schemas';

/** Writes a person down, without a way to sign in: that is `registrarUsuario`. Throws PermisoError. */
export async function crearPersona(ctx: Context, raw: unknown): Promise<PersonaDto> {
  requirePermiso(ctx, 'usuario:crear');
  const input = CrearPersonaInput.parse(raw);
  return withTransaction(ctx, async (tx) => {
    const [fila] = await tx.db
      .insert(persona)
      .values({
        nombres: input.nombres,
        pApellido: input.p_apellido,
        sApellido: input.s_apellido ?? null,
        fechaNacimiento: input.fecha_nacimiento,
        genero: input.genero,
        idUserCreate: ctx.actor.idUsuario,
        createdAt: ctx.ahora,
        updatedAt: ctx.ahora,
      })
      .returning();
    if (!fila) throw new Error('insert into persona returned nothing');
    const dto = personaDto(fila);
    await emitAudit(tx, ctx, { accion: 'persona.crear', entidad: 'persona', idEntidad: dto.id, despues: dto });
    return dto;
  });
}
