import { formatBs } from '@/lib/money';
import { formatCantidad } from '@/lib/quantity';
import { type ConId, definirRegla, type Regla } from './regla';

type Guardado = ConId & { producto: string; sucursal: string; guardado: number; suma: number };
type Saldos = ConId & { sucursal: string; cuenta: number; suma: number };
type Valor = ConId & { libro: number; kardex: number };

/** The kardex: what each branch has is the sum of what moved, and its value is what the libro says. */
export const REGLAS_KARDEX: readonly Regla[] = [
  definirRegla<Guardado>(
    'existencia_cantidad',
    'existencia',
    (sql) => sql`${suma(sql, 'cantidad')}`,
    (f) =>
      `${f.producto} en ${f.sucursal}: la existencia dice ${formatCantidad(f.guardado)} y el kardex suma ${formatCantidad(f.suma)}.`,
  ),
  definirRegla<Guardado>(
    'existencia_valor',
    'existencia',
    (sql) => sql`${suma(sql, 'valor')}`,
    (f) =>
      `${f.producto} en ${f.sucursal}: la existencia vale ${formatBs(f.guardado)} y el kardex suma ${formatBs(f.suma)}.`,
  ),
  definirRegla<ConId & { cantidad: number; valor: number }>(
    'existencia_negativa',
    'existencia',
    (sql) => sql`
      select id_producto || '/' || id_sucursal as id, cantidad, valor from existencia
      where cantidad < 0 or valor < 0 or (cantidad = 0 and valor <> 0) order by id_producto, id_sucursal`,
    (f) =>
      `La existencia ${f.id} tiene ${formatCantidad(f.cantidad)} por ${formatBs(f.valor)}: nunca es negativa, y sin cantidad no vale nada.`,
  ),
  definirRegla<Saldos>(
    'inventario',
    'sucursal',
    (sql) => sql`
      with libro as (
        select c.id_sucursal, sum(p.importe) as total from partida p join cuenta c on c.id = p.id_cuenta
        where c.codigo like 'inventario.%' group by c.id_sucursal
      ), kardex as (select id_sucursal, sum(valor) as total from existencia group by id_sucursal)
      select s.id, s.nombre as sucursal, coalesce(l.total, 0)::bigint as cuenta, coalesce(k.total, 0)::bigint as suma
      from sucursal s left join libro l on l.id_sucursal = s.id left join kardex k on k.id_sucursal = s.id
      where coalesce(l.total, 0) <> coalesce(k.total, 0) order by s.id`,
    (f) =>
      `El inventario de ${f.sucursal} es de ${formatBs(f.cuenta)} en el libro y de ${formatBs(f.suma)} en las existencias.`,
  ),
  definirRegla<ConId & { valor: number }>(
    'movimiento_sin_asiento',
    'movimiento_stock',
    (sql) => sql`
      select m.id, m.valor from movimiento_stock m left join asiento a on a.id = m.id_asiento
      where a.id is null and (m.valor <> 0 or m.id_asiento is not null) order by m.id`,
    (f) => `El movimiento de stock ${f.id} vale ${formatBs(f.valor)} y no tiene asiento en el libro.`,
  ),
  definirRegla<Valor>(
    'movimiento_valor',
    'asiento',
    (sql) => sql`
      with libro as (
        select p.id_asiento, sum(p.importe) as total from partida p join cuenta c on c.id = p.id_cuenta
        where c.codigo like 'inventario.%' group by p.id_asiento
      ), kardex as (
        select id_asiento, sum(valor) as total from movimiento_stock where id_asiento is not null group by id_asiento
      )
      select coalesce(l.id_asiento, k.id_asiento) as id, coalesce(l.total, 0)::bigint as libro,
        coalesce(k.total, 0)::bigint as kardex
      from libro l full join kardex k on k.id_asiento = l.id_asiento
      where coalesce(l.total, 0) <> coalesce(k.total, 0) order by 1`,
    (f) =>
      `El asiento ${f.id} mueve ${formatBs(f.libro)} de inventario y sus movimientos de stock suman ${formatBs(f.kardex)}.`,
  ),
  definirRegla<ConId & { nombre: string; vigente: number; historia: number }>(
    'precio_historia',
    'producto',
    (sql) => sql`
      select p.id, p.nombre, p.precio_venta as vigente, coalesce(h.precio, -1) as historia
      from producto p left join lateral (
        select precio from precio_producto where id_producto = p.id and id_presentacion is null and id_sucursal is null
        order by id desc limit 1) h on true
      where h.precio is distinct from p.precio_venta order by p.id`,
    (f) =>
      `${f.nombre} se vende a ${formatBs(f.vigente)} y su historia de precios ${f.historia < 0 ? 'está vacía' : `termina en ${formatBs(f.historia)}`}.`,
  ),
];

function suma(sql: Parameters<Regla['buscar']>[0], columna: 'cantidad' | 'valor') {
  return sql<Guardado[]>`
    with kardex as (
      select id_producto, id_sucursal, sum(${sql(columna)}) as total from movimiento_stock group by id_producto, id_sucursal
    )
    select coalesce(e.id_producto, k.id_producto) || '/' || coalesce(e.id_sucursal, k.id_sucursal) as id,
      coalesce(p.nombre, '(producto sin nombre)') as producto, coalesce(s.nombre, '(sucursal sin nombre)') as sucursal,
      coalesce(e.${sql(columna)}, 0) as guardado, coalesce(k.total, 0)::bigint as suma
    from existencia e full join kardex k on k.id_producto = e.id_producto and k.id_sucursal = e.id_sucursal
      left join producto p on p.id = coalesce(e.id_producto, k.id_producto)
      left join sucursal s on s.id = coalesce(e.id_sucursal, k.id_sucursal)
    where coalesce(e.${sql(columna)}, 0) <> coalesce(k.total, 0)
    order by coalesce(e.id_producto, k.id_producto), coalesce(e.id_sucursal, k.id_sucursal)`;
}
