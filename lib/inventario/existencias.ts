import { CursorAjenoError, decodeCursor, encodeCursor, idDelCursor, Page } from '@/lib/action/page';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { contieneLike } from '@/lib/like';
import { mulDiv } from '@/lib/money';
import { palabrasDe, type Unidad } from '@/lib/producto/rules';
import { jsonDeMilesimas } from '@/lib/quantity';
import { sucursalesVisibles, sucursalPedida } from './alcance';
import { DIAS_DE_VENTA, minimoDe, vendidoDe } from './consumo';
import { alCosto, type Lector, lectorDe } from './lector';
import { diasDeCobertura } from './rules';
import { ListarExistenciasQuery, StockBajoQuery } from './schemas';
import type { ExistenciaDto, StockBajoDto } from './schemas-respuestas';

const PAGINA = 50;

type Fila = {
  id_producto: number;
  nombre: string;
  codigo_barras: string | null;
  unidad: Unidad;
  id_categoria: number;
  categoria: string;
  cantidad: number;
  valor: number;
  minimo: number;
  vendido: number;
  en_sucursales: { id_sucursal: number; sucursal: string; cantidad: number }[];
};

/**
 * What a branch has of each product, by name, in pages of `limite` (50 by default): with its minimum, how many days it
 * lasts at the pace of the last 28, what it is worth, and what the other branches that the actor sees have.
 * Throws PermisoError.
 */
export async function listarExistencias(ctx: Context, raw: unknown): Promise<Page<ExistenciaDto>> {
  requirePermiso(ctx, 'inventario:ver');
  const q = ListarExistenciasQuery.parse(raw);
  const limite = q.limite ?? PAGINA;
  const sucursal = sucursalPedida(ctx, q.id_sucursal);
  const sql = lectorDe(ctx);
  const despues = lugarDe(q.cursor);
  const visibles = sucursalesVisibles(ctx);
  const filas = await sql<Fila[]>`
    with pagina as (
      select p.id, p.nombre, lower(p.nombre) as orden, p.codigo_barras, p.unidad, p.id_categoria, c.nombre as categoria,
        coalesce(e.cantidad, 0) as cantidad, coalesce(e.valor, 0) as valor, ${minimoDe(sql)} as minimo
      from producto p join categoria c on c.id = p.id_categoria
        left join existencia e on e.id_producto = p.id and e.id_sucursal = ${sucursal}
        left join reposicion r on r.id_producto = p.id and r.id_sucursal = ${sucursal}
      where p.estado ${despues ? sql`and (lower(p.nombre), p.id) > (${despues[0]}, ${despues[1]}::int)` : sql``}
        ${palabras(sql, q.buscar)} ${q.id_categoria ? sql`and p.id_categoria in (${rama(sql, q.id_categoria)})` : sql``}
        ${q.nivel ? nivelEn(sql, q.nivel) : sql``}
      order by lower(p.nombre), p.id limit ${limite + 1}
    )
    select g.id as id_producto, g.nombre, g.codigo_barras, g.unidad, g.id_categoria, g.categoria, g.cantidad, g.valor, g.minimo,
      ${vendidoDe(sql, ctx.ahora, sql`g.id`, sql`${sucursal}::int`)} as vendido,
      coalesce((select jsonb_agg(jsonb_build_object('id_sucursal', s.id, 'sucursal', s.nombre, 'cantidad', x.cantidad) order by s.nombre)
        from existencia x join sucursal s on s.id = x.id_sucursal and s.estado
        where x.id_producto = g.id and x.id_sucursal <> ${sucursal} and x.cantidad > 0
          ${visibles === null ? sql`` : sql`and x.id_sucursal = any(${visibles}::int[])`}), '[]') as en_sucursales
    from pagina g order by g.orden, g.id`;
  const pagina = filas.slice(0, limite);
  const ultima = pagina.at(-1);
  return new Page(
    pagina.map((f) => existenciaDto(ctx, f)),
    {
      nextCursor:
        filas.length > limite && ultima ? encodeCursor([ultima.nombre.toLowerCase(), ultima.id_producto]) : null,
    },
  );
}

function lugarDe(cursor: string | undefined): readonly [string, number] | null {
  if (!cursor) return null;
  const [nombre, id, ...resto] = decodeCursor(cursor) ?? [];
  if (typeof nombre !== 'string' || !Number.isInteger(id) || resto.length > 0) throw new CursorAjenoError();
  return [nombre, Number(id)];
}

function palabras(sql: Lector, buscar: string | undefined) {
  return palabrasDe(buscar ?? '').reduce((todas, p) => sql`${todas} and p.busqueda like ${contieneLike(p)}`, sql``);
}

/** A category and those inside it. */
function rama(sql: Lector, idCategoria: number) {
  return sql`with recursive rama as (select id from categoria where id = ${idCategoria} union all
    select c.id from categoria c join rama r on c.id_padre = r.id) select id from rama`;
}

