import { eq, type SQL, sql } from 'drizzle-orm';
import { type Database, db } from '@/db';
import { persona, rol, usuario } from '@/db/schema/usuario';
import type { Tx } from '@/db/transaction';
import type { PersonaDto, RoleDto, UsuarioDto } from './schemas';

/** What can read: the pool or a transaction. */
export type Con = Database | Tx['db'];

type Comunes = Pick<
  typeof usuario.$inferSelect,
  'estado' | 'idUserCreate' | 'idUserUpdate' | 'createdAt' | 'updatedAt'
>;

/** What every row carries, as clients see it. */
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

/** A person as clients see them. */
export function personaDto(p: typeof persona.$inferSelect): PersonaDto {
  return {
    id: p.id,
    nombres: p.nombres,
    p_apellido: p.pApellido,
    s_apellido: p.sApellido,
    fecha_nacimiento: p.fechaNacimiento,
    genero: p.genero === 'F' ? 'F' : 'M',
    ...comunesDto(p),
  };
}

const sucursales = sql<number[]>`array(
  select x.id_sucursal from usuario_sucursal x where x.id_usuario = ${usuario.id} order by 1)`;

/** People who sign in that fit a condition, by id. Checks no right. */
export async function selectUsuarios(con: Con, donde: SQL | undefined): Promise<UsuarioDto[]> {
  const filas = await con
    .select({ usuario, persona, rol, sucursales })
    .from(usuario)
    .innerJoin(persona, eq(persona.id, usuario.idPersona))
    .innerJoin(rol, eq(rol.id, usuario.idRol))
    .where(donde)
    .orderBy(usuario.id);
  return filas.map(({ usuario: u, ...de }) => ({
    id: u.id,
    name: u.name,
    email: u.email,
    id_sucursal: u.idSucursal,
    sucursales: de.sucursales.filter((s) => s !== u.idSucursal),
    debe_cambiar_clave: u.debeCambiarClave,
    persona: personaDto(de.persona),
    role: roleDto(de.rol),
    ...comunesDto(u),
  }));
}

/** A person who signs in, with persona and role; `null` when the row does not exist. Checks no right. */
export async function readUsuario(id: number, con: Con = db()): Promise<UsuarioDto | null> {
  const [fila] = await selectUsuarios(con, eq(usuario.id, id));
  return fila ?? null;
}

/** As `readUsuario`, of one that was just written. */
export async function leerEscrito(id: number, con: Con): Promise<UsuarioDto> {
  const dto = await readUsuario(id, con);
  if (!dto) throw new Error(`usuario ${id} cannot be read after it was written`);
  return dto;
}

/** Whether somebody has a PIN of the counter, and the second factor on. */
export type LlavesDeUsuario = { pin: boolean; segundoFactor: boolean };

/** The keys of a person besides the password; that they exist, never what they are. Checks no right. */
export async function readLlaves(id: number, con: Con = db()): Promise<LlavesDeUsuario> {
  const [fila] = await con
    .select({
      pin: sql<boolean>`${usuario.pinHash} is not null`,
      segundoFactor: sql<boolean>`${usuario.totpDesde} is not null`,
    })
    .from(usuario)
    .where(eq(usuario.id, id));
  return fila ?? { pin: false, segundoFactor: false };
}
