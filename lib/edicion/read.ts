import type { SqlClient } from '@/db';
import type { Tx } from '@/db/transaction';
import { EdicionNoEncontradaError } from './errors';
import type { Cambio } from './rules';
import type { EdicionDto } from './schemas';
import { fraseDeCambio } from './texto';

/** An edition as it is read. */
export type FilaEdicion = Omit<EdicionDto, 'que'> & { pedido: string; categoria: string | null };

/** `select … from edicion_masiva e`; add `where`. */
export function selectEdicion(sql: Tx['sql'] | SqlClient) {
  return sql`
    select e.id, e.fecha, coalesce(u.name, 'Sistema') as usuario, e.pedido::text as pedido, e.filas, e.deshace_a,
      exists (select 1 from edicion_masiva d where d.deshace_a = e.id) as deshecha,
      (select nombre from categoria where e.pedido->'cambio'->>'campo' = 'id_categoria'
        and id = (e.pedido->'cambio'->>'valor')::int) as categoria
    from edicion_masiva e left join usuario u on u.id = e.id_usuario`;
}

/** An edition as clients see it. */
export function edicionDto({ pedido, categoria, ...f }: FilaEdicion): EdicionDto {
  const { cambio } = JSON.parse(pedido) as { cambio?: Cambio };
  const que = cambio ? fraseDeCambio(cambio, categoria) : `Deshacer la edición ${f.deshace_a ?? ''}`.trim();
  return { ...f, fecha: new Date(f.fecha).toISOString(), que };
}

/** One edition. Throws EdicionNoEncontradaError. */
export async function leerEdicionEn(sql: Tx['sql'] | SqlClient, id: number): Promise<EdicionDto> {
  const [fila] = await sql<FilaEdicion[]>`${selectEdicion(sql)} where e.id = ${id}`;
  if (!fila) throw new EdicionNoEncontradaError();
  return edicionDto(fila);
}
