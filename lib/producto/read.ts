import type { PendingQuery, Row } from 'postgres';
import { type SqlClient, sqlClient } from '@/db';
import type { Tx } from '@/db/transaction';
import { puede } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { jsonDeCentavos } from '@/lib/money';
import { jsonDeMilesimas } from '@/lib/quantity';
import type { Unidad } from './rules';
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
  costo_compra: number;
  stock: number;
  stock_minimo: number;
  favorito: boolean;
  id_categoria: number;
  categoria: string;
};

const COLUMNAS = `p.id, p.nombre, p.codigo_barras, p.unidad, p.precio_venta, p.costo_compra, coalesce(e.cantidad, 0) as stock,
  p.stock_minimo, p.favorito, p.id_categoria, c.nombre as categoria, p.estado, p.id_user_create, p.id_user_update, p.created_at,
  p.updated_at`;

/**
 * `select … from` of products with the stock of one branch; add `where` on `p`, `c` (categoria) and `e` (existencia).
 * `mas` adds columns to the end of the list.
 */
export function selectProducto(sql: Lector, idSucursal: number, mas: Fragmento = sql``) {
  return sql`select ${sql.unsafe(COLUMNAS)} ${mas} from producto p join categoria c on c.id = p.id_categoria
    left join existencia e on e.id_producto = p.id and e.id_sucursal = ${idSucursal}`;
}

/** A product as clients see it. The cost is `null` for whoever may not see it. */
export function productoDto(ctx: Context, f: FilaProducto): ProductoDto {
  return {
    id: f.id,
    nombre: f.nombre,
    codigo_barras: f.codigo_barras,
    unidad: f.unidad,
    precio_venta: jsonDeCentavos(f.precio_venta),
    costo_compra: puede(ctx, 'producto:ver_costo') ? jsonDeCentavos(f.costo_compra) : null,
    stock_actual: jsonDeMilesimas(f.stock),
    stock_minimo: jsonDeMilesimas(f.stock_minimo),
    favorito: f.favorito,
    categoria: { id: f.id_categoria, nombre: f.categoria },
    ...comunesDto(f),
  };
}

/** A category as it is read. */
export type FilaCategoria = FilaComun & { id: number; nombre: string; total_productos: number };

/** `select … from categoria k`, with how many active products each has; add `where`. */
export function selectCategoria(sql: Lector) {
  return sql`select k.id, k.nombre, k.estado, k.id_user_create, k.id_user_update, k.created_at, k.updated_at,
    (select count(*) from producto where id_categoria = k.id and estado) as total_productos from categoria k`;
}

/** A category as clients see it. */
export function categoriaDto(f: FilaCategoria): CategoriaDto {
  return { id: f.id, nombre: f.nombre, total_productos: f.total_productos, ...comunesDto(f) };
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
