import { Page } from '@/lib/action/page';
import { puede, requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { contieneLike } from '@/lib/like';
import { jsonDeCentavos } from '@/lib/money';
import { jsonDeMilesimas } from '@/lib/quantity';
import { finDelDia, inicioDelDia } from '@/lib/time';
import { cursorDe, lugarDe } from './cursor';
import { documentoDe } from './enlaces';
import { lectorDe } from './read';
import { ListarInventarioQuery, type MovimientoInventarioDto } from './schemas';
import { sucursalDe } from './visible';

const PAGINA = 50;

type Fila = Omit<MovimientoInventarioDto, 'documento' | 'enlace' | 'valor' | 'usuario'> & {
  micros: number;
  valor: number;
  usuario: string | null;
  folio: string | null;
};

/**
 * The trail of goods, newest first: every movement of the kardex with its document, person, product and branch. Of the
 * actor's branch, or of all with `sucursal:todas`, each read by its own index. The value needs `producto:ver_costo`.
 * Throws PermisoError, CursorAjenoError.
 */
export async function listarInventario(ctx: Context, raw: unknown): Promise<Page<MovimientoInventarioDto>> {
  requirePermiso(ctx, 'auditoria:ver');
  const q = ListarInventarioQuery.parse(raw);
  const limite = q.limite ?? PAGINA;
  const sql = lectorDe(ctx);
  const sucursal = sucursalDe(ctx, q.sucursal);
  const lugar = lugarDe(q.cursor);
  const patron = q.buscar && contieneLike(q.buscar);
  const filas = await sql<Fila[]>`
    select m.id, m.fecha, (extract(epoch from m.fecha) * 1000000)::bigint as micros, m.id_producto, p.nombre as producto,
      p.unidad, m.tipo, m.tipo_documento, m.id_documento, m.cantidad, m.valor, m.id_usuario, u.name as usuario,
      m.id_sucursal, s.nombre as sucursal, coalesce(v.serie || '-' || v.numero, d.serie || '-' || d.numero, 'C-' || n.numero, 'T-' || t.numero) as folio
    from sucursal s cross join lateral (
        select * from movimiento_stock x where x.id_sucursal = s.id
          ${lugar ? sql`and (x.fecha, x.id) < ('epoch'::timestamptz + ${lugar.micros}::float8 * interval '1 microsecond', ${lugar.id})` : sql``}
          ${q.desde ? sql`and x.fecha >= ${inicioDelDia(q.desde).toISOString()}::timestamptz` : sql``}
          ${q.hasta ? sql`and x.fecha < ${finDelDia(q.hasta).toISOString()}::timestamptz` : sql``}
          ${q.id_producto ? sql`and x.id_producto = ${q.id_producto}` : sql``}
          ${q.usuario === undefined ? sql`` : sql`and x.id_usuario = ${q.usuario}`}
          ${q.tipo ? sql`and x.tipo = ${q.tipo}` : sql``}
          ${patron ? sql`and x.id_producto in (select id from producto where nombre ilike ${patron} or codigo_barras = ${q.buscar ?? ''})` : sql``}
        order by x.fecha desc, x.id desc limit ${limite + 1}) m
      join producto p on p.id = m.id_producto
      left join usuario u on u.id = m.id_usuario
      left join venta v on m.tipo_documento in ('venta', 'anulacion_venta') and v.id = m.id_documento
      left join documento_stock d on m.tipo_documento = 'documento_stock' and d.id = m.id_documento
      left join conteo n on m.tipo_documento = 'conteo' and n.id = m.id_documento
      left join transferencia t on m.tipo_documento = 'transferencia' and t.id = m.id_documento
    ${sucursal === null ? sql`` : sql`where s.id = ${sucursal}`}
    order by m.fecha desc, m.id desc limit ${limite + 1}`;
  const pagina = filas.slice(0, limite);
  const ultima = pagina.at(-1);
  return new Page(
    pagina.map((f) => dto(ctx, f)),
    { nextCursor: filas.length > limite && ultima ? cursorDe(ultima) : null },
  );
}

function dto(ctx: Context, { micros: _, folio, ...f }: Fila): MovimientoInventarioDto {
  return {
    ...f,
    ...documentoDe(f.tipo_documento, f.id_documento, folio),
    fecha: new Date(f.fecha).toISOString(),
    cantidad: jsonDeMilesimas(f.cantidad),
    valor: puede(ctx, 'producto:ver_costo') ? jsonDeCentavos(f.valor) : null,
    usuario: f.usuario ?? 'Sistema',
  };
}
