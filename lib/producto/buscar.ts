import type { Context } from '@/lib/context';
import { contieneLike, literalLike } from '@/lib/like';
import { finDelDia, inicioDelDia } from '@/lib/time';
import { deLaSucursal, type Fragmento, type Lector } from './read';
import { palabrasDe } from './rules';
import type { FiltroProductos } from './schemas';

/**
 * The `where` of a list of products, for `selectProducto`. Every word of the search must be in `busqueda`: each is a
 * condition of its own, because the trigram index serves `like`, not `like all (array)`. A word with a figure may also be
 * the beginning of a SKU or of another code of the product.
 */
export function whereProductos(sql: Lector, q: FiltroProductos) {
  const condiciones = [sql`p.estado`];
  for (const palabra of palabrasDe(q.buscar ?? '')) condiciones.push(conPalabra(sql, palabra));
  if (q.id_categoria) condiciones.push(sql`p.id_categoria in (${ramaDe(sql, q.id_categoria)})`);
  if (q.favorito !== undefined) condiciones.push(q.favorito ? sql`p.favorito` : sql`not p.favorito`);
  if (q.bajo_stock) condiciones.push(sql`coalesce(e.cantidad, 0) <= coalesce(r.stock_minimo, p.stock_minimo)`);
  if (q.agotado) condiciones.push(sql`coalesce(e.cantidad, 0) = 0`);
  if (q.sin_codigo) condiciones.push(sql`p.codigo_barras is null`);
  return sql`${condiciones.reduce((todas, una) => sql`${todas} and ${una}`)} ${entreDias(sql, sql`p.created_at`, q)}`;
}

function conPalabra(sql: Lector, palabra: string): Fragmento {
  const nombre = sql`p.busqueda like ${contieneLike(palabra)}`;
  if (!/\d/.test(palabra)) return nombre;
  const empieza = `${literalLike(palabra)}%`;
  return sql`(${nombre} or lower(p.sku) like ${empieza} or p.id in (
    select id_producto from codigo_producto where estado and not principal and lower(codigo) like ${empieza}))`;
}

/** The ids of a category and of all those inside it. */
function ramaDe(sql: Lector, idCategoria: number): Fragmento {
  return sql`with recursive rama as (
      select ${idCategoria}::int as id union
      select k.id from categoria k join rama on k.id_padre = rama.id where k.estado
    ) select id from rama`;
}

/** `and …` that keeps a moment between two La Paz days, both included; empty without days. */
export function entreDias(sql: Lector, momento: Fragmento, q: Pick<FiltroProductos, 'desde' | 'hasta'>): Fragmento {
  return sql`${q.desde ? sql`and ${momento} >= ${inicioDelDia(q.desde).toISOString()}::timestamptz` : sql``}
    ${q.hasta ? sql`and ${momento} < ${finDelDia(q.hasta).toISOString()}::timestamptz` : sql``}`;
}

/** How many products the filter finds in the caller's branch. */
export async function contarProductos(sql: Lector, ctx: Context, q: FiltroProductos): Promise<number> {
  const conSucursal = q.bajo_stock || q.agotado;
  const [fila] = await sql<{ total: number }[]>`
    select count(*) as total from producto p ${conSucursal ? deLaSucursal(sql, ctx.idSucursal) : sql``}
    where ${whereProductos(sql, q)}`;
  return fila?.total ?? 0;
}
