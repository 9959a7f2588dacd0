import { asc, eq } from 'drizzle-orm';
import { db } from '@/db';
import { rol } from '@/db/schema/usuario';
import { SinDatos } from '@/lib/auth/input';
import { puede, requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { NoEncontradoError } from '@/lib/errors';
import { readUsuario, roleDto } from './read';
import { LeerUsuarioInput, type RoleDto, type UsuarioDto } from './schemas';

/** The roles in use, by id. Anyone signed in may read them; what each allows is not told. */
export async function listarRoles(ctx: Context, raw: unknown = {}): Promise<RoleDto[]> {
  SinDatos.parse(raw);
  const filas = await (ctx.tx?.db ?? db()).select().from(rol).where(eq(rol.estado, true)).orderBy(asc(rol.id));
  return filas.map(roleDto);
}

/** The caller's own person. */
export async function leerPerfil(ctx: Context, raw: unknown = {}): Promise<UsuarioDto> {
  SinDatos.parse(raw);
  const dto = await readUsuario(ctx.actor.idUsuario, ctx.tx?.db);
  if (!dto) throw new NoEncontradoError('La persona no existe.');
  return dto;
}

/**
 * One person. Needs `usuario:ver` unless it is oneself; people of another branch exist only for who has
 * `sucursal:todas`. Throws PermisoError, NoEncontradoError.
 */
export async function leerUsuario(ctx: Context, raw: unknown): Promise<UsuarioDto> {
  const { id } = LeerUsuarioInput.parse(raw);
  if (id === ctx.actor.idUsuario) return leerPerfil(ctx);
  requirePermiso(ctx, 'usuario:ver');
  const dto = await readUsuario(id, ctx.tx?.db);
  const visible = dto?.estado && (dto.id_sucursal === ctx.actor.idSucursal || puede(ctx, 'sucursal:todas'));
  if (!dto || !visible) throw new NoEncontradoError('La persona no existe.');
  return dto;
}
