import type postgres from 'postgres';
import { jsonDeCentavos } from '@/lib/money';
import type { TareaDto } from './schemas';

/** What can run a statement: the pool or a transaction. */
export type Reader = postgres.ISql<{ bigint: number }>;
type Fragment = postgres.PendingQuery<postgres.Row[]>;

/** Tasks that meet `where` (over `t`), newest first. */
export async function selectTareas(sql: Reader, where: Fragment, limite: number | null = null): Promise<TareaDto[]> {
  const filas = await sql<TareaDto[]>`
    select t.id, t.id_sucursal, su.nombre as sucursal, t.tipo, t.resumen, t.detalle, t.monto, t.id_sesion_caja, c.nombre as caja,
      t.estado, coalesce(u.name, 'el sistema') as creada_por, t.creada_en, r.name as resuelta_por, t.resuelta_en, t.resolucion
    from tarea t join sucursal su on su.id = t.id_sucursal left join usuario u on u.id = t.creada_por
      left join usuario r on r.id = t.resuelta_por left join sesion_caja s on s.id = t.id_sesion_caja
      left join caja c on c.id = s.id_caja
    where ${where} order by t.id desc limit ${limite}`;
  return filas.map((t) => ({
    ...t,
    monto: t.monto === null ? null : jsonDeCentavos(t.monto),
    creada_en: new Date(t.creada_en).toISOString(),
    resuelta_en: t.resuelta_en && new Date(t.resuelta_en).toISOString(),
  }));
}
