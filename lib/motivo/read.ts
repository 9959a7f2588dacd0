import type postgres from 'postgres';
import type { MotivoDto } from './schemas';

/** What can run a statement: the pool or a transaction. */
type Reader = postgres.ISql<{ bigint: number }>;

/** Reasons that meet `where` (over `m`): the general ones last, the others by name. */
export async function selectMotivos(sql: Reader, where: postgres.PendingQuery<postgres.Row[]>): Promise<MotivoDto[]> {
  const filas = await sql<MotivoDto[]>`
    select m.id, m.tipo, m.nombre, m.tipo_cuenta = 'patrimonio' as del_dueno, m.general, m.pide_detalle, m.estado,
      m.id_user_create, m.id_user_update, m.created_at, m.updated_at
    from motivo_caja m where ${where} order by m.tipo desc, m.general, lower(m.nombre), m.id`;
  return filas.map((m) => ({
    ...m,
    created_at: new Date(m.created_at).toISOString(),
    updated_at: new Date(m.updated_at).toISOString(),
  }));
}
