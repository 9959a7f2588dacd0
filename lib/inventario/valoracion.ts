import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { jsonDeCentavos } from '@/lib/money';
import { jsonDeMilesimas } from '@/lib/quantity';
import { diaDe, finDelDia } from '@/lib/time';
import { sucursalesVisibles, sucursalPedida } from './alcance';
import { lectorDe } from './lector';
import { ValoracionQuery } from './schemas';
import type { FilaValoracionDto, ValoracionDto } from './schemas-respuestas';

type Fila = FilaValoracionDto;
type Cuenta = { id_sucursal: number; sucursal: string; libro: number; en_transito: number };

/**
 * What the goods of each branch and category are worth at average cost at the end of a La Paz day (today by default),
 * beside the inventory account of the libro that same day: the two are equal to the centavo. Read at one instant.
 * Throws PermisoError.
 */
export async function valorar(ctx: Context, raw: unknown): Promise<ValoracionDto> {
  requirePermiso(ctx, 'inventario:ver');
  requirePermiso(ctx, 'producto:ver_costo');
  const q = ValoracionQuery.parse(raw);
  const dia = q.dia ?? diaDe(ctx.ahora);
  const fin = finDelDia(dia).toISOString();
  const visibles = q.id_sucursal ? [sucursalPedida(ctx, q.id_sucursal)] : sucursalesVisibles(ctx);
  const sql = lectorDe(ctx);
  // One statement, so that a sale between two of them cannot make stock and account disagree.
  const [leido] = await sql<{ filas: Fila[]; cuentas: Cuenta[] }[]>`
    with sucursales as (
      select id, nombre from sucursal where ${visibles === null ? sql`true` : sql`id = any(${visibles}::int[])`}
    ), despues as (
      select m.id_producto, m.id_sucursal, sum(m.cantidad) as cantidad, sum(m.valor) as valor
      from sucursales s join movimiento_stock m on m.id_sucursal = s.id and m.fecha >= ${fin}::timestamptz group by 1, 2
    ), saldo as (
      select e.id_producto, e.id_sucursal, e.cantidad - coalesce(d.cantidad, 0) as cantidad, e.valor - coalesce(d.valor, 0) as valor
      from sucursales s join existencia e on e.id_sucursal = s.id
        left join despues d on d.id_producto = e.id_producto and d.id_sucursal = e.id_sucursal
    ), fila as (
      select s.id as id_sucursal, s.nombre as sucursal, c.id as id_categoria, c.nombre as categoria, count(*) as productos,
        sum(x.cantidad)::bigint as cantidad, sum(x.valor)::bigint as valor
      from saldo x join sucursales s on s.id = x.id_sucursal join producto p on p.id = x.id_producto
        join categoria c on c.id = p.id_categoria
      where x.cantidad <> 0 or x.valor <> 0 group by s.id, s.nombre, c.id, c.nombre
    ), cuentas as (
      select s.id as id_sucursal, s.nombre as sucursal,
        coalesce(sum(p.importe) filter (where k.codigo like 'inventario.%'), 0)::bigint as libro,
        coalesce(sum(p.importe) filter (where k.codigo like 'transito.%'), 0)::bigint as en_transito
      from sucursales s left join cuenta k on k.id_sucursal = s.id and (k.codigo like 'inventario.%' or k.codigo like 'transito.%')
        left join partida p on p.id_cuenta = k.id and exists (
          select 1 from asiento a where a.id = p.id_asiento and a.fecha < ${fin}::timestamptz)
      group by s.id, s.nombre
    )
    select coalesce((select jsonb_agg(f order by f.sucursal, f.valor desc, f.categoria) from fila f), '[]') as filas,
      coalesce((select jsonb_agg(c order by c.sucursal) from cuentas c), '[]') as cuentas`;
  const filas = leido?.filas ?? [];
  return {
    dia,
    filas: filas.map((f) => ({ ...f, cantidad: jsonDeMilesimas(f.cantidad), valor: jsonDeCentavos(f.valor) })),
    sucursales: (leido?.cuentas ?? []).map((c) => ({
      ...c,
      valor: jsonDeCentavos(sumaDe(filas.filter((f) => f.id_sucursal === c.id_sucursal))),
      libro: jsonDeCentavos(c.libro),
      en_transito: jsonDeCentavos(c.en_transito),
    })),
    total: jsonDeCentavos(sumaDe(filas)),
  };
}

const sumaDe = (filas: readonly Fila[]) => filas.reduce((suma, f) => suma + f.valor, 0);
