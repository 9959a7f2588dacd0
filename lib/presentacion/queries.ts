import { type SqlClient, sqlClient } from '@/db';
import { puede, requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { jsonDeCentavos, mulDiv } from '@/lib/money';
import { jsonDeMilesimas, MILESIMAS } from '@/lib/quantity';
import { leerPresentaciones } from './read';
import { type CodigoDto, type EnSucursalDto, type FichaDto, PorIdInput, type PrecioHistoricoDto } from './schemas';

const PRECIOS = 100;

/**
 * Everything of a product that is not in its own row: codes, presentations, what each branch that the actor sees has and
 * charges, and the last hundred prices. Empty of a product that is not there.
 */
export async function leerFicha(ctx: Context, raw: unknown): Promise<FichaDto> {
  requirePermiso(ctx, 'producto:ver');
  const { id } = PorIdInput.parse(raw);
  const sql = sqlClient();
  const [codigos, presentaciones, sucursales, precios] = await Promise.all([
    sql<CodigoDto[]>`
      select id, codigo, principal from codigo_producto where id_producto = ${id} and id_presentacion is null and estado
      order by principal desc, id`,
    leerPresentaciones(sql, id),
    leerSucursales(sql, ctx, id),
    leerPrecios(sql, id),
  ]);
  return { codigos: codigos.map((c) => ({ ...c })), presentaciones, sucursales, precios };
}

type FilaSucursal = Omit<EnSucursalDto, 'costo_promedio' | 'presentaciones'> & { valor: number; propios: string };

async function leerSucursales(sql: SqlClient, ctx: Context, id: number): Promise<EnSucursalDto[]> {
  const todas = puede(ctx, 'sucursal:todas');
  const conCosto = puede(ctx, 'producto:ver_costo');
  const filas = await sql<FilaSucursal[]>`
    select s.id as id_sucursal, s.nombre as sucursal, coalesce(e.cantidad, 0) as stock, coalesce(e.valor, 0) as valor,
      ps.precio, r.stock_minimo, r.dias_cobertura,
      (select coalesce(jsonb_object_agg(x.id_presentacion, x.precio), '{}') from precio_sucursal x
        where x.id_producto = ${id} and x.id_sucursal = s.id and x.id_presentacion is not null and x.estado)::text as propios
    from sucursal s left join existencia e on e.id_producto = ${id} and e.id_sucursal = s.id
      left join precio_sucursal ps on ps.id_producto = ${id} and ps.id_presentacion is null and ps.id_sucursal = s.id and ps.estado
      left join reposicion r on r.id_producto = ${id} and r.id_sucursal = s.id
    where s.estado and (${todas} or s.id = any (${[...ctx.actor.sucursales]}::int[]))
    order by (s.id = ${ctx.idSucursal}) desc, s.nombre`;
  return filas.map(({ valor, propios, ...f }) => ({
    ...f,
    stock: jsonDeMilesimas(f.stock),
    costo_promedio: conCosto && f.stock > 0 ? jsonDeCentavos(mulDiv(valor, MILESIMAS, f.stock)) : null,
    precio: f.precio === null ? null : jsonDeCentavos(f.precio),
    stock_minimo: f.stock_minimo === null ? null : jsonDeMilesimas(f.stock_minimo),
    presentaciones: Object.fromEntries(
      Object.entries(JSON.parse(propios) as Record<string, number>).map(([t, precio]) => [t, jsonDeCentavos(precio)]),
    ),
  }));
}

async function leerPrecios(sql: SqlClient, id: number): Promise<PrecioHistoricoDto[]> {
  const filas = await sql<PrecioHistoricoDto[]>`
    select h.id, h.vigente_desde, h.precio, t.nombre as presentacion, s.nombre as sucursal, u.name as usuario
    from precio_producto h left join presentacion_producto t on t.id = h.id_presentacion
      left join sucursal s on s.id = h.id_sucursal left join usuario u on u.id = h.id_usuario
    where h.id_producto = ${id} order by h.vigente_desde desc, h.id desc limit ${PRECIOS}`;
  return filas.map((f) => ({
    ...f,
    vigente_desde: new Date(f.vigente_desde).toISOString(),
    precio: f.precio === null ? null : jsonDeCentavos(f.precio),
  }));
}
