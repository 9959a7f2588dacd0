import type { Context } from '@/lib/context';
import { contieneLike } from '@/lib/like';
import { finDelDia, inicioDelDia } from '@/lib/time';
import type { Fragmento, Lector } from './read';
import { palabrasDe } from './rules';
import type { FiltroProductos } from './schemas';

/**
 * The `where` of a list of products, for `selectProducto`. Every word of the search must be in `busqueda`: each is a
 * condition of its own, because the trigram index serves `like`, not `like all (array)`.
 */
export function whereProductos(sql: Lector, q: FiltroProductos) {
  const condiciones = [sql`p.estado`];
  for (const palabra of palabrasDe(q.buscar ?? '')) condiciones.push(sql`p.busqueda like ${contieneLike(palabra)}`);
  if (q.id_categoria) condiciones.push(sql`p.id_categoria = ${q.id_categoria}`);
  if (q.favorito !== undefined) condiciones.push(q.favorito ? sql`p.favorito` : sql`not p.favorito`);
  if (q.bajo_stock) condiciones.push(sql`coalesce(e.cantidad, 0) <= p.stock_minimo`);
  return sql`${condiciones.reduce((todas, una) => sql`${todas} and ${una}`)} ${entreDias(sql, sql`p.created_at`, q)}`;
}

/** `and …` that keeps a moment between two La Paz days, both included; empty without days. */
export function entreDias(sql: Lector, momento: Fragmento, q: Pick<FiltroProductos, 'desde' | 'hasta'>): Fragmento {
  return sql`${q.desde ? sql`and ${momento} >= ${inicioDelDia(q.desde).toISOString()}::timestamptz` : sql``}
    ${q.hasta ? sql`and ${momento} < ${finDelDia(q.hasta).toISOString()}::timestamptz` : sql``}`;
}

/** How many products the filter finds in the caller's branch. */
export async function contarProductos(sql: Lector, ctx: Context, q: FiltroProductos): Promise<number> {
  const existencia = sql`left join existencia e on e.id_producto = p.id and e.id_sucursal = ${ctx.idSucursal}`;
  const [fila] = await sql<{ total: number }[]>`
    select count(*) as total from producto p ${q.bajo_stock ? existencia : sql``} where ${whereProductos(sql, q)}`;
  return fila?.total ?? 0;
}
