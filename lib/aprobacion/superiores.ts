import type { SqlClient } from '@/db';
import type { Tx } from '@/db/transaction';
import type { Permiso } from '@/lib/auth/permisos';

/** What decides who may answer. */
export type PorResolver = { idSucursal: number; solicitadaPor: number; monto: number };

/** Somebody who may answer. */
export type Superior = {
  id: number;
  nombre: string;
  email: string;
  rol: string;
  permisos: Permiso[];
  conPin: boolean;
};

/**
 * The active people who may answer: with the right, a cap that reaches, in the branch or in all of them, and never who
 * asks. By name, as many as a list on a screen holds.
 */
export async function superioresDe(sql: SqlClient | Tx['sql'], a: PorResolver): Promise<Superior[]> {
  return sql<Superior[]>`
    select u.id, u.name as nombre, u.email, r.nombre as rol, r.permisos, u.pin_hash is not null as "conPin"
    from usuario u join rol r on r.id = u.id_rol
    where u.estado and r.estado and u.id <> ${a.solicitadaPor} and 'aprobacion:resolver' = any(r.permisos)
      and coalesce((r.topes ->> 'aprobacion:resolver')::numeric, ${a.monto}) >= ${a.monto}
      and (u.id_sucursal = ${a.idSucursal}
        or exists (select 1 from usuario_sucursal x where x.id_usuario = u.id and x.id_sucursal = ${a.idSucursal})
        or ('sucursal:todas' = any(r.permisos) and not r.solo_propias && array['sucursal:todas', 'aprobacion:resolver']))
    order by u.name, u.id limit 50`;
}
