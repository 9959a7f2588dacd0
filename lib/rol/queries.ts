import { and, asc, count, eq, inArray, type SQL } from 'drizzle-orm';
import { db } from '@/db';
import { rol, usuario } from '@/db/schema/usuario';
import { cortarPagina, type Page } from '@/lib/action/page';
import { derechosQueFaltan } from '@/lib/auth/alcance';
import { type Permiso, puede, requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { RolNoEncontradoError } from './errors';
import { selectRoles } from './read';
import { ListarRolesInput, type RolDto, RolInput } from './schemas';

function requireVerRoles(ctx: Context): void {
  if (!puede(ctx, 'rol:administrar')) requirePermiso(ctx, 'usuario:ver');
}

/** The roles in use with what each allows, by id. Needs `rol:administrar` or `usuario:ver`. Throws PermisoError. */
export async function listarRolesDetallados(ctx: Context, raw: unknown = {}): Promise<Page<RolDto>> {
  requireVerRoles(ctx);
  const { buscar = '', ...pagina } = ListarRolesInput.parse(raw);
  const roles = await leer(ctx);
  return cortarPagina(
    roles.filter((r) => r.nombre.toLowerCase().includes(buscar.toLowerCase())),
    pagina,
  );
}

/** One role in use with what it allows. Throws PermisoError, RolNoEncontradoError. */
export async function leerRol(ctx: Context, raw: unknown): Promise<RolDto> {
  requireVerRoles(ctx);
  const { id } = RolInput.parse(raw);
  const [fila] = await leer(ctx, eq(rol.id, id));
  if (!fila) throw new RolNoEncontradoError();
  return fila;
}

/** A role as a form offers it: `otorgable` when the caller lacks nothing of it. */
export type OpcionDeRol = { id: number; nombre: string; descripcion: string | null; otorgable: boolean };

/** The roles in use, and which of them the caller may give. What each allows is not told. */
export async function opcionesDeRol(ctx: Context): Promise<OpcionDeRol[]> {
  const filas = await (ctx.tx?.db ?? db()).select().from(rol).where(eq(rol.estado, true)).orderBy(asc(rol.id));
  return filas.map((fila) => {
    const derechos = {
      permisos: fila.permisos as Permiso[],
      soloPropias: fila.soloPropias as Permiso[],
      topes: fila.topes,
    };
    const { id, nombre, descripcion } = fila;
    return { id, nombre, descripcion, otorgable: derechosQueFaltan(ctx.actor, derechos).length === 0 };
  });
}

async function leer(ctx: Context, donde?: SQL): Promise<RolDto[]> {
  const con = ctx.tx?.db ?? db();
  return selectRoles(con, and(eq(rol.estado, true), donde) ?? eq(rol.estado, true), await contar(ctx));
}

/** How many people have each role in the branches that the caller sees. */
async function contar(ctx: Context): Promise<Map<number, number>> {
  const visibles = puede(ctx, 'sucursal:todas') ? undefined : inArray(usuario.idSucursal, [...ctx.actor.sucursales]);
  const filas = await (ctx.tx?.db ?? db())
    .select({ id: usuario.idRol, n: count() })
    .from(usuario)
    .where(and(eq(usuario.estado, true), visibles))
    .groupBy(usuario.idRol);
  return new Map(filas.map(({ id, n }) => [id, n]));
}
