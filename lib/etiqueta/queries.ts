import { sqlClient } from '@/db';
import { Page } from '@/lib/action/page';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { jsonDeCentavos } from '@/lib/money';
import { precioPorUnidad, type Unidad } from '@/lib/producto/rules';
import { barrasDe } from './barras';
import { MAXIMO_ETIQUETAS } from './rules';
import { type EtiquetaDto, LeerEtiquetasQuery } from './schemas';

type Fila = {
  id: number;
  nombre: string;
  unidad: Unidad;
  sku: string | null;
  idPresentacion: number | null;
  presentacion: string | null;
  factor: number | null;
  precio: number;
  codigo: string | null;
};

/**
 * The labels of some living products, or of those that a bulk edit changed, with what the caller's branch charges; in the
 * order of their names, each followed by its presentations when they are asked. At most `MAXIMO_ETIQUETAS`; the total says how
 * many there are. Throws PermisoError.
 */
export async function leerEtiquetas(ctx: Context, raw: unknown): Promise<Page<EtiquetaDto>> {
  requirePermiso(ctx, 'producto:ver');
  const { ids, edicion, presentaciones } = LeerEtiquetasQuery.parse(raw);
  const sql = sqlClient();
  const elegidos = ids
    ? sql`p.id = any (${ids}::int[])`
    : sql`p.id in (select id_producto from edicion_masiva_fila where id_edicion = ${edicion ?? 0})`;
  const filas = await sql<Fila[]>`
    select p.id, p.nombre, p.unidad, p.sku, t.id as "idPresentacion", t.nombre as presentacion, t.factor,
      coalesce(ps.precio, t.precio_venta, p.precio_venta) as precio,
      case when t.id is null then p.codigo_barras else (
        select k.codigo from codigo_producto k where k.id_presentacion = t.id and k.estado order by k.id limit 1) end as codigo
    from producto p
    join lateral (
      select null::int as id, null::text as nombre, null::bigint as factor, null::bigint as precio_venta
      union all
      select x.id, x.nombre, x.factor, x.precio_venta from presentacion_producto x
      where x.id_producto = p.id and x.estado and ${presentaciones === 'true'}
    ) t on true
    left join precio_sucursal ps on ps.id_producto = p.id and ps.id_presentacion is not distinct from t.id
      and ps.id_sucursal = ${ctx.idSucursal} and ps.estado
    where p.estado and ${elegidos}
    order by p.busqueda collate "C", p.id, t.factor nulls first, t.id`;
  return new Page(filas.slice(0, MAXIMO_ETIQUETAS).map(etiquetaDto), { nextCursor: null, total: filas.length });
}

function etiquetaDto(f: Fila): EtiquetaDto {
  return {
    id_producto: f.id,
    id_presentacion: f.idPresentacion,
    nombre: f.nombre,
    presentacion: f.presentacion,
    unidad: f.unidad,
    sku: f.sku,
    precio_venta: jsonDeCentavos(f.precio),
    precio_por_unidad: f.factor === null ? null : jsonDeCentavos(precioPorUnidad(f.precio, f.factor)),
    codigo: f.codigo,
    barras: f.codigo === null ? null : barrasDe(f.codigo),
  };
}
