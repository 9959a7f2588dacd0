import type { PendingQuery, Row } from 'postgres';
import { type SqlClient, sqlClient } from '@/db';
import type { Tx } from '@/db/transaction';
import { puede } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { jsonDeCentavos, mulDiv } from '@/lib/money';
import { jsonDeMilesimas, MILESIMAS } from '@/lib/quantity';
import type { PoliticaSobreventa, Tratamiento, Unidad } from './rules';
import type { CategoriaDto, ProductoDto } from './schemas';

/** Where a read runs: the caller's transaction, or the pool. */
export type Lector = Tx['sql'] | SqlClient;

/** A piece of a statement. */
export type Fragmento = PendingQuery<Row[]>;

/** The caller's transaction when there is one, else the pool. */
export function lectorDe(ctx: Context): Lector {
  return ctx.tx?.sql ?? sqlClient();
}

type FilaComun = {
  estado: boolean;
  id_user_create: number | null;
  id_user_update: number | null;
  created_at: string;
  updated_at: string;
};

/** A product as it is read: centavos and thousandths. */
export type FilaProducto = FilaComun & {
  id: number;
  nombre: string;
  codigo_barras: string | null;
  unidad: Unidad;
  precio_venta: number;
  precio_base: number;
  costo_compra: number;
  stock: number;
  valor: number;
  stock_minimo: number;
  stock_minimo_base: number;
  dias_cobertura: number | null;
  tratamiento: Tratamiento;
  politica_sobreventa: PoliticaSobreventa;
  sku: string | null;
  id_imagen: number | null;
  favorito: boolean;
  id_categoria: number;
  categoria: string;
};

const COLUMNAS = `p.id, p.nombre, p.codigo_barras, p.sku, p.unidad, coalesce(ps.precio, p.precio_venta) as precio_venta,
  p.precio_venta as precio_base, p.costo_compra, coalesce(e.cantidad, 0) as stock, coalesce(e.valor, 0) as valor,
  coalesce(r.stock_minimo, p.stock_minimo) as stock_minimo, p.stock_minimo as stock_minimo_base,
  coalesce(r.dias_cobertura, p.dias_cobertura) as dias_cobertura, p.tratamiento, p.politica_sobreventa, p.favorito,
  p.id_imagen, p.id_categoria, c.nombre as categoria, p.estado, p.id_user_create, p.id_user_update, p.created_at, p.updated_at`;

/**
 * `select … from` of products as one branch sees them; add `where` on `p`, `c` (categoria), `e` (existencia), `ps` (the
 * branch's own price) and `r` (the branch's own minimum). `mas` adds columns to the end of the list.
 */
export function selectProducto(sql: Lector, idSucursal: number, mas: Fragmento = sql``) {
  return sql`select ${sql.unsafe(COLUMNAS)} ${mas} from producto p join categoria c on c.id = p.id_categoria
    ${deLaSucursal(sql, idSucursal)}`;
}

/** The joins that bring what a branch says of each product `p`: `e`, `ps` and `r`. */
export function deLaSucursal(sql: Lector, idSucursal: number) {
  return sql`left join existencia e on e.id_producto = p.id and e.id_sucursal = ${idSucursal}
    left join precio_sucursal ps on ps.id_producto = p.id and ps.id_presentacion is null and ps.id_sucursal = ${idSucursal}
      and ps.estado
    left join reposicion r on r.id_producto = p.id and r.id_sucursal = ${idSucursal}`;
}

/** A product as clients see it. The cost is `null` for whoever may not see it. */
export function productoDto(ctx: Context, f: FilaProducto): ProductoDto {
  const conCosto = puede(ctx, 'producto:ver_costo');
  return {
    id: f.id,
    nombre: f.nombre,
    codigo_barras: f.codigo_barras,
    unidad: f.unidad,
    sku: f.sku,
    precio_venta: jsonDeCentavos(f.precio_venta),
    precio_base: jsonDeCentavos(f.precio_base),
    costo_compra: conCosto ? jsonDeCentavos(f.costo_compra) : null,
    costo_promedio: conCosto && f.stock > 0 ? jsonDeCentavos(mulDiv(f.valor, MILESIMAS, f.stock)) : null,
    stock_actual: jsonDeMilesimas(f.stock),
    stock_minimo: jsonDeMilesimas(f.stock_minimo),
    stock_minimo_base: jsonDeMilesimas(f.stock_minimo_base),
    dias_cobertura: f.dias_cobertura,
    tratamiento: f.tratamiento,
    politica_sobreventa: f.politica_sobreventa,
    imagen: f.id_imagen === null ? null : `/api/inventario/producto/${f.id}/imagen?v=${f.id_imagen}`,
    favorito: f.favorito,
    categoria: { id: f.id_categoria, nombre: f.categoria },
    ...comunesDto(f),
  };
}

/** A category as it is read. */
export type FilaCategoria = FilaComun & {
  id: number;
  nombre: string;
  id_padre: number | null;
  /** The name of the one it is in. */
  padre: string | null;
  total_productos: number;
};

/** `select … from categoria k`, with how many active products each has and what it is in; add `where`. */
export function selectCategoria(sql: Lector) {
  return sql`select k.id, k.nombre, k.id_padre, m.nombre as padre, k.estado, k.id_user_create, k.id_user_update, k.created_at,
    k.updated_at, (select count(*) from producto where id_categoria = k.id and estado) as total_productos
    from categoria k left join categoria m on m.id = k.id_padre and m.estado`;
}

/** A category as clients see it. */
export function categoriaDto(f: FilaCategoria): CategoriaDto {
  const { id, nombre, id_padre, total_productos } = f;
  return { id, nombre, id_padre, total_productos, ...comunesDto(f) };
}

function comunesDto(f: FilaComun): FilaComun {
  return {
    estado: f.estado,
    id_user_create: f.id_user_create,
    id_user_update: f.id_user_update,
    created_at: new Date(f.created_at).toISOString(),
    updated_at: new Date(f.updated_at).toISOString(),
  };
}
