import { and, eq, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db';
import { persona, usuario } from '@/db/schema/usuario';
import type { Tx } from '@/db/transaction';
import { cortarPagina, type Page } from '@/lib/action/page';
import { alcanzaAVer } from '@/lib/auth/alcance';
import { requirePermiso } from '@/lib/auth/permisos';
import { requireSubordinado } from '@/lib/auth/subordinado';
import type { Context } from '@/lib/context';
import { UsuarioNoEncontradoError } from './errors';
import { type Con, personaDto } from './read';
import { LeerUsuarioInput, ListarPersonasInput, type PersonaDto } from './schemas';

type Fila = { persona: typeof persona.$inferSelect; idUsuario: number | null; activo: boolean; sucursales: number[] };

/** A person is of the branches where they work; who does not sign in is of the branch of whoever wrote them down. */
const sucursales = sql<number[]>`case when ${usuario.id} is null
  then array(select c.id_sucursal from usuario c where c.id = ${persona.idUserCreate})
  else ${usuario.idSucursal} || array(
    select x.id_sucursal from usuario_sucursal x where x.id_usuario = ${usuario.id}) end`;

async function selectPersonas(con: Con, donde: SQL | undefined): Promise<Fila[]> {
  const filas = await con
    .select({ persona, idUsuario: usuario.id, activo: sql<boolean>`coalesce(${usuario.estado}, false)`, sucursales })
    .from(persona)
    .leftJoin(usuario, eq(usuario.idPersona, persona.id))
    .where(and(eq(persona.estado, true), donde))
    .orderBy(persona.id);
  return filas;
}

/** The people written down in the branches that the caller sees, by id. Throws PermisoError, CursorAjenoError. */
export async function listarPersonas(ctx: Context, raw: unknown = {}): Promise<Page<PersonaDto>> {
  requirePermiso(ctx, 'usuario:ver');
  const { buscar = '', ...pagina } = ListarPersonasInput.parse(raw);
  const llano = (texto: string) => texto.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const palabras = llano(buscar).split(/\s+/).filter(Boolean);
  const filas = await selectPersonas(ctx.tx?.db ?? db(), undefined);
  const dtos = filas.filter((f) => alcanzaAVer(ctx.actor, f)).map((f) => personaDto(f.persona));
  const texto = (p: PersonaDto) => llano(`${p.nombres} ${p.p_apellido} ${p.s_apellido ?? ''}`);
  return cortarPagina(
    dtos.filter((p) => palabras.every((palabra) => texto(p).includes(palabra))),
    pagina,
  );
}

/** One person of a branch that the caller sees. Throws PermisoError, UsuarioNoEncontradoError. */
export async function leerPersona(ctx: Context, raw: unknown): Promise<PersonaDto> {
  requirePermiso(ctx, 'usuario:ver');
  const { id } = LeerUsuarioInput.parse(raw);
  return personaDto((await visible(ctx, ctx.tx?.db ?? db(), id)).persona);
}

async function visible(ctx: Context, con: Con, id: number): Promise<Fila> {
  const [fila] = await selectPersonas(con, eq(persona.id, id));
  if (!fila || !alcanzaAVer(ctx.actor, fila)) throw new UsuarioNoEncontradoError();
  return fila;
}

/**
 * Holds a person whom the actor may change: of a branch they see and, if the person signs in, without more rights than the
 * actor. Throws UsuarioNoEncontradoError, OtraSucursalError, MasDerechosError.
 */
export async function lockPersona(tx: Tx, ctx: Context, id: number): Promise<Fila> {
  await tx.sql`select 1 from persona where id = ${id} for update`;
  const fila = await visible(ctx, tx.db, id);
  const { idUsuario } = fila;
  if (idUsuario !== null && idUsuario !== ctx.actor.idUsuario) await requireSubordinado({ ...ctx, tx }, idUsuario);
  return fila;
}
