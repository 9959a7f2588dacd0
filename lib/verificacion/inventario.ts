import type { PendingQuery, Row } from 'postgres';
import { formatBs } from '@/lib/money';
import { formatCantidad } from '@/lib/quantity';
import { type ConId, definirRegla, type Lector, type Regla } from './regla';

type Linea = ConId & { folio: string; producto: number; dice: number; kardex: number; valor: number; costo: number };

/** Stock documents, counts and transfers: each says what the kardex and the libro say of it. */
export const REGLAS_INVENTARIO: readonly Regla[] = [
  definirRegla<Linea>(
    'documento_stock_kardex',
    'documento_stock',
    (sql) =>
      contraKardex(
        sql,
        'documento_stock',
        sql`select id_documento as id, id_producto, cantidad, valor from detalle_documento_stock`,
        sql`select d.id, d.serie || '-' || d.numero as folio from documento_stock d`,
      ),
    diceKardex('El documento'),
  ),
  definirRegla<ConId & { folio: string; dice: number; suma: number; asiento: number }>(
    'documento_stock_valor',
    'documento_stock',
    (sql) => sql`
      select d.id, d.serie || '-' || d.numero as folio, d.valor as dice, x.suma, coalesce(l.total, 0)::bigint as asiento
      from documento_stock d
        cross join lateral (select coalesce(sum(valor), 0)::bigint as suma from detalle_documento_stock where id_documento = d.id) x
        left join lateral (select sum(p.importe) as total from partida p join cuenta c on c.id = p.id_cuenta
          where p.id_asiento = d.id_asiento and c.codigo like 'inventario.%') l on true
      where d.valor <> x.suma or d.valor <> coalesce(l.total, 0) order by d.id`,
    (f) =>
      `El documento ${f.folio} dice ${formatBs(f.dice)}; sus líneas suman ${formatBs(f.suma)} y su asiento ${formatBs(f.asiento)}.`,
  ),
  definirRegla<ConId & { folio: string; original: string }>(
    'documento_stock_anulacion',
    'documento_stock',
    (sql) => sql`
      select a.id, a.serie || '-' || a.numero as folio, coalesce(o.serie || '-' || o.numero, '?') as original
      from documento_stock a left join documento_stock o on o.id = a.id_origen
      where a.tipo = 'ANULACION' and (o.id is null or o.id_sucursal <> a.id_sucursal
        or o.tipo not in ('ENTRADA', 'MERMA', 'CONSUMO', 'VENCIDO', 'AJUSTE')
        or exists (
          select 1 from (select id_producto, cantidad from detalle_documento_stock where id_documento = o.id) x
            full join (select id_producto, cantidad from detalle_documento_stock where id_documento = a.id) y using (id_producto)
          where coalesce(x.cantidad, 0) + coalesce(y.cantidad, 0) <> 0)) order by a.id`,
    (f) => `La anulación ${f.folio} no devuelve justo lo que movió ${f.original}.`,
  ),
  definirRegla<ConId & { sucursal: string; ultimo: number; mayor: number; documentos: number }>(
    'serie_stock',
    'serie_stock',
    (sql) => sql`
      with usados as (
        select id_sucursal, serie, max(numero) as mayor, count(*) as documentos from (
          select id_sucursal, serie, numero from documento_stock where serie <> 'R'
          union all select id_sucursal, 'C', numero from conteo
          union all select id_origen, 'T', numero from transferencia) x group by id_sucursal, serie
      )
      select coalesce(u.id_sucursal, s.id_sucursal) || '/' || coalesce(u.serie, s.serie) as id, su.nombre as sucursal,
        coalesce(s.ultimo, 0) as ultimo, coalesce(u.mayor, 0) as mayor, coalesce(u.documentos, 0) as documentos
      from serie_stock s full join usados u on u.id_sucursal = s.id_sucursal and u.serie = s.serie
        join sucursal su on su.id = coalesce(u.id_sucursal, s.id_sucursal)
      where coalesce(s.ultimo, 0) <> coalesce(u.mayor, 0) or coalesce(s.ultimo, 0) <> coalesce(u.documentos, 0)
      order by coalesce(u.id_sucursal, s.id_sucursal), coalesce(u.serie, s.serie)`,
    (f) =>
      `La serie ${f.id} de ${f.sucursal} va por el ${f.ultimo}; tiene ${f.documentos} documentos y el mayor es el ${f.mayor}.`,
  ),
  definirRegla<Linea>(
    'conteo_kardex',
    'conteo',
    (sql) =>
      contraKardex(
        sql,
        'conteo',
        sql`select id_conteo as id, id_producto, ajuste as cantidad, valor_ajuste as valor from conteo_linea where ajuste <> 0`,
        sql`select c.id, 'C-' || c.numero as folio from conteo c`,
      ),
    diceKardex('El conteo'),
  ),
  definirRegla<ConId & { folio: string; dice: number; suma: number }>(
    'conteo_valor',
    'conteo',
    (sql) => sql`
      select c.id, 'C-' || c.numero as folio, c.valor as dice, x.suma from conteo c
        cross join lateral (select coalesce(sum(valor_ajuste), 0)::bigint as suma from conteo_linea where id_conteo = c.id) x
      where c.estado = 'APLICADO' and c.valor <> x.suma order by c.id`,
    (f) => `El conteo ${f.folio} dice ${formatBs(f.dice)} de ajuste y sus líneas suman ${formatBs(f.suma)}.`,
  ),
  definirRegla<Linea>(
    'transferencia_kardex',
    'transferencia',
    (sql) =>
      contraKardex(
        sql,
        'transferencia',
        sql`select id_transferencia as id, id_producto, -enviada as cantidad, -valor_enviado as valor from transferencia_linea
        where enviada > 0`,
        sql`select t.id, 'T-' || t.numero as folio from transferencia t`,
      ),
    diceKardex('La transferencia'),
  ),
  definirRegla<Linea>(
    'recepcion_kardex',
    'recepcion_transferencia',
    (sql) =>
      contraKardex(
        sql,
        'recepcion_transferencia',
        sql`select r.id_recepcion as id, l.id_producto, r.recibida as cantidad, r.valor from recepcion_linea r
        join transferencia_linea l on l.id = r.id_linea where r.recibida > 0`,
        sql`select r.id, 'T-' || t.numero as folio from recepcion_transferencia r join transferencia t on t.id = r.id_transferencia`,
      ),
    diceKardex('Una recepción de la transferencia'),
  ),
  definirRegla<ConId & { folio: string; dice: number; suma: number }>(
    'recepcion_suma',
    'transferencia_linea',
    (sql) => sql`
      select l.id, 'T-' || t.numero as folio, l.recibida + l.perdida as dice, x.suma
      from transferencia_linea l join transferencia t on t.id = l.id_transferencia
        cross join lateral (select coalesce(sum(recibida), 0)::bigint as recibida, coalesce(sum(valor), 0)::bigint as valor,
          coalesce(sum(perdida), 0)::bigint as perdida, coalesce(sum(valor_perdido), 0)::bigint as valor_perdido,
          coalesce(sum(recibida + perdida), 0)::bigint as suma from recepcion_linea where id_linea = l.id) x
      where (l.recibida, l.valor_recibido, l.perdida, l.valor_perdido)
        is distinct from (x.recibida, x.valor, x.perdida, x.valor_perdido) order by l.id`,
    (f) =>
      `Una línea de la transferencia ${f.folio} da cuenta de ${formatCantidad(f.dice)} y sus recepciones de ${formatCantidad(f.suma)}, o no valen lo mismo.`,
  ),
  definirRegla<ConId & { folio: string; estado: string; pendiente: number }>(
    'transferencia_estado',
    'transferencia',
    (sql) => sql`
      select t.id, 'T-' || t.numero as folio, t.estado, x.pendiente from transferencia t
        cross join lateral (select coalesce(sum(enviada), 0)::bigint as enviada,
          coalesce(sum(enviada - recibida - perdida), 0)::bigint as pendiente from transferencia_linea where id_transferencia = t.id) x
      where case t.estado when 'RECIBIDA' then x.pendiente <> 0 or x.enviada = 0
        when 'ENVIADA' then x.pendiente <> x.enviada or x.enviada = 0
        when 'PARCIAL' then x.pendiente = 0 else x.enviada <> 0 end order by t.id`,
    (f) => `La transferencia ${f.folio} está ${f.estado} y le faltan ${formatCantidad(f.pendiente)} por recibir.`,
  ),
  definirRegla<ConId & { sucursal: string; cuenta: number; suma: number }>(
    'en_transito',
    'sucursal',
    (sql) => sql`
      with libro as (
        select c.id_sucursal, sum(p.importe) as total from partida p join cuenta c on c.id = p.id_cuenta
        where c.codigo like 'transito.%' group by c.id_sucursal
      ), camino as (
        select t.id_origen as id_sucursal, sum(l.valor_enviado - l.valor_recibido - l.valor_perdido) as total
        from transferencia t join transferencia_linea l on l.id_transferencia = t.id group by t.id_origen
      )
      select s.id, s.nombre as sucursal, coalesce(l.total, 0)::bigint as cuenta, coalesce(k.total, 0)::bigint as suma
      from sucursal s left join libro l on l.id_sucursal = s.id left join camino k on k.id_sucursal = s.id
      where coalesce(l.total, 0) <> coalesce(k.total, 0) order by s.id`,
    (f) =>
      `Lo enviado por ${f.sucursal} y aún en camino es de ${formatBs(f.cuenta)} en el libro y de ${formatBs(f.suma)} en las transferencias.`,
  ),
  definirRegla<ConId & { nombre: string; vigente: number; historia: number }>(
    'costo_historia',
    'producto',
    (sql) => sql`
      select p.id, p.nombre, p.costo_compra as vigente, h.costo as historia from producto p
        join lateral (select costo from costo_producto where id_producto = p.id order by id desc limit 1) h on true
      where h.costo <> p.costo_compra order by p.id`,
    (f) =>
      `${f.nombre} costó ${formatBs(f.vigente)} la última vez y su historia de costos termina en ${formatBs(f.historia)}.`,
  ),
];

