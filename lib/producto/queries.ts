import { cortarPagina, encodeCursor, idDelCursor, Page } from '@/lib/action/page';
import { servirArchivo } from '@/lib/archivo/servir';
import { puede, requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { jsonDeMilesimas } from '@/lib/quantity';
import { contarProductos, entreDias, whereProductos } from './buscar';
import { CategoriaNoEncontradaError, ImportacionSinDeshacerError, ProductoNoEncontradoError } from './errors';
import { contarHechos, leerHechos } from './importacion/por-deshacer';
import {
  type FilaImportacion,
  importacionDto,
  leerFilas,
  leerImportacionEn,
  selectImportacion,
} from './importacion/read';
import { type FilaOrdenada, ordenamiento } from './ordenar';
import {
  categoriaDto,
  type FilaCategoria,
  type FilaProducto,
  type Fragmento,
  type Lector,
  lectorDe,
  productoDto,
  selectCategoria,
  selectProducto,
} from './read';
import { MAXIMO_CODIGO, normalizarTexto, variantesDeCodigo } from './rules';
import {
  type CategoriaDto,
  LeerImagenInput,
  ListarCategoriasQuery,
  ListarProductosQuery,
  PorCodigoInput,
  PorIdInput,
  type ProductoDto,
  type ProductoPorCodigoDto,
} from './schemas';
import {
  type ImportacionDto,
  type ImportacionFilaDto,
  ListarFilasQuery,
  ListarImportacionesQuery,
  type PorDeshacerDto,
} from './schemas-importacion';

const PAGINA = 50;
const MAXIMO_ID = 2_147_483_647;

/**
 * Active products with the stock of the caller's branch, a page at a time (50 unless `limite`). A search finds the
 * products whose name or code has every word; one whose code is exactly the text comes first. Without a search the
 * newest come first. The total comes with the first page only.
 */
export async function listarProductos(ctx: Context, raw: unknown): Promise<Page<ProductoDto>> {
  requirePermiso(ctx, 'producto:ver');
  const q = ListarProductosQuery.parse(raw);
  const sql = lectorDe(ctx);
  const buscar = q.buscar ?? '';
  const limite = q.limite ?? PAGINA;
  const orden = ordenamiento(sql, q.orden ?? (buscar ? 'relevancia' : 'recientes'), buscar, q.cursor);
  const codigos = esCodigo(buscar) ? variantesDeCodigo(buscar) : [];
  const sinExacto =
    codigos.length > 0 ? sql`and p.id not in (select id_producto from (${deCodigos(sql, codigos)}) x)` : sql``;
  const [exactos, filas, total] = await Promise.all([
    codigos.length > 0 && !q.cursor
      ? sql<FilaProducto[]>`${selectProducto(sql, ctx.idSucursal)}
          where ${whereProductos(sql, { ...q, buscar: undefined })}
            and p.id in (select id_producto from (${deCodigos(sql, codigos)}) x)`
      : [],
    sql<(FilaProducto & FilaOrdenada)[]>`${selectProducto(sql, ctx.idSucursal, orden.columnas)}
      where ${whereProductos(sql, q)} ${sinExacto} ${orden.despues} ${orden.orderBy} limit ${limite + 1}`,
    q.cursor ? null : contarProductos(sql, ctx, q),
  ]);
  const caben = Math.max(limite - exactos.length, 0);
  const pagina = filas.slice(0, caben);
  const ultima = pagina.at(-1);
  return new Page(
    [...exactos, ...pagina].slice(0, limite).map((f) => productoDto(ctx, f)),
    { nextCursor: filas.length > caben && ultima ? orden.cursorDe(ultima) : null, total },
  );
}

/** The products that have one of these codes, or this SKU. */
function deCodigos(sql: Lector, codigos: readonly string[]): Fragmento {
  return sql`select id_producto from codigo_producto where estado and codigo = any (${[...codigos]}::text[])
    union select id from producto where estado and lower(sku) = lower(${codigos[0] ?? ''})`;
}

/** The picture of a product, as the answer of a route. Throws ProductoNoEncontradoError, ArchivoNoEncontradoError. */
export async function leerImagen(ctx: Context, raw: unknown): Promise<Response> {
  requirePermiso(ctx, 'producto:ver');
  const { id } = LeerImagenInput.parse(raw);
  const [fila] = await lectorDe(ctx)<{ imagen: number | null }[]>`
    select id_imagen as imagen from producto where id = ${id} and estado`;
  if (!fila) throw new ProductoNoEncontradoError();
  return servirArchivo(fila.imagen);
}

/** Only a text without spaces can be what a scanner read. */
function esCodigo(buscar: string): boolean {
  return buscar.length > 0 && buscar.length <= MAXIMO_CODIGO && !/\s/.test(buscar);
}

/** One active product. Throws ProductoNoEncontradoError. */
export async function leerProducto(ctx: Context, raw: unknown): Promise<ProductoDto> {
  requirePermiso(ctx, 'producto:ver');
  const { id } = PorIdInput.parse(raw);
  const sql = lectorDe(ctx);
  const [fila] = await sql<FilaProducto[]>`${selectProducto(sql, ctx.idSucursal)} where p.id = ${id} and p.estado`;
  if (!fila) throw new ProductoNoEncontradoError();
  return productoDto(ctx, fila);
}

/**
 * The active product that has this code, the main one or another; a UPC-A is found also when the scanner reads it as an EAN-13, and the other
 * way round. Throws ProductoNoEncontradoError.
 */
export async function productoPorCodigo(ctx: Context, raw: unknown): Promise<ProductoPorCodigoDto> {
  requirePermiso(ctx, 'producto:ver');
  const { codigo } = PorCodigoInput.parse(raw);
  const sql = lectorDe(ctx);
  type Fila = FilaProducto & { id_presentacion: number | null; presentacion: string | null; factor: number | null };
  const deQue = sql`, t.id as id_presentacion, t.nombre as presentacion, t.factor`;
  const [fila] = await sql<Fila[]>`${selectProducto(sql, ctx.idSucursal, deQue)}
    join codigo_producto k on k.id_producto = p.id and k.estado
    left join presentacion_producto t on t.id = k.id_presentacion and t.estado
    where k.codigo = any (${variantesDeCodigo(codigo)}::text[]) and p.estado order by (k.codigo = ${codigo}) desc limit 1`;
  if (!fila) throw new ProductoNoEncontradoError(`No hay un producto con el código ${codigo}.`);
  const { id_presentacion: id, presentacion: nombre, factor } = fila;
  const presentacion = id === null || nombre === null ? null : { id, nombre, factor: jsonDeMilesimas(factor ?? 0) };
  return { ...productoDto(ctx, fila), presentacion };
}

/** The active categories by name, each with how many active products it has. All of them unless `limite` says. */
export async function listarCategorias(ctx: Context, raw: unknown = {}): Promise<Page<CategoriaDto>> {
  const { items, meta } = await leerCategorias(ctx, raw);
  return new Page(items.map(categoriaDto), meta);
}

/** The same rows, with the name of the one each is in. */
export async function leerCategorias(ctx: Context, raw: unknown): Promise<Page<FilaCategoria>> {
  requirePermiso(ctx, 'producto:ver');
  const { buscar = '', ...q } = ListarCategoriasQuery.parse(raw);
  const sql = lectorDe(ctx);
  const filas = await sql<FilaCategoria[]>`${selectCategoria(sql)}
    where k.estado ${entreDias(sql, sql`k.created_at`, q)} order by lower(k.nombre), k.id`;
  // A shop has tens of them: the page is cut here.
  const todas = filas.filter((f) => normalizarTexto(f.nombre).includes(normalizarTexto(buscar)));
  return cortarPagina(todas, q);
}

/** One active category. Throws CategoriaNoEncontradaError. */
export async function leerCategoria(ctx: Context, raw: unknown): Promise<CategoriaDto> {
  requirePermiso(ctx, 'producto:ver');
  const { id } = PorIdInput.parse(raw);
  const sql = lectorDe(ctx);
  const [fila] = await sql<FilaCategoria[]>`${selectCategoria(sql)} where k.id = ${id} and k.estado`;
  if (!fila) throw new CategoriaNoEncontradaError();
  return categoriaDto(fila);
}

/** An import of the caller's branch, with its progress. Throws ImportacionNoEncontradaError. */
export async function leerImportacion(ctx: Context, raw: unknown): Promise<ImportacionDto> {
  requirePermiso(ctx, 'producto:importar');
  const { id } = PorIdInput.parse(raw);
  return leerImportacionEn(lectorDe(ctx), ctx, id);
}

/** What undoing an applied import would do now. Throws ImportacionNoEncontradaError, ImportacionSinDeshacerError. */
export async function leerPorDeshacer(ctx: Context, raw: unknown): Promise<PorDeshacerDto> {
  requirePermiso(ctx, 'producto:importar');
  const { id } = PorIdInput.parse(raw);
  const sql = lectorDe(ctx);
  const { situacion } = await leerImportacionEn(sql, ctx, id);
  if (situacion !== 'APLICADA') throw new ImportacionSinDeshacerError();
  return contarHechos(await leerHechos(sql, id), puede(ctx, 'producto:ver_costo'));
}

/** The branch's imports, newest first, in pages of `limite` (20 by default). */
export async function listarImportaciones(ctx: Context, raw: unknown): Promise<Page<ImportacionDto>> {
  requirePermiso(ctx, 'producto:importar');
  const { limite = 20, cursor, buscar = '', ...q } = ListarImportacionesQuery.parse(raw);
  const antesDe = idDelCursor(cursor) ?? MAXIMO_ID;
  const sql = lectorDe(ctx);
  const filas = await sql<FilaImportacion[]>`${selectImportacion(sql)}
    where i.id_sucursal = ${ctx.idSucursal} and i.id < ${antesDe} and strpos(lower(i.archivo), lower(${buscar})) > 0
    ${entreDias(sql, sql`i.created_at`, q)} order by i.id desc limit ${limite + 1}`;
  const pagina = filas.slice(0, limite);
  const nextCursor = filas.length > limite ? encodeCursor([pagina.at(-1)?.id ?? 0]) : null;
  return new Page(
    pagina.map((f) => importacionDto(ctx, f)),
    { nextCursor },
  );
}

/** Rows of a staged file by line, in pages of `limite` (50 by default). Throws ImportacionNoEncontradaError. */
export async function listarFilasDeImportacion(ctx: Context, raw: unknown): Promise<Page<ImportacionFilaDto>> {
  requirePermiso(ctx, 'producto:importar');
  const { id, malas, avisos, limite = 50, cursor } = ListarFilasQuery.parse(raw);
  const sql = lectorDe(ctx);
  await leerImportacionEn(sql, ctx, id);
  const despuesDe = idDelCursor(cursor) ?? 0;
  const filas = await leerFilas(sql, id, { malas, avisos, despuesDe, limite: limite + 1 });
  const pagina = filas.slice(0, limite);
  return new Page(pagina, { nextCursor: filas.length > limite ? encodeCursor([pagina.at(-1)?.linea ?? 0]) : null });
}
