import type { SqlClient } from '@/db';
import { puede } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { jsonDeCentavos } from '@/lib/money';
import { jsonDeMilesimas } from '@/lib/quantity';
import type { CursorDeCatalogo } from './cursor';
import type { CatalogoDto, ProductoDeMostradorDto } from './schemas';

/** The rows of a page; `ultimo` is where the next one begins, or `null` when its phase is over. */
export type PaginaDeCatalogo = Pick<
  CatalogoDto,
  'productos' | 'existencias' | 'categorias' | 'clientes' | 'eliminados'
> & { ultimo: number | null };

/** `hasta`: no transaction of this database has reached it; what says so came from the former life of a restored one. */
type Lectura = CursorDeCatalogo & { hasta: number };

type FilaPresentacion = { id: number; nombre: string; factor: number; precio: number; codigos: string[] };

type Fila = {
  id: number;
  nombre: string;
  sku: string | null;
  imagen: string | null;
  unidad: string;
  precio: number;
  stock: number;
  favorito: boolean;
  politica_sobreventa: string;
  id_categoria: number;
  estado: boolean;
  codigos: string[];
  presentaciones: FilaPresentacion[];
};

/** A product as one branch sells it, over `producto p`. The main code comes first. */
function columnas(sql: SqlClient, idSucursal: number) {
  const codigos = (
    de: string,
  ) => `coalesce((select jsonb_agg(k.codigo order by k.principal desc, k.id) from codigo_producto k
    where k.id_producto = p.id and k.estado and k.id_presentacion is not distinct from ${de}), '[]')`;
  return sql`p.id, p.nombre, p.sku, '/api/inventario/producto/' || p.id || '/imagen?v=' || p.id_imagen as imagen, p.unidad, p.favorito, p.politica_sobreventa, p.id_categoria, p.estado,
    coalesce((select s.precio from precio_sucursal s where s.id_producto = p.id and s.id_presentacion is null
      and s.id_sucursal = ${idSucursal} and s.estado), p.precio_venta) as precio,
    coalesce((select e.cantidad from existencia e where e.id_producto = p.id and e.id_sucursal = ${idSucursal}), 0) as stock,
    ${sql.unsafe(codigos('null'))} as codigos,
    coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'nombre', t.nombre, 'factor', t.factor,
        'precio', coalesce(s.precio, t.precio_venta), 'codigos', ${sql.unsafe(codigos('t.id'))}) order by t.factor, t.id)
      from presentacion_producto t left join precio_sucursal s on s.id_producto = p.id and s.id_presentacion = t.id
        and s.id_sucursal = ${idSucursal} and s.estado
      where t.id_producto = p.id and t.estado), '[]') as presentaciones`;
}

function productoDto(f: Fila): ProductoDeMostradorDto {
  return {
    id: f.id,
    nombre: f.nombre,
    sku: f.sku,
    imagen: f.imagen,
    codigos: f.codigos,
    unidad: f.unidad,
    precio: jsonDeCentavos(f.precio),
    stock: jsonDeMilesimas(f.stock),
    favorito: f.favorito,
    avisa_sobreventa: f.politica_sobreventa === 'AVISAR',
    id_categoria: f.id_categoria,
    presentaciones: f.presentaciones.map(({ factor, precio, ...t }) => ({
      ...t,
      cantidad: jsonDeMilesimas(factor),
      precio: jsonDeCentavos(precio),
    })),
  };
}

const VACIA = {
  productos: [],
  existencias: [],
  categorias: [],
  clientes: [],
  eliminados: { productos: [], categorias: [], clientes: [] },
};

/** A page of the phase where the cursor is, by id. */
export function leerFase(sql: SqlClient, ctx: Context, cursor: Lectura, limite: number): Promise<PaginaDeCatalogo> {
  if (cursor.fase === 'cambios') return leerCambios(sql, ctx, cursor, limite);
  if (cursor.fase === 'favoritos' || cursor.fase === 'resto') return leerProductos(sql, ctx, cursor, limite);
  return puede(ctx, 'cliente:ver') ? leerClientes(sql, cursor, limite) : Promise.resolve({ ...VACIA, ultimo: null });
}