/** Quantities and values that a document says of each product against those of its movements. */
function contraKardex(sql: Lector, documento: string, lineas: PendingQuery<Row[]>, folios: PendingQuery<Row[]>) {
  return sql<Linea[]>`
    with linea as (
      select id, id_producto, sum(cantidad) as cantidad, sum(valor) as valor from (${lineas}) x group by id, id_producto
    ), movido as (
      select id_documento as id, id_producto, sum(cantidad) as cantidad, sum(valor) as valor from movimiento_stock
      where tipo_documento = ${documento} group by id_documento, id_producto
    )
    select coalesce(l.id, m.id) as id, coalesce(f.folio, '(sin documento)') as folio,
      coalesce(l.id_producto, m.id_producto) as producto, coalesce(l.cantidad, 0)::bigint as dice,
      coalesce(m.cantidad, 0)::bigint as kardex, coalesce(l.valor, 0)::bigint as valor, coalesce(m.valor, 0)::bigint as costo
    from linea l full join movido m on m.id = l.id and m.id_producto = l.id_producto
      left join (${folios}) f on f.id = coalesce(l.id, m.id)
    where coalesce(l.cantidad, 0) <> coalesce(m.cantidad, 0) or coalesce(l.valor, 0) <> coalesce(m.valor, 0) order by 1, 3`;
}

function diceKardex(quien: string) {
  return (f: Linea) =>
    `${quien} ${f.folio} mueve ${formatCantidad(f.dice)} del producto ${f.producto} por ${formatBs(f.valor)} y el kardex ${formatCantidad(f.kardex)} por ${formatBs(f.costo)}.`;
}
