import { sqlClient } from '@/db';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { type FilaVencimiento, selectVencimiento, vencimientoDto } from './read';
import { ListarVencimientosQuery, type VencimientoDto } from './schemas';

const MAXIMO = 500;

/** The dates that the caller's branch watches, the nearest first; at most five hundred. */
export async function listarVencimientos(ctx: Context, raw: unknown = {}): Promise<VencimientoDto[]> {
  requirePermiso(ctx, 'producto:ver');
  const q = ListarVencimientosQuery.parse(raw);
  const sql = sqlClient();
  const filas = await sql<FilaVencimiento[]>`
    select * from (${selectVencimiento(sql, ctx)} ${q.id_producto ? sql`and v.id_producto = ${q.id_producto}` : sql``}) x
    ${q.dias === undefined ? sql`` : sql`where x.dias <= ${q.dias}`} order by x.dias, x.id limit ${MAXIMO}`;
  return filas.map(vencimientoDto);
}
