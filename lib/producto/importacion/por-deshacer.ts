import { jsonDeCentavos } from '@/lib/money';
import type { Lector } from '../read';
import type { PorDeshacerDto } from '../schemas-importacion';

/** How an import entered its opening stock, and how it is taken out. */
export const DOCUMENTO_DE_STOCK = 'stock_inicial';
export const DOCUMENTO_DE_DESHACER = 'anulacion_stock_inicial';

/** What an import did to one product, as it is now. `cantidad` and `valor`: its opening stock. */
export type Hecho = {
  id: number;
  clase: 'eliminar' | 'queda' | 'restaurar' | 'cambiado';
  cantidad: number;
  valor: number;
};

/**
 * What undoing an import would do to each of its living products. What it created goes, unless its goods moved since in any
 * branch; what it changed goes back, unless somebody changed it since.
 */
export async function leerHechos(sql: Lector, idImportacion: number): Promise<Hecho[]> {
  return sql<Hecho[]>`
    select p.id, coalesce(m.cantidad, 0)::bigint as cantidad, coalesce(m.valor, 0)::bigint as valor,
      case
        when i.antes is not null then
          case when (i.despues->>'precio_venta')::bigint = p.precio_venta
            and (i.despues->>'costo_compra')::bigint = p.costo_compra then 'restaurar' else 'cambiado' end
        when coalesce(m.otros, 0) > 0 then 'queda'
        else 'eliminar'
      end as clase
    from importacion_producto i join producto p on p.id = i.id_producto and p.estado
    left join lateral (
      select sum(k.cantidad) filter (where mia) as cantidad, sum(k.valor) filter (where mia) as valor,
        count(*) filter (where not mia) as otros
      from movimiento_stock k,
        lateral (select k.tipo_documento = ${DOCUMENTO_DE_STOCK} and k.id_documento = ${idImportacion}::int and k.tipo = 'INICIAL' as mia) x
      where k.id_producto = p.id and i.antes is null
    ) m on true
    where i.id_importacion = ${idImportacion} order by p.id`;
}

/** The same, counted. */
export function contarHechos(hechos: readonly Hecho[], verCosto: boolean): PorDeshacerDto {
  const cuantos = (clase: Hecho['clase']) => hechos.filter((h) => h.clase === clase).length;
  const valor = hechos.reduce((suma, h) => suma + (h.clase === 'eliminar' ? h.valor : 0), 0);
  return {
    eliminados: cuantos('eliminar'),
    quedaron: cuantos('queda'),
    restaurados: cuantos('restaurar'),
    cambiados: cuantos('cambiado'),
    valor: verCosto ? jsonDeCentavos(valor) : null,
  };
}
