import type { PendingQuery, Row } from 'postgres';
import { type Tx, withTransaction } from '@/db/transaction';
import { publish } from '@/lib/realtime/publish';
import { diaDe } from '@/lib/time';
import { DIAS_DE_VENTA, minimoDe, vendidoDe } from './consumo';
import { SALTO_DE_MARGEN } from './rules';
import type { AlertaStockDto } from './schemas-respuestas';

const DIA_MS = 86_400_000;
/** Days before its date that something begins to be about to expire. */
const DIAS_POR_VENCER = 15;
/** Days without a sale after which goods are asleep. */
const DIAS_SIN_MOVIMIENTO = 60;
/** Days for which a rise of cost is news. */
const DIAS_DE_COSTO = 30;

type Tipo = AlertaStockDto['tipo'];

/** What each kind looks for: `id_sucursal, id_producto, referencia, datos`, of the branches and products that live. */
const CANDIDATOS: Record<Tipo, (sql: Tx['sql'], ahora: Date) => PendingQuery<Row[]>> = {
  STOCK_BAJO: (sql) => sql`
    select e.id_sucursal, e.id_producto, 0 as referencia,
      jsonb_build_object('stock', e.cantidad, 'minimo', ${minimoDe(sql)}, 'unidad', p.unidad) as datos
    from existencia e join producto p on p.id = e.id_producto and p.estado join sucursal s on s.id = e.id_sucursal and s.estado
      left join reposicion r on r.id_producto = e.id_producto and r.id_sucursal = e.id_sucursal
    where ${minimoDe(sql)} > 0 and e.cantidad <= ${minimoDe(sql)}`,
  COBERTURA: (sql, ahora) => sql`
    select x.id_sucursal, x.id_producto, 0 as referencia, jsonb_build_object('stock', x.cantidad, 'vendido', x.vendido,
      'deseados', x.deseados, 'unidad', x.unidad) as datos
    from (select e.id_sucursal, e.id_producto, e.cantidad, p.unidad, coalesce(r.dias_cobertura, p.dias_cobertura) as deseados,
        ${vendidoDe(sql, ahora, sql`e.id_producto`, sql`e.id_sucursal`)} as vendido
      from existencia e join producto p on p.id = e.id_producto and p.estado join sucursal s on s.id = e.id_sucursal and s.estado
        left join reposicion r on r.id_producto = e.id_producto and r.id_sucursal = e.id_sucursal
      where coalesce(r.dias_cobertura, p.dias_cobertura) is not null) x
    where x.vendido > 0 and x.cantidad * ${DIAS_DE_VENTA} < x.deseados * x.vendido`,
  POR_VENCER: (sql, ahora) => sql`
    select v.id_sucursal, v.id_producto, v.id as referencia,
      jsonb_build_object('vence', v.vence, 'lote', v.lote, 'stock', e.cantidad, 'unidad', p.unidad) as datos
    from vencimiento v join producto p on p.id = v.id_producto and p.estado join sucursal s on s.id = v.id_sucursal and s.estado
      join existencia e on e.id_producto = v.id_producto and e.id_sucursal = v.id_sucursal and e.cantidad > 0
    where v.estado and v.resolucion is null and v.vence <= ${diaDe(new Date(ahora.getTime() + DIAS_POR_VENCER * DIA_MS))}::date`,
  SIN_MOVIMIENTO: (sql, ahora) => {
    const desde = new Date(ahora.getTime() - DIAS_SIN_MOVIMIENTO * DIA_MS).toISOString();
    return sql`
    select e.id_sucursal, e.id_producto, 0 as referencia, jsonb_build_object('stock', e.cantidad, 'valor', e.valor,
      'unidad', p.unidad, 'dias', ${DIAS_SIN_MOVIMIENTO}::int) as datos
    from existencia e join producto p on p.id = e.id_producto and p.estado join sucursal s on s.id = e.id_sucursal and s.estado
    where e.cantidad > 0
      and exists (select 1 from movimiento_stock m where m.id_producto = e.id_producto and m.id_sucursal = e.id_sucursal
        and m.fecha < ${desde}::timestamptz)
      and not exists (select 1 from movimiento_stock m where m.id_producto = e.id_producto and m.id_sucursal = e.id_sucursal
        and m.tipo = 'VENTA' and m.fecha >= ${desde}::timestamptz)`;
  },
  COSTO: (sql, ahora) => {
    const desde = new Date(ahora.getTime() - DIAS_DE_COSTO * DIA_MS).toISOString();
    const precio = sql`coalesce(s.propio, p.precio_venta)`;
    // Each branch by the price it charges: its own where it has one, and then only a new one of its own is the answer.
    return sql`
    select s.id as id_sucursal, c.id_producto, c.id::int as referencia,
      jsonb_build_object('antes', c.antes, 'costo', c.costo, 'precio', ${precio}) as datos
    from (select distinct on (id_producto) id, id_producto, antes, costo, fecha from costo_producto
        where fecha >= ${desde}::timestamptz order by id_producto, id desc) c
      join producto p on p.id = c.id_producto and p.estado
      join existencia e on e.id_producto = c.id_producto and e.cantidad > 0
      join lateral (select v.id, (select ps.precio from precio_sucursal ps where ps.id_producto = c.id_producto
          and ps.id_sucursal = v.id and ps.id_presentacion is null and ps.estado) as propio
        from sucursal v where v.id = e.id_sucursal and v.estado) s on true
    where c.antes > 0 and ${precio} > 0 and (c.costo - c.antes) * 100 >= ${SALTO_DE_MARGEN} * ${precio}
      and not exists (select 1 from precio_producto h where h.id_producto = c.id_producto and h.id_presentacion is null
        and h.id_sucursal is not distinct from (case when s.propio is not null then s.id end) and h.vigente_desde > c.fecha)`;
  },
};

