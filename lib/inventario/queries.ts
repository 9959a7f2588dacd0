import { encodeCursor, idDelCursor, Page } from '@/lib/action/page';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { contieneLike } from '@/lib/like';
import { finDelDia, inicioDelDia } from '@/lib/time';
import { sucursalesVisibles, sucursalPedida } from './alcance';
import { contarAlertasStock } from './alertas';
import { type Lector, lectorDe } from './lector';
import { conteoDto, type FilaConteo, leerConteoEn, selectConteo } from './read-conteo';
import { documentoDto, type FilaDocumento, leerDocumentoEn, selectDocumento } from './read-documento';
import {
  type FilaTransferencia,
  leerTransferenciaEn,
  selectTransferencia,
  transferenciaDto,
} from './read-transferencia';
import { ListarConteosQuery, ListarDocumentosQuery, ListarTransferenciasQuery, PorIdInput } from './schemas';
import type {
  ConteoDetalleDto,
  ConteoDto,
  DocumentoStockDetalleDto,
  DocumentoStockDto,
  TransferenciaDetalleDto,
  TransferenciaDto,
  ValoracionDto,
} from './schemas-respuestas';
import { valorar } from './valoracion';

const PAGINA = 50;

/** What the goods are worth, for the page of it: see `valoracion.ts`. */
export async function valorarMercaderia(ctx: Context, raw: unknown): Promise<ValoracionDto> {
  return valorar(ctx, raw);
}

/** How many alerts about goods wait for somebody: see `alertas.ts`. */
export async function alertasPorAtender(ctx: Context): Promise<number> {
  return contarAlertasStock(ctx);
}

/** The stock documents of a branch, newest first, in pages of `limite` (50 by default). Throws PermisoError. */
export async function listarDocumentos(ctx: Context, raw: unknown): Promise<Page<DocumentoStockDto>> {
  requirePermiso(ctx, 'inventario:ver');
  const q = ListarDocumentosQuery.parse(raw);
  const limite = q.limite ?? PAGINA;
  const antesDe = idDelCursor(q.cursor);
  const sql = lectorDe(ctx);
  const filas = await sql<FilaDocumento[]>`${selectDocumento(sql)}
    where d.id_sucursal = ${sucursalPedida(ctx, q.id_sucursal)} ${antesDe === null ? sql`` : sql`and d.id < ${antesDe}`}
      ${q.tipo ? sql`and d.tipo = ${q.tipo}` : sql``} ${entre(sql, sql`d.fecha`, q)}
      ${q.buscar ? sql`and (d.motivo ilike ${contieneLike(q.buscar)} or d.proveedor ilike ${contieneLike(q.buscar)} or d.serie || '-' || d.numero = upper(${q.buscar}))` : sql``}
    order by d.id desc limit ${limite + 1}`;
  return pagina(filas, limite, (f) => documentoDto(ctx, f));
}

/** One stock document with its lines. Throws PermisoError, DocumentoNoEncontradoError. */
export async function leerDocumento(ctx: Context, raw: unknown): Promise<DocumentoStockDetalleDto> {
  requirePermiso(ctx, 'inventario:ver');
  return leerDocumentoEn(lectorDe(ctx), ctx, PorIdInput.parse(raw).id);
}

/** The counts of the branch, newest first, in pages of `limite` (50 by default). Throws PermisoError. */
export async function listarConteos(ctx: Context, raw: unknown): Promise<Page<ConteoDto>> {
  requirePermiso(ctx, 'inventario:contar');
  const q = ListarConteosQuery.parse(raw);
  const limite = q.limite ?? PAGINA;
  const antesDe = idDelCursor(q.cursor);
  const sql = lectorDe(ctx);
  const filas = await sql<FilaConteo[]>`${selectConteo(sql)}
    where c.id_sucursal = ${ctx.idSucursal} ${antesDe === null ? sql`` : sql`and c.id < ${antesDe}`}
      ${q.estado ? sql`and c.estado = ${q.estado}` : sql``} ${entre(sql, sql`c.abierto_en`, q)}
      ${q.buscar ? sql`and (c.nota ilike ${contieneLike(q.buscar)} or 'C-' || c.numero = upper(${q.buscar}))` : sql``}
    order by c.id desc limit ${limite + 1}`;
  return pagina(filas, limite, (f) => conteoDto(ctx, f));
}

/** One count with everything counted. Throws PermisoError, ConteoNoEncontradoError. */
export async function leerConteo(ctx: Context, raw: unknown): Promise<ConteoDetalleDto> {
  requirePermiso(ctx, 'inventario:contar');
  return leerConteoEn(lectorDe(ctx), ctx, PorIdInput.parse(raw).id);
}

/** The transfers of the actor's branches, newest first, in pages of `limite` (50 by default). Throws PermisoError. */
export async function listarTransferencias(ctx: Context, raw: unknown): Promise<Page<TransferenciaDto>> {
  requirePermiso(ctx, 'inventario:ver');
  const q = ListarTransferenciasQuery.parse(raw);
  const limite = q.limite ?? PAGINA;
  const antesDe = idDelCursor(q.cursor);
  const visibles = sucursalesVisibles(ctx);
  const sql = lectorDe(ctx);
  const filas = await sql<FilaTransferencia[]>`${selectTransferencia(sql)}
    where true ${antesDe === null ? sql`` : sql`and t.id < ${antesDe}`}
      ${visibles === null ? sql`` : sql`and (t.id_origen = any(${visibles}::int[]) or t.id_destino = any(${visibles}::int[]))`}
      ${q.estado ? sql`and t.estado = ${q.estado}` : sql``} ${entre(sql, sql`t.solicitada_en`, q)}
      ${q.pendientes ? sql`and t.estado in ('SOLICITADA', 'ENVIADA', 'PARCIAL')` : sql``}
      ${q.buscar ? sql`and (t.nota ilike ${contieneLike(q.buscar)} or 'T-' || t.numero = upper(${q.buscar}))` : sql``}
    order by t.id desc limit ${limite + 1}`;
  return pagina(filas, limite, (f) => transferenciaDto(ctx, f));
}

/** One transfer with its products and arrivals. Throws PermisoError, TransferenciaNoEncontradaError. */
export async function leerTransferencia(ctx: Context, raw: unknown): Promise<TransferenciaDetalleDto> {
  requirePermiso(ctx, 'inventario:ver');
  return leerTransferenciaEn(lectorDe(ctx), ctx, PorIdInput.parse(raw).id);
}

function entre(sql: Lector, momento: ReturnType<typeof selectDocumento>, q: { desde?: string; hasta?: string }) {
  return sql`${q.desde ? sql`and ${momento} >= ${inicioDelDia(q.desde).toISOString()}::timestamptz` : sql``}
    ${q.hasta ? sql`and ${momento} < ${finDelDia(q.hasta).toISOString()}::timestamptz` : sql``}`;
}

function pagina<F extends { id: number }, D>(filas: readonly F[], limite: number, dto: (fila: F) => D): Page<D> {
  const suyas = filas.slice(0, limite);
  const ultima = suyas.at(-1);
  return new Page(suyas.map(dto), { nextCursor: filas.length > limite && ultima ? encodeCursor([ultima.id]) : null });
}
