import { encodeCursor, idDelCursor, Page } from '@/lib/action/page';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { TIPOS_DOCUMENTO, type TipoDocumento } from '@/lib/kardex/rules';
import { contieneLike } from '@/lib/like';
import { jsonDeMilesimas } from '@/lib/quantity';
import { finDelDia, inicioDelDia } from '@/lib/time';
import { sucursalPedida } from './alcance';
import { alCosto, iso, lectorDe } from './lector';
import { KardexQuery } from './schemas';
import type { MovimientoKardexDto } from './schemas-respuestas';

const PAGINA = 50;

type Fila = {
  id: number;
  fecha: string;
  tipo: string;
  tipo_documento: string;
  id_documento: number;
  cantidad: number;
  valor: number;
  saldo: number;
  saldo_valor: number;
  usuario: string | null;
  sucursal: string;
  folio: string | null;
  motivo: string | null;
  tipo_stock: TipoDocumento | null;
  id_transferencia: number | null;
};

/**
 * The kardex of a product in a branch, newest first: each movement with its document, its person, and what there was after
 * it. The balances are of every movement, whatever the filter hides. In the order in which they were written, which is the
 * order of the balance: one that came late from a till stands where it was received. Throws PermisoError.
 */
export async function leerKardex(ctx: Context, raw: unknown): Promise<Page<MovimientoKardexDto>> {
  requirePermiso(ctx, 'inventario:ver');
  const q = KardexQuery.parse(raw);
  const limite = q.limite ?? PAGINA;
  const antesDe = idDelCursor(q.cursor);
  const sql = lectorDe(ctx);
  const filas = await sql<Fila[]>`
    with todo as (
      select m.*, (sum(m.cantidad) over (order by m.id))::bigint as saldo, (sum(m.valor) over (order by m.id))::bigint as saldo_valor
      from movimiento_stock m
      where m.id_producto = ${q.id_producto} and m.id_sucursal = ${sucursalPedida(ctx, q.id_sucursal)}
    )
    select m.id, m.fecha, m.tipo, m.tipo_documento, m.id_documento, m.cantidad, m.valor, m.saldo, m.saldo_valor,
      u.name as usuario, s.nombre as sucursal, coalesce(v.serie || '-' || v.numero, d.serie || '-' || d.numero,
        'C-' || n.numero, 'T-' || coalesce(t.numero, rt.numero)) as folio, coalesce(d.motivo, t.nota) as motivo, d.tipo as tipo_stock,
      coalesce(t.id, rt.id) as id_transferencia
    from todo m join sucursal s on s.id = m.id_sucursal left join usuario u on u.id = m.id_usuario
      left join venta v on m.tipo_documento in ('venta', 'anulacion_venta') and v.id = m.id_documento
      left join documento_stock d on m.tipo_documento = 'documento_stock' and d.id = m.id_documento
      left join conteo n on m.tipo_documento = 'conteo' and n.id = m.id_documento
      left join transferencia t on m.tipo_documento = 'transferencia' and t.id = m.id_documento
      left join recepcion_transferencia r on m.tipo_documento = 'recepcion_transferencia' and r.id = m.id_documento
      left join transferencia rt on rt.id = r.id_transferencia
    where true ${antesDe === null ? sql`` : sql`and m.id < ${antesDe}`}
      ${q.desde ? sql`and m.fecha >= ${inicioDelDia(q.desde).toISOString()}::timestamptz` : sql``}
      ${q.hasta ? sql`and m.fecha < ${finDelDia(q.hasta).toISOString()}::timestamptz` : sql``}
      ${q.tipo ? sql`and m.tipo = ${q.tipo}` : sql``}
      ${q.buscar ? sql`and (d.motivo ilike ${contieneLike(q.buscar)} or u.name ilike ${contieneLike(q.buscar)} or v.serie || '-' || v.numero = upper(${q.buscar}) or d.serie || '-' || d.numero = upper(${q.buscar}))` : sql``}
    order by m.id desc limit ${limite + 1}`;
  const pagina = filas.slice(0, limite);
  const ultima = pagina.at(-1);
  return new Page(
    pagina.map((f) => movimientoDto(ctx, f)),
    { nextCursor: filas.length > limite && ultima ? encodeCursor([ultima.id]) : null },
  );
}

const NOMBRES: Readonly<Record<string, readonly [nombre: string, pagina: string | null]>> = {
  venta: ['Venta', '/ventas/'],
  anulacion_venta: ['Anulación de', '/ventas/'],
  documento_stock: ['', '/inventario/documentos/'],
  conteo: ['Conteo', '/inventario/conteos/'],
  transferencia: ['Envío', '/inventario/transferencias/'],
  recepcion_transferencia: ['Recepción', '/inventario/transferencias/'],
  stock_inicial: ['Stock inicial', null],
  anulacion_stock_inicial: ['Anulación del stock inicial', null],
  ajuste_stock: ['Ajuste', null],
};

function movimientoDto(ctx: Context, f: Fila): MovimientoKardexDto {
  const [nombre, pagina] = (Object.hasOwn(NOMBRES, f.tipo_documento) ? NOMBRES[f.tipo_documento] : undefined) ?? [
    f.tipo_documento.replaceAll('_', ' '),
    null,
  ];
  const { folio, tipo_stock: tipo, id_transferencia: idTransferencia, ...m } = f;
  return {
    ...m,
    fecha: iso(f.fecha),
    documento: `${tipo ? TIPOS_DOCUMENTO[tipo].nombre : nombre} ${folio ?? ''}`.trim(),
    enlace: pagina && `${pagina}${idTransferencia ?? f.id_documento}`,
    cantidad: jsonDeMilesimas(f.cantidad),
    valor: alCosto(ctx, f.valor),
    saldo: jsonDeMilesimas(f.saldo),
    saldo_valor: alCosto(ctx, f.saldo_valor),
    usuario: f.usuario ?? 'Sistema',
  };
}
