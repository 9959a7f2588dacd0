import { eq } from 'drizzle-orm';
import { type Database, db } from '@/db';
import { persona, rol, usuario } from '@/db/schema/usuario';
import type { Tx } from '@/db/transaction';
import type { RoleDto, UsuarioDto } from './schemas';

type Comunes = Pick<
  typeof usuario.$inferSelect,
  'estado' | 'idUserCreate' | 'idUserUpdate' | 'createdAt' | 'updatedAt'
>;

function comunesDto(fila: Comunes) {
  return {
    estado: fila.estado,
    id_user_create: fila.idUserCreate,
    id_user_update: fila.idUserUpdate,
    created_at: fila.createdAt.toISOString(),
    updated_at: fila.updatedAt.toISOString(),
  };
}

/** A role as clients see it. */
export function roleDto(fila: Pick<typeof rol.$inferSelect, 'id' | 'nombre' | 'descripcion'>): RoleDto {
  return { id: fila.id, nombre: fila.nombre, descripcion: fila.descripcion };
}

/** A person who signs in, with persona and role; `null` when the row does not exist. Checks no right. */
export async function readUsuario(id: number, con: Database | Tx['db'] = db()): Promise<UsuarioDto | null> {
  const [fila] = await con
    .select({ usuario, persona, rol })
    .from(usuario)
    .innerJoin(persona, eq(persona.id, usuario.idPersona))
    .innerJoin(rol, eq(rol.id, usuario.idRol))
    .where(eq(usuario.id, id));
  if (!fila) return null;
  const { usuario: u, persona: p } = fila;
  return {
    id: u.id,
    name: u.name,
    email: u.email,
    id_sucursal: u.idSucursal,
    persona: {
      id: p.id,
      nombres: p.nombres,
      p_apellido: p.pApellido,
      s_apellido: p.sApellido,
      fecha_nacimiento: p.fechaNacimiento,
      genero: p.genero === 'F' ? 'F' : 'M',
      ...comunesDto(p),
    },
    role: roleDto(fila.rol),
    ...comunesDto(u),
  };
}