/**
 * Looks at the goods of every branch: opens an alert for what calls for one and has none open, and closes those whose cause
 * is gone. So each is told once per cycle: low stock is news again only after it was restocked. The row is the event, whole
 * and durable: whoever carries alerts outside reads it, and `alerta_stock` hints that there are new ones. Two looks at once open one. Returns how many were opened and closed.
 */
export async function detectarAlertasDeStock(ahora: Date): Promise<{ abiertas: number; cerradas: number }> {
  const cuenta = { abiertas: 0, cerradas: 0 };
  for (const tipo of Object.keys(CANDIDATOS) as Tipo[]) {
    await withTransaction({}, async (tx) => {
      const cambios = await detectar(tx, tipo, ahora);
      cuenta.abiertas += cambios.filter((c) => c.abierta).length;
      cuenta.cerradas += cambios.filter((c) => !c.abierta).length;
      for (const id of new Set(cambios.map((c) => c.id_sucursal))) {
        const ids = cambios.filter((c) => c.id_sucursal === id).map((c) => c.id);
        publish(tx, { tema: 'alerta_stock', idSucursal: id, ids });
      }
    });
  }
  return cuenta;
}

type Cambio = { id: number; id_sucursal: number; abierta: boolean };

async function detectar(tx: Tx, tipo: Tipo, ahora: Date): Promise<Cambio[]> {
  const en = ahora.toISOString();
  return tx.sql<Cambio[]>`
    with candidato as (${CANDIDATOS[tipo](tx.sql, ahora)}),
      nueva as (
        insert into alerta_stock (id_sucursal, id_producto, tipo, referencia, datos, abierta_en)
        select id_sucursal, id_producto, ${tipo}, referencia, datos, ${en}::timestamptz from candidato
        on conflict (id_sucursal, id_producto, tipo, referencia) where cerrada_en is null do nothing returning id, id_sucursal
      ), cerrada as (
        update alerta_stock a set cerrada_en = ${en}::timestamptz
        where a.tipo = ${tipo} and a.cerrada_en is null and not exists (select 1 from candidato c
          where c.id_sucursal = a.id_sucursal and c.id_producto = a.id_producto and c.referencia = a.referencia)
        returning id, id_sucursal
      )
    select id, id_sucursal, true as abierta from nueva union all select id, id_sucursal, false from cerrada`;
}
