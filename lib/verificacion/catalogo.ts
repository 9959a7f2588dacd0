import { formatBs } from '@/lib/money';
import { formatCantidad } from '@/lib/quantity';
import { type ConId, definirRegla, type Regla } from './regla';

/** The catalogue: codes, prices and the tree of categories say the same wherever they are kept twice. */
export const REGLAS_CATALOGO: readonly Regla[] = [
  definirRegla<ConId & { nombre: string; dice: string | null; hay: string | null }>(
    'codigo_principal',
    'producto',
    (sql) => sql`
      select p.id, p.nombre, p.codigo_barras as dice, k.codigo as hay
      from producto p left join codigo_producto k on k.id_producto = p.id and k.principal and k.estado
      where k.codigo is distinct from case when p.estado then p.codigo_barras end order by p.id`,
    (f) =>
      `${f.nombre} tiene el código ${f.dice ?? '(ninguno)'} y entre sus códigos el principal es ${f.hay ?? 'ninguno'}.`,
  ),
  definirRegla<ConId & { nombre: string; vigente: number | null; historia: number | null }>(
    'precio_historia_propio',
    'producto',
    (sql) => sql`
      with propio as (
        select id_producto, id as id_presentacion, null::int as id_sucursal, case when estado then precio_venta end as precio
        from presentacion_producto
        union all
        select id_producto, id_presentacion, id_sucursal, case when estado then precio end from precio_sucursal
      )
      select p.id, p.nombre, v.precio as vigente, h.precio as historia
      from propio v join producto p on p.id = v.id_producto left join lateral (
        select precio, true as hay from precio_producto h
        where h.id_producto = v.id_producto and h.id_presentacion is not distinct from v.id_presentacion
          and h.id_sucursal is not distinct from v.id_sucursal order by h.id desc limit 1) h on true
      where h.hay is null or h.precio is distinct from v.precio
      order by p.id, v.id_presentacion, v.id_sucursal`,
    (f) => `Un precio propio de ${f.nombre} es ${monto(f.vigente)} y su historia termina en ${monto(f.historia)}.`,
  ),
  definirRegla<ConId & { nombre: string }>(
    'categoria_arbol',
    'categoria',
    (sql) => sql`
      with recursive rama as (
        select id, 1 as nivel from categoria where estado and id_padre is null
        union all
        select c.id, r.nivel + 1 from categoria c join rama r on c.id_padre = r.id where c.estado and r.nivel < 4
      )
      select c.id, c.nombre from categoria c where c.estado and not exists (select 1 from rama r where r.id = c.id)
      order by c.id`,
    (f) => `La categoría ${f.nombre} no cuelga de ninguna raíz: su padre falta, es ella misma o está demasiado hondo.`,
  ),
  definirRegla<ConId & { archivo: string; producto: string; queda: number; vale: number; situacion: string }>(
    'importacion_deshecha',
    'importacion',
    (sql) => sql`
      with movido as (
        select id_documento, id_producto, sum(cantidad) as queda, sum(valor) as vale
        from movimiento_stock m
        where (tipo_documento = 'anulacion_stock_inicial' or tipo_documento = 'stock_inicial' and tipo = 'INICIAL')
          and exists (select 1 from movimiento_stock a where a.tipo_documento = 'anulacion_stock_inicial'
            and a.id_documento = m.id_documento and a.id_producto = m.id_producto)
        group by id_documento, id_producto
      )
      select i.id, i.archivo, i.situacion, p.nombre as producto, m.queda::bigint as queda, m.vale::bigint as vale
      from movido m join importacion i on i.id = m.id_documento join producto p on p.id = m.id_producto
      where i.situacion <> 'DESHECHA' or m.queda <> 0 or m.vale <> 0 or p.estado order by i.id, p.id`,
    (f) =>
      `La importación ${f.archivo} está ${f.situacion} y de ${f.producto} se deshizo el stock inicial: quedan ${formatCantidad(f.queda)} por ${formatBs(f.vale)} sin contrapartida.`,
  ),
];

function monto(centavos: number | null): string {
  return centavos === null ? 'ninguno' : formatBs(centavos);
}
