import { sqlClient } from '@/db';
import type { Context } from '@/lib/context';
import { asignada } from './personas';
import { leerSesion } from './queries';
import { IdInput } from './schemas';
import type { RelevoPosibleDto } from './schemas-respuestas';

/**
 * Who could receive a session's drawer now: active, of its branch, allowed to open it, and answering for no other caja.
 * Those without a PIN are named too: they have to set one first. Throws PermisoError, SesionNoEncontradaError.
 */
export async function listarRelevos(ctx: Context, raw: unknown): Promise<RelevoPosibleDto[]> {
  const { id } = IdInput.parse(raw);
  const sesion = await leerSesion(ctx, { id });
  const sql = sqlClient();
  return sql<RelevoPosibleDto[]>`
    select u.id as id_usuario, u.name as nombre, r.nombre as rol, u.pin_hash is not null as con_pin
    from usuario u join rol r on r.id = u.id_rol
    where u.estado and r.estado and u.id <> ${sesion.id_usuario} and 'caja:abrir' = any(r.permisos)
      and (u.id_sucursal = ${sesion.caja.id_sucursal} or 'sucursal:todas' = any(r.permisos)) and ${asignada(sql, sesion.id_caja)}
      and not exists (select 1 from sesion_caja s where s.id_usuario = u.id and s.estado_sesion = 'ABIERTA')
    order by u.pin_hash is null, u.name, u.id`;
}
