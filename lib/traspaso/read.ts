import type postgres from 'postgres';
import { aprobacionesDto, aprobacionesJson } from '@/lib/aprobacion/steps';
import { jsonDeCentavos } from '@/lib/money';
import type { TraspasoDto } from './schemas';

/** What can run a statement: the pool or a transaction. */
export type Reader = postgres.ISql<{ bigint: number }>;

/** Transfers that meet `where` (over `t`), newest first. */
export async function selectTraspasos(
  sql: Reader,
  where: postgres.PendingQuery<postgres.Row[]>,
  limite: number | null = null,
): Promise<TraspasoDto[]> {
  const filas = await sql<TraspasoDto[]>`
    select t.id, t.origen, t.destino, t.monto, t.nota, t.fecha, t.id_sucursal, t.id_sesion_caja, c.nombre as caja,
      coalesce(u.name, '') as usuario, t.id_archivo is not null as con_foto,
      ${sql.unsafe(aprobacionesJson('traspaso_caja', 't.id'))} as aprobaciones, t.estado, t.id_user_create, t.id_user_update,
      t.created_at, t.updated_at
    from traspaso_caja t left join usuario u on u.id = t.id_user_create
      left join sesion_caja s on s.id = t.id_sesion_caja left join caja c on c.id = s.id_caja
    where ${where} order by t.id desc limit ${limite}`;
  const iso = (fecha: string) => new Date(fecha).toISOString();
  return filas.map((t) => ({
    ...t,
    monto: jsonDeCentavos(t.monto),
    fecha: iso(t.fecha),
    aprobaciones: aprobacionesDto(t.aprobaciones),
    created_at: iso(t.created_at),
    updated_at: iso(t.updated_at),
  }));
}