function nivelEn(sql: Lector, nivel: 'agotado' | 'bajo' | 'con_stock') {
  if (nivel === 'agotado') return sql`and coalesce(e.cantidad, 0) = 0`;
  if (nivel === 'con_stock') return sql`and e.cantidad > 0`;
  return sql`and coalesce(e.cantidad, 0) <= ${minimoDe(sql)} and ${minimoDe(sql)} > 0`;
}

function existenciaDto(ctx: Context, f: Fila): ExistenciaDto {
  return {
    id_producto: f.id_producto,
    nombre: f.nombre,
    codigo_barras: f.codigo_barras,
    unidad: f.unidad,
    id_categoria: f.id_categoria,
    categoria: f.categoria,
    stock_actual: jsonDeMilesimas(f.cantidad),
    stock_minimo: jsonDeMilesimas(f.minimo),
    en_sucursales: f.en_sucursales.map((s) => ({ ...s, cantidad: jsonDeMilesimas(s.cantidad) })),
    vendido_28_dias: jsonDeMilesimas(Math.max(0, f.vendido)),
    dias_cobertura: diasDeCobertura(f.cantidad, f.vendido, DIAS_DE_VENTA),
    costo_promedio: f.cantidad > 0 ? alCosto(ctx, mulDiv(f.valor, 1000, f.cantidad)) : null,
    valor: alCosto(ctx, f.valor),
  };
}

type FilaBaja = Omit<Fila, 'en_sucursales' | 'valor' | 'id_categoria'> & { dias: number | null };

/**
 * What runs short in a branch, by its minimum or by the days of cover that were asked for, what ends first before. `sugerido`
 * brings it back to twice the minimum, or to the days asked. Throws PermisoError.
 */
export async function listarStockBajo(ctx: Context, raw: unknown): Promise<Page<StockBajoDto>> {
  requirePermiso(ctx, 'inventario:ver');
  const q = StockBajoQuery.parse(raw);
  const limite = q.limite ?? PAGINA;
  const desde = idDelCursor(q.cursor) ?? 0;
  const idSucursal = sucursalPedida(ctx, q.id_sucursal);
  const sql = lectorDe(ctx);
  const filas = await sql<(FilaBaja & { sucursal: string })[]>`
    with estado as (
      select p.id as id_producto, p.nombre, p.codigo_barras, p.unidad, c.nombre as categoria, coalesce(e.cantidad, 0) as cantidad,
        ${minimoDe(sql)} as minimo, coalesce(r.dias_cobertura, p.dias_cobertura) as dias,
        ${vendidoDe(sql, ctx.ahora, sql`p.id`, sql`${idSucursal}::int`)} as vendido
      from producto p join categoria c on c.id = p.id_categoria
        left join existencia e on e.id_producto = p.id and e.id_sucursal = ${idSucursal}
        left join reposicion r on r.id_producto = p.id and r.id_sucursal = ${idSucursal}
      where p.estado ${palabras(sql, q.buscar)}
        and (${minimoDe(sql)} > 0 or coalesce(r.dias_cobertura, p.dias_cobertura) is not null)
    )
    select x.*, s.nombre as sucursal from estado x join sucursal s on s.id = ${idSucursal}
    where (x.minimo > 0 and x.cantidad <= x.minimo)
      or (x.dias is not null and x.vendido > 0 and x.cantidad * ${DIAS_DE_VENTA} < x.dias * x.vendido)
    order by x.cantidad::float8 / greatest(x.vendido, 1), x.nombre, x.id_producto offset ${desde} limit ${limite + 1}`;
  return new Page(
    filas.slice(0, limite).map((f) => stockBajoDto(f, idSucursal)),
    { nextCursor: filas.length > limite ? encodeCursor([desde + limite]) : null },
  );
}

function stockBajoDto(f: FilaBaja & { sucursal: string }, idSucursal: number): StockBajoDto {
  const porDias = f.dias === null ? 0 : Math.ceil((Math.max(0, f.vendido) * f.dias) / DIAS_DE_VENTA);
  const falta = Math.max(2 * f.minimo, porDias) - f.cantidad;
  return {
    id_producto: f.id_producto,
    nombre: f.nombre,
    codigo_barras: f.codigo_barras,
    unidad: f.unidad,
    categoria: f.categoria,
    id_sucursal: idSucursal,
    sucursal: f.sucursal,
    stock_actual: jsonDeMilesimas(f.cantidad),
    stock_minimo: jsonDeMilesimas(f.minimo),
    dias_cobertura: diasDeCobertura(f.cantidad, f.vendido, DIAS_DE_VENTA),
    dias_deseados: f.dias,
    sugerido: jsonDeMilesimas(f.unidad === 'unidad' ? Math.ceil(falta / 1000) * 1000 : Math.max(0, falta)),
  };
}
