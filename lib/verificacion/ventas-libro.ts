import { formatBs } from '@/lib/money';
import { formatCantidad } from '@/lib/quantity';
import { type ConId, definirRegla, type Regla } from './regla';

type Cuenta = ConId & { folio: string; cuenta: string; libro: number; ticket: number };

/** A correction of a closed session's cash goes to its difference, because the drawer already equals the count. */
const CLASE = `case when split_part(c.codigo, '.', 1) in ('sobrante', 'faltante') then 'gaveta' else split_part(c.codigo, '.', 1) end`;

/** The ticket against the libro: what it sold, charged, cost and undid is what was posted. */
export const REGLAS_VENTA_LIBRO: readonly Regla[] = [
  definirRegla<ConId & { folio: string }>(
    'venta_sin_asiento',
    'venta',
    (sql) => sql`
      select v.id, v.serie || '-' || v.numero as folio from venta v
        left join asiento a on a.id = v.id_asiento and a.tipo_documento = 'venta' and a.id_documento = v.id
          and a.id_sesion_caja = v.id_sesion_caja
      where a.id is null and (v.id_asiento is not null or v.total <> 0
        or exists (select 1 from detalle_venta d where d.id_venta = v.id and d.costo <> 0)) order by v.id`,
    (f) => `El ticket ${f.folio} no tiene su asiento en el libro, en su misma sesión.`,
  ),
  definirRegla<Cuenta>(
    'venta_asiento',
    'venta',
    (sql) => sql`
      with libro as (
        select a.id, ${sql.unsafe(CLASE)} as cuenta, sum(p.importe) as importe from asiento a
          join partida p on p.id_asiento = a.id join cuenta c on c.id = p.id_cuenta
        where a.tipo_documento = 'venta' group by 1, 2
      ), costo as (select id_venta, sum(costo) as total from detalle_venta group by id_venta),
      ticket as (
        select v.id, v.id_asiento, v.serie || '-' || v.numero as folio, x.cuenta, x.importe
        from venta v left join costo k on k.id_venta = v.id cross join lateral (values ('ventas', -v.total),
          ('redondeo', -v.redondeo), ('costo', coalesce(k.total, 0)), ('inventario', -coalesce(k.total, 0))) x(cuenta, importe)
        where v.id_asiento is not null
      )
      select t.id, t.folio, t.cuenta, coalesce(l.importe, 0)::bigint as libro, t.importe::bigint as ticket
      from ticket t left join libro l on l.id = t.id_asiento and l.cuenta = t.cuenta
      where coalesce(l.importe, 0) <> t.importe order by t.id, t.cuenta`,
    (f) =>
      `El asiento del ticket ${f.folio} lleva ${formatBs(f.libro)} a ${f.cuenta} y el ticket dice ${formatBs(f.ticket)}.`,
  ),
  definirRegla<Cuenta>(
    'venta_dinero',
    'venta',
    (sql) => sql`
      with pagos as (
        select id_venta, id_asiento, case metodo when 'EFECTIVO' then 'gaveta' else 'banco' end as cuenta, sum(monto) as monto
        from pago_venta where metodo <> 'FIADO' group by 1, 2, 3
      ), libro as (
        select a.id_documento as id_venta, a.id as id_asiento, ${sql.unsafe(CLASE)} as cuenta, sum(p.importe) as monto
        from asiento a join partida p on p.id_asiento = a.id join cuenta c on c.id = p.id_cuenta
        where a.tipo_documento in ('venta', 'edicion_venta') group by 1, 2, 3
      )
      select coalesce(g.id_venta, l.id_venta) as id, coalesce(v.serie || '-' || v.numero, '(sin ticket)') as folio,
        coalesce(g.cuenta, l.cuenta) as cuenta, coalesce(l.monto, 0)::bigint as libro, coalesce(g.monto, 0)::bigint as ticket
      from pagos g full join (select * from libro where cuenta in ('gaveta', 'banco')) l
        on l.id_asiento = g.id_asiento and l.cuenta = g.cuenta
        left join venta v on v.id = coalesce(g.id_venta, l.id_venta)
      where coalesce(g.monto, 0) <> coalesce(l.monto, 0) order by 1, 3`,
    (f) =>
      `El ticket ${f.folio} cobró ${formatBs(f.ticket)} por ${f.cuenta} y el libro lleva ${formatBs(f.libro)} a esa cuenta.`,
  ),
  definirRegla<ConId & { folio: string; cuenta: string; queda: number }>(
    'anulada_con_saldo',
    'venta',
    (sql) => sql`
      select v.id, v.serie || '-' || v.numero as folio, ${sql.unsafe(CLASE)} as cuenta, sum(p.importe)::bigint as queda
      from venta v join asiento a on a.id_documento = v.id
          and a.tipo_documento in ('venta', 'edicion_venta', 'anulacion_venta')
        join partida p on p.id_asiento = a.id join cuenta c on c.id = p.id_cuenta
      where v.estado_venta = 'ANULADA' group by v.id, 3 having sum(p.importe) <> 0 order by v.id, 3`,
    (f) => `El ticket anulado ${f.folio} deja ${formatBs(f.queda)} en ${f.cuenta}; debe quedar en cero.`,
  ),
  definirRegla<ConId & { folio: string; producto: number; queda: number; valor: number }>(
    'anulada_sin_devolver',
    'venta',
    (sql) => sql`
      select v.id, v.serie || '-' || v.numero as folio, m.id_producto as producto, sum(m.cantidad)::bigint as queda,
        sum(m.valor)::bigint as valor
      from venta v join movimiento_stock m on m.id_documento = v.id and m.tipo_documento in ('venta', 'anulacion_venta')
      where v.estado_venta = 'ANULADA' group by v.id, m.id_producto
      having sum(m.cantidad) <> 0 or sum(m.valor) <> 0 order by v.id, m.id_producto`,
    (f) =>
      `El ticket anulado ${f.folio} no devolvió todo el producto ${f.producto}: queda ${formatCantidad(f.queda)} por ${formatBs(f.valor)}.`,
  ),
  definirRegla<ConId & { folio: string; estado: string }>(
    'anulacion_sin_estado',
    'venta',
    (sql) => sql`
      select v.id, v.serie || '-' || v.numero as folio, v.estado_venta as estado from venta v
      where v.estado_venta <> 'ANULADA' and (
        exists (select 1 from asiento a where a.tipo_documento = 'anulacion_venta' and a.id_documento = v.id)
        or exists (select 1 from movimiento_stock m where m.tipo_documento = 'anulacion_venta' and m.id_documento = v.id))
      order by v.id`,
    (f) => `El ticket ${f.folio} tiene su anulación en el libro y sigue ${f.estado}.`,
  ),
];