/** Where the next page of a phase begins, or `null` when this was its last. */
function ultimoDe(filas: readonly { id: number }[], limite: number): number | null {
  return filas.length === limite ? (filas.at(-1)?.id ?? null) : null;
}

async function leerClientes(sql: SqlClient, cursor: Lectura, limite: number): Promise<PaginaDeCatalogo> {
  const cambiados = cursor.fase === 'clientes_cambiados';
  const filas = await sql<{ id: number; nombre: string; ci_nit: string | null; estado: boolean }[]>`
    select id, nombre, ci_nit, estado from cliente where id > ${cursor.despuesDe}
      and ${cambiados ? sql`id in (select id_entidad from cambio_catalogo where xid >= ${cursor.desde} and xid < ${cursor.hasta} and entidad = 'cliente')` : sql`estado`}
    order by id limit ${limite}`;
  return {
    ...VACIA,
    clientes: filas.filter((f) => f.estado).map(({ estado: _, ...cliente }) => cliente),
    eliminados: { ...VACIA.eliminados, clientes: filas.filter((f) => !f.estado).map((f) => f.id) },
    ultimo: ultimoDe(filas, limite),
  };
}

async function leerProductos(sql: SqlClient, ctx: Context, cursor: Lectura, limite: number): Promise<PaginaDeCatalogo> {
  const filas = await sql<Fila[]>`
    select ${columnas(sql, ctx.idSucursal)} from producto p
    where p.estado and p.favorito = ${cursor.fase === 'favoritos'} and p.id > ${cursor.despuesDe}
    order by p.id limit ${limite}`;
  return { ...VACIA, productos: filas.map(productoDto), ultimo: ultimoDe(filas, limite) };
}

/** What transactions from `desde` on changed, by product id; the categories come with the first page. */
async function leerCambios(sql: SqlClient, ctx: Context, cursor: Lectura, limite: number): Promise<PaginaDeCatalogo> {
  const { desde, hasta, despuesDe } = cursor;
  const filas = await sql<(Fila & { entero: boolean })[]>`
    with cambiados as (
      select id_entidad as id, true as entero from cambio_catalogo
      where xid >= ${desde} and xid < ${hasta} and entidad = 'producto' and id_entidad > ${despuesDe}
      union all
      select id_producto, false from movimiento_stock
      where xid >= ${desde} and xid < ${hasta} and id_sucursal = ${ctx.idSucursal} and id_producto > ${despuesDe}
    ), pagina as (
      select id, bool_or(entero) as entero from cambiados group by id order by id limit ${limite}
    )
    select ${columnas(sql, ctx.idSucursal)}, x.entero from pagina x join producto p on p.id = x.id
    order by p.id`;
  const categorias = despuesDe > 0 ? { cambiadas: [], eliminadas: [] } : await categoriasCambiadas(sql, desde, hasta);
  const activos = filas.filter((f) => f.estado);
  return {
    productos: activos.filter((f) => f.entero).map(productoDto),
    existencias: activos.filter((f) => !f.entero).map((f) => ({ id: f.id, stock: jsonDeMilesimas(f.stock) })),
    categorias: categorias.cambiadas,
    clientes: [],
    eliminados: {
      productos: filas.filter((f) => !f.estado).map((f) => f.id),
      categorias: categorias.eliminadas,
      clientes: [],
    },
    ultimo: ultimoDe(filas, limite),
  };
}

/** The active categories. */
export async function leerCategorias(sql: SqlClient): Promise<CatalogoDto['categorias']> {
  return [
    ...(await sql<CatalogoDto['categorias']>`select id, nombre, id_padre from categoria where estado order by id`),
  ];
}

async function categoriasCambiadas(sql: SqlClient, desde: number, hasta: number) {
  const filas = await sql<{ id: number; nombre: string; id_padre: number | null; estado: boolean }[]>`
    select id, nombre, id_padre, estado from categoria
    where id in (select id_entidad from cambio_catalogo where xid >= ${desde} and xid < ${hasta} and entidad = 'categoria') order by id`;
  return {
    cambiadas: filas.filter((f) => f.estado).map(({ estado: _, ...categoria }) => categoria),
    eliminadas: filas.filter((f) => !f.estado).map((f) => f.id),
  };
}
