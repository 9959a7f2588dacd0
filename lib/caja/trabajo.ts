import type { Actor, Context } from '@/lib/context';
import type { Reader } from './read';

/** The condition over `s` that the actor works in the session: answers for it, or is admitted. */
export function trabajaEn(sql: Reader, { actor }: { actor: Pick<Actor, 'idUsuario'> }) {
  return sql`(s.id_usuario = ${actor.idUsuario} or exists (select 1 from sesion_caja_admitido a
    where a.id_sesion_caja = s.id and a.id_usuario = ${actor.idUsuario} and a.retirado_en is null))`;
}

/**
 * The open session that the actor works in now, or `null`: the one they came to by PIN, else their own, else the one that
 * admitted them last. With `idSucursal`, only of that branch.
 */
export async function sesionDeTrabajo(
  sql: Reader,
  ctx: Pick<Context, 'actor'>,
  idSucursal: number | null = null,
): Promise<number | null> {
  const { idUsuario, idSesionCaja = 0 } = ctx.actor;
  const [fila] = await sql<{ id: number }[]>`
    select s.id from sesion_caja s join caja c on c.id = s.id_caja
    where s.estado_sesion = 'ABIERTA' and ${trabajaEn(sql, ctx)}
      and (${idSucursal}::int is null or c.id_sucursal = ${idSucursal})
    order by s.id = ${idSesionCaja} desc, s.id_usuario = ${idUsuario} desc, (select a.admitido_en
      from sesion_caja_admitido a where a.id_sesion_caja = s.id and a.id_usuario = ${idUsuario}) desc
    limit 1`;
  return fila?.id ?? null;
}
