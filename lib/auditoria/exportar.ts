import { withTransaction } from '@/db/transaction';
import type { Page } from '@/lib/action/page';
import { type Columna, streamCsv } from '@/lib/action/stream-list';
import { emitAudit } from '@/lib/audit';
import type { Context } from '@/lib/context';
import { diaDe, formatFechaPapel } from '@/lib/time';
import { listarInventario } from './inventario';
import { listarAuditoria } from './queries';
import type { AuditoriaDto, MovimientoInventarioDto } from './schemas';

const ACTOS: readonly Columna<AuditoriaDto>[] = [
  ['Fecha', (f) => formatFechaPapel(f.fecha)],
  ['Persona', (f) => f.usuario],
  ['Qué hizo', (f) => f.frase],
  ['Acción', (f) => f.accion],
  ['De qué', (f) => f.entidad],
  ['Cuál', (f) => f.id_entidad],
  ['Sucursal', (f) => f.sucursal],
  ['IP', (f) => f.ip],
  ['Dispositivo', (f) => f.dispositivo],
  ['Pedido', (f) => f.request_id],
  ['Número', (f) => f.id],
];

const MOVIMIENTOS: readonly Columna<MovimientoInventarioDto>[] = [
  ['Fecha', (f) => formatFechaPapel(f.fecha)],
  ['Producto', (f) => f.producto],
  ['Tipo', (f) => f.tipo],
  ['Documento', (f) => f.documento],
  ['Cantidad', (f) => f.cantidad],
  ['Unidad', (f) => f.unidad],
  ['Valor al costo', (f) => f.valor],
  ['Persona', (f) => f.usuario],
  ['Sucursal', (f) => f.sucursal],
  ['Número', (f) => f.id],
];

/** GET /auditoria: a page, or with `formato=csv` everything filtered as a file; who takes the file away is in the trail too. */
export function auditoriaOCsv(ctx: Context, raw: unknown): Promise<Page<AuditoriaDto> | Response> {
  return paginaOCsv(ctx, raw as Query, { list: listarAuditoria, columnas: ACTOS, nombre: 'auditoria' });
}

/** GET /auditoria/inventario: the same for the trail of goods. */
export function inventarioOCsv(ctx: Context, raw: unknown): Promise<Page<MovimientoInventarioDto> | Response> {
  return paginaOCsv(ctx, raw as Query, { list: listarInventario, columnas: MOVIMIENTOS, nombre: 'inventario' });
}

type Query = Record<string, unknown>;
type Salida<T> = {
  list: (ctx: Context, raw: Query) => Promise<Page<T>>;
  columnas: readonly Columna<T>[];
  nombre: string;
};

async function paginaOCsv<T>(ctx: Context, query: Query, salida: Salida<T>): Promise<Page<T> | Response> {
  if (query.formato !== 'csv') return salida.list(ctx, query);
  const { limite: _, cursor: __, ...filtro } = query;
  const respuesta = await streamCsv(ctx, filtro, { ...salida, nombre: `${salida.nombre}-${diaDe(ctx.ahora)}` });
  const { formato: ___, ...despues } = filtro;
  await withTransaction(ctx, (tx) =>
    emitAudit(tx, ctx, { accion: 'auditoria.exportar', entidad: 'auditoria', idEntidad: salida.nombre, despues }),
  );
  return respuesta;
}
