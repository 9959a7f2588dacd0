import { asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { db, sqlClient } from '@/db';
import { rol, usuario } from '@/db/schema/usuario';
import { cortarPagina, type Page } from '@/lib/action/page';
import { abarca, alcanzaAVer, derechosQueFaltan } from '@/lib/auth/alcance';
import { SinDatos } from '@/lib/auth/input';
import { puede, requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { readDerechos } from '@/lib/rol/steps';
import { UsuarioNoEncontradoError } from './errors';
import { type LlavesDeUsuario, readLlaves, readUsuario, roleDto, selectUsuarios } from './read';
import { LeerUsuarioInput, ListarUsuariosInput, type RoleDto, type SesionAccesoDto, type UsuarioDto } from './schemas';
import { requireSesionesDe } from './sesiones';

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
  if (!dto) throw new UsuarioNoEncontradoError();
  return dto;
}

/**
 * One person who works here. Needs `usuario:ver` unless it is oneself; people of other branches exist only for who has
 * `sucursal:todas`. Throws PermisoError, UsuarioNoEncontradoError.
 */
export async function leerUsuario(ctx: Context, raw: unknown): Promise<UsuarioDto> {
  const { id } = LeerUsuarioInput.parse(raw);
  if (id === ctx.actor.idUsuario) return leerPerfil(ctx);
  const dto = await leerVisible(ctx, id);
  if (!dto.estado) throw new UsuarioNoEncontradoError();
  return dto;
}

async function leerVisible(ctx: Context, id: number): Promise<UsuarioDto> {
  requirePermiso(ctx, 'usuario:ver');
  const dto = await readUsuario(id, ctx.tx?.db);
  if (!dto || !alcanzaAVer(ctx.actor, lugaresDe(dto))) throw new UsuarioNoEncontradoError();
  return dto;
}

const lugaresDe = ({ id_sucursal, sucursales }: UsuarioDto) => ({ sucursales: [id_sucursal, ...sucursales] });

/** A person as their own screen needs them: also after they left, and with what the caller may do about them. */
export type FichaDeUsuario = {
  usuario: UsuarioDto;
  propio: boolean;
  editable: boolean;
  /** Which keys they have besides the password. */
  llaves: LlavesDeUsuario;
};

/** The file of a person for the back office. Throws PermisoError, UsuarioNoEncontradoError. */
export async function leerFicha(ctx: Context, raw: unknown): Promise<FichaDeUsuario> {
  const { id } = LeerUsuarioInput.parse(raw);
  const dto = await leerVisible(ctx, id);
  const propio = id === ctx.actor.idUsuario;
  const [derechos, llaves] = await Promise.all([readDerechos(dto.role.id, ctx.tx?.db), readLlaves(id, ctx.tx?.db)]);
  const sobre = derechosQueFaltan(ctx.actor, derechos).length === 0 && abarca(ctx.actor, lugaresDe(dto));
  return { usuario: dto, propio, editable: puede(ctx, 'usuario:editar') && (propio || sobre), llaves };
}

/**
 * The people of the branches that the caller sees, by id; those who left only if asked for. The search looks in name, mail
 * and surnames, without accents. Throws PermisoError, CursorAjenoError.
 */
export async function listarUsuarios(ctx: Context, raw: unknown = {}): Promise<Page<UsuarioDto>> {
  requirePermiso(ctx, 'usuario:ver');
  const { id_role, id_sucursal, estado = 'true', buscar = '', ...pagina } = ListarUsuariosInput.parse(raw);
  const enSucursales = (ids: readonly number[]) => sql`(${inArray(usuario.idSucursal, [...ids])} or exists (
    select 1 from usuario_sucursal x where x.id_usuario = ${usuario.id}
      and x.id_sucursal in (${sql.join(
        ids.map((s) => sql`${s}`),
        sql`, `,
      )})))`;
  const condiciones: (SQL | undefined)[] = [
    puede(ctx, 'sucursal:todas') ? undefined : enSucursales(ctx.actor.sucursales),
    id_sucursal === undefined ? undefined : enSucursales([id_sucursal]),
    id_role === undefined ? undefined : eq(usuario.idRol, id_role),
    estado === 'todos' ? undefined : eq(usuario.estado, estado === 'true'),
  ];
  const dadas = condiciones.filter((c) => c !== undefined);
  const donde = dadas.length > 0 ? sql.join(dadas, sql` and `) : undefined;
  const todos = await selectUsuarios(ctx.tx?.db ?? db(), donde);
  const palabras = llano(buscar).split(/\s+/).filter(Boolean);
  return cortarPagina(
    todos.filter((u) => palabras.every((palabra) => textoDe(u).includes(palabra))),
    pagina,
  );
}

const llano = (texto: string) => texto.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function textoDe({ name, email, persona: p }: UsuarioDto): string {
  return llano([name, email, p.nombres, p.p_apellido, p.s_apellido ?? ''].join(' '));
}

type FilaDeSesion = Omit<SesionAccesoDto, 'creada_en' | 'vista_en' | 'expira_en' | 'actual'> & {
  creada_en: string;
  vista_en: string | null;
  expira_en: string;
};

/** The sign-ins of a person that are good now, newest first. Throws PermisoError, NoEncontradoError, OtraSucursalError, MasDerechosError. */
export async function listarSesionesAcceso(ctx: Context, raw: unknown): Promise<SesionAccesoDto[]> {
  const { id } = LeerUsuarioInput.parse(raw);
  await requireSesionesDe(ctx, id);
  const filas = await (ctx.tx?.sql ?? sqlClient())<FilaDeSesion[]>`
    select sid, canal, nivel, dispositivo, ip, creada_en, vista_en, expira_en, bloqueada_en is not null as bloqueada
    from sesion_acceso
    where id_usuario = ${id} and revocada_en is null and expira_en > ${ctx.ahora.toISOString()}::timestamptz
    order by creada_en desc, sid`;
  const iso = (texto: string) => new Date(texto).toISOString();
  return filas.map((f) => ({
    ...f,
    creada_en: iso(f.creada_en),
    vista_en: f.vista_en && iso(f.vista_en),
    expira_en: iso(f.expira_en),
    actual: f.sid === ctx.sid,
  }));
}
