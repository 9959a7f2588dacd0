import { sqlClient } from '@/db';
import { SinDatos } from '@/lib/auth/input';
import type { Context } from '@/lib/context';
import { leerSesion } from './queries';
import type { Reader } from './read';
import { IdInput } from './schemas';
import type { AdmisibleDto, AdmitidoDto, PersonasDeMostradorDto } from './schemas-respuestas';
import { sesionDeTrabajo } from './trabajo';

/** Who may work in a session, its responsible first. Throws PermisoError, SesionNoEncontradaError. */
export async function listarAdmitidos(ctx: Context, raw: unknown): Promise<AdmitidoDto[]> {
  const { id } = await leerSesion(ctx, raw);
  return selectAdmitidos(sqlClient(), id);
}

/** Who could be admitted to a session and is not yet, by name. Throws PermisoError, SesionNoEncontradaError. */
export async function listarAdmisibles(ctx: Context, raw: unknown): Promise<AdmisibleDto[]> {
  const { id } = IdInput.parse(raw);
  const sesion = await leerSesion(ctx, { id });
  const sql = sqlClient();
  return sql<AdmisibleDto[]>`
    select u.id as id_usuario, u.name as nombre, r.nombre as rol from usuario u join rol r on r.id = u.id_rol
    where ${condicion(sql, sesion.caja.id_sucursal)} and u.id <> ${sesion.id_usuario} and not exists (
      select 1 from sesion_caja_admitido a where a.id_sesion_caja = ${id} and a.id_usuario = u.id and a.retirado_en is null)
    order by u.name, u.id`;
}

/** Who may come to this screen: whoever works in the caja that its person works in. Answered while it is locked, too. */
export async function personasDeMostrador(ctx: Context, raw: unknown = {}): Promise<PersonasDeMostradorDto> {
  SinDatos.parse(raw);
  const sql = sqlClient();
  const { idUsuario, nombre, nivel, bloqueada = false } = ctx.actor;
  const id = await sesionDeTrabajo(sql, ctx);
  const [[propio], [caja], personas] = await Promise.all([
    sql<{ con_pin: boolean }[]>`select pin_hash is not null as con_pin from usuario where id = ${idUsuario}`,
    sql<{ nombre: string }[]>`
      select c.nombre from sesion_caja s join caja c on c.id = s.id_caja where s.id = ${id ?? 0}`,
    id === null ? [] : selectAdmitidos(sql, id),
  ]);
  return {
    bloqueada,
    actual: { id_usuario: idUsuario, nombre, con_pin: propio?.con_pin ?? false, nivel },
    caja: caja?.nombre ?? null,
    personas: personas
      .filter((p) => p.id_usuario !== idUsuario)
      .map((p) => ({ id_usuario: p.id_usuario, nombre: p.nombre })),
  };
}

/** Who may work in a session: its responsible, then the admitted in the order they came. */
export async function selectAdmitidos(sql: Reader, idSesion: number): Promise<AdmitidoDto[]> {
  const filas = await sql<AdmitidoDto[]>`
    select u.id as id_usuario, u.name as nombre, true as responsable, null as admitido_por, null::timestamptz as admitido_en
    from sesion_caja s join usuario u on u.id = s.id_usuario where s.id = ${idSesion}
    union all
    select u.id, u.name, false, p.name, a.admitido_en
    from sesion_caja_admitido a join usuario u on u.id = a.id_usuario left join usuario p on p.id = a.admitido_por
    where a.id_sesion_caja = ${idSesion} and a.retirado_en is null
    order by responsable desc, admitido_en, nombre`;
  return filas.map((f) => ({ ...f, admitido_en: f.admitido_en && new Date(f.admitido_en).toISOString() }));
}

/** Whether the person may be admitted to sessions of the branch. */
export async function admisible(sql: Reader, en: { idSucursal: number }, idUsuario: number): Promise<boolean> {
  const filas = await sql`
    select 1 from usuario u join rol r on r.id = u.id_rol where u.id = ${idUsuario} and ${condicion(sql, en.idSucursal)}`;
  return filas.length > 0;
}

/** The condition over `u` and `r` of working in the branch and being able to sell. */
function condicion(sql: Reader, idSucursal: number) {
  return sql`u.estado and r.estado and 'venta:cobrar' = any(r.permisos) and (u.id_sucursal = ${idSucursal}
    or 'sucursal:todas' = any(r.permisos)
    or exists (select 1 from usuario_sucursal x where x.id_usuario = u.id and x.id_sucursal = ${idSucursal}))`;
}
