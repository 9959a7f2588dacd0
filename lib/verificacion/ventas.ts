import { formatBs } from '@/lib/money';
import { formatCantidad } from '@/lib/quantity';
import { type ConId, definirRegla, type Regla } from './regla';

type Par = ConId & { folio: string; dice: number; suma: number };

/** The ticket's own paper: lines, payments, change, number, branch and trail. */
export const REGLAS_VENTA: readonly Regla[] = [
  definirRegla<Par>(
    'venta_detalles',
    'venta',
    (sql) => sql`
      select v.id, v.serie || '-' || v.numero as folio, v.total as dice, coalesce(sum(d.subtotal), 0)::bigint as suma
      from venta v left join detalle_venta d on d.id_venta = v.id
      group by v.id having v.total <> coalesce(sum(d.subtotal), 0) order by v.id`,
    (f) => `El ticket ${f.folio} dice ${formatBs(f.dice)} y sus líneas suman ${formatBs(f.suma)}.`,
  ),
  definirRegla<Par>(
    'venta_descuento',
    'venta',
    (sql) => sql`
      select v.id, v.serie || '-' || v.numero as folio, v.descuento as dice, coalesce(sum(d.descuento), 0)::bigint as suma
      from venta v left join detalle_venta d on d.id_venta = v.id
      group by v.id having v.descuento <> coalesce(sum(d.descuento), 0) order by v.id`,
    (f) => `El ticket ${f.folio} dice ${formatBs(f.dice)} de descuento y sus líneas suman ${formatBs(f.suma)}.`,
  ),
  definirRegla<ConId & { nombre: string; dice: number; calculado: number }>(
    'detalle_importe',
    'detalle_venta',
    (sql) => sql`
      select d.id, d.nombre, d.subtotal as dice, x.calculado
      from detalle_venta d
        cross join lateral (select round(d.precio_unitario::numeric * d.cantidad / 1000)::bigint - d.descuento as calculado) x
      where d.subtotal <> x.calculado order by d.id`,
    (f) =>
      `La línea ${f.id} (${f.nombre}) dice ${formatBs(f.dice)} y precio por cantidad menos descuento da ${formatBs(f.calculado)}.`,
  ),
  definirRegla<Par>(
    'venta_pagos',
    'venta',
    (sql) => sql`
      with redondeo as (
        select a.id_documento as id_venta, -sum(p.importe) as monto from asiento a
          join partida p on p.id_asiento = a.id join cuenta c on c.id = p.id_cuenta
        where a.tipo_documento = 'edicion_venta' and c.codigo like 'redondeo.%' group by a.id_documento
      ), pagado as (select id_venta, sum(monto) as monto from pago_venta group by id_venta)
      select v.id, v.serie || '-' || v.numero as folio, (v.total + v.redondeo + coalesce(r.monto, 0))::bigint as dice,
        coalesce(g.monto, 0)::bigint as suma
      from venta v left join pagado g on g.id_venta = v.id left join redondeo r on r.id_venta = v.id
      where coalesce(g.monto, 0) <> v.total + v.redondeo + coalesce(r.monto, 0) order by v.id`,
    (f) =>
      `El ticket ${f.folio} debe cobrar ${formatBs(f.dice)} con su redondeo y sus pagos suman ${formatBs(f.suma)}.`,
  ),
  definirRegla<ConId & { folio: string; recibido: number; vuelto: number; efectivo: number }>(
    'venta_vuelto',
    'venta',
    (sql) => sql`
      select v.id, v.serie || '-' || v.numero as folio, v.recibido, v.vuelto, coalesce(sum(g.monto), 0)::bigint as efectivo
      from venta v left join pago_venta g on g.id_venta = v.id and g.metodo = 'EFECTIVO'
      where v.recibido is not null
        and not exists (select 1 from pago_venta x where x.id_venta = v.id and x.monto < 0)
      group by v.id having v.recibido - v.vuelto <> coalesce(sum(g.monto), 0) order by v.id`,
    (f) =>
      `El ticket ${f.folio} recibió ${formatBs(f.recibido)} y dio ${formatBs(f.vuelto)} de vuelto, pero su efectivo es ${formatBs(f.efectivo)}.`,
  ),
  definirRegla<
    ConId & { folio: string; producto: number; lineas: number; kardex: number; costo: number; valor: number }
  >(
    'venta_kardex',
    'venta',
    (sql) => sql`
      with lineas as (
        select id_venta, id_producto, sum(cantidad * factor / 1000) as cantidad, sum(costo) as costo from detalle_venta
        group by id_venta, id_producto
      ), salidas as (
        select id_documento as id_venta, id_producto, -sum(cantidad) as cantidad, -sum(valor) as valor from movimiento_stock
        where tipo_documento = 'venta' group by id_documento, id_producto
      )
      select coalesce(l.id_venta, m.id_venta) as id, coalesce(v.serie || '-' || v.numero, '(sin ticket)') as folio,
        coalesce(l.id_producto, m.id_producto) as producto, coalesce(l.cantidad, 0)::bigint as lineas,
        coalesce(m.cantidad, 0)::bigint as kardex, coalesce(l.costo, 0)::bigint as costo, coalesce(m.valor, 0)::bigint as valor
      from lineas l full join salidas m on m.id_venta = l.id_venta and m.id_producto = l.id_producto
        left join venta v on v.id = coalesce(l.id_venta, m.id_venta)
      where coalesce(l.cantidad, 0) <> coalesce(m.cantidad, 0) or coalesce(l.costo, 0) <> coalesce(m.valor, 0)
      order by 1, 3`,
    (f) =>
      `Del producto ${f.producto} el ticket ${f.folio} vende ${formatCantidad(f.lineas)} a costo ${formatBs(f.costo)} y el kardex saca ${formatCantidad(f.kardex)} por ${formatBs(f.valor)}.`,
  ),
  definirRegla<ConId & { folio: string; venta: number; caja: number }>(
    'venta_sucursal',
    'venta',
    (sql) => sql`
      select v.id, v.serie || '-' || v.numero as folio, v.id_sucursal as venta, c.id_sucursal as caja
      from venta v join sesion_caja s on s.id = v.id_sesion_caja join caja c on c.id = s.id_caja
      where c.id_sucursal <> v.id_sucursal order by v.id`,
    (f) => `El ticket ${f.folio} es de la sucursal ${f.venta} y su caja es de la sucursal ${f.caja}.`,
  ),
  definirRegla<ConId & { ultimo: number; mayor: number; tickets: number }>(
    'serie_ticket',
    'serie_ticket',
    (sql) => sql`
      select s.serie as id, s.ultimo, coalesce(max(v.numero), 0) as mayor, count(v.id) as tickets
      from serie_ticket s left join venta v on v.serie = s.serie
      group by s.serie having s.ultimo <> coalesce(max(v.numero), 0) or count(v.id) <> s.ultimo order by s.serie`,
    (f) => `La serie ${f.id} va por el número ${f.ultimo}; tiene ${f.tickets} tickets y el mayor es el ${f.mayor}.`,
  ),
  definirRegla<ConId & { folio: string }>(
    'aparcado_cobrado',
    'ticket_aparcado',
    (sql) => sql`
      select a.id, v.serie || '-' || v.numero as folio from ticket_aparcado a join venta v on v.clave = a.clave
      where a.estado = 'EN_ESPERA' order by a.id`,
    (f) => `El ticket en espera ${f.id} ya se cobró: es el ${f.folio}.`,
  ),
  definirRegla<ConId & { folio: string; acto: string }>(
    'venta_auditoria',
    'venta',
    (sql) => sql`
      select v.id, v.serie || '-' || v.numero as folio, x.acto from venta v
        cross join lateral (values ('venta.cobrar', true), ('venta.anular', v.estado_venta = 'ANULADA')) x(acto, debe)
      where x.debe and not exists (select 1 from auditoria a
        where a.entidad = 'venta' and a.id_entidad = v.id::text and a.accion = x.acto) order by v.id, x.acto`,
    (f) => `El ticket ${f.folio} no tiene en la auditoría su ${f.acto}.`,
  ),
];
