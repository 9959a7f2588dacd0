import type { Tx } from '@/db/transaction';
import { PersonaNoAsignableError } from './errors';
import type { Reader } from './read';

/**
 * The condition over `u` and `r` that the person may open the caja: it has nobody assigned, they are, or they keep the cajas.
 */
export function asignada(sql: Reader, idCaja: number) {
  return sql`('caja:administrar' = any(r.permisos) or not exists (select 1 from caja_persona x where x.id_caja = ${idCaja})
    or exists (select 1 from caja_persona x where x.id_caja = ${idCaja} and x.id_usuario = u.id))`;
}

/** Says anew who may open a caja; nobody means everybody of its branch. Throws PersonaNoAsignableError. */
export async function asignarPersonas(
  tx: Tx,
  { id, idSucursal }: { id: number; idSucursal: number },
  personas: readonly number[],
): Promise<void> {
  await tx.sql`delete from caja_persona where id_caja = ${id} and id_usuario <> all(${[...personas]}::int[])`;
  await tx.sql`
    insert into caja_persona (id_caja, id_usuario)
    select ${id}, u.id from usuario u join rol r on r.id = u.id_rol
    where u.id = any(${[...personas]}::int[]) and u.estado and r.estado
      and (u.id_sucursal = ${idSucursal} or 'sucursal:todas' = any(r.permisos))
    on conflict do nothing`;
  const [quedan] = await tx.sql<{ n: number }[]>`select count(*)::int as n from caja_persona where id_caja = ${id}`;
  if (quedan?.n !== personas.length) throw new PersonaNoAsignableError();
}
