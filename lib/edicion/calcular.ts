import { createHash } from 'node:crypto';
import type { SqlClient } from '@/db';
import type { Tx } from '@/db/transaction';
import type { Context } from '@/lib/context';
import { idsDelFiltro } from '@/lib/producto/steps';
import { EdicionVaciaError } from './errors';
import { campoDe, type Valor, valorNuevo } from './rules';
import type { PedidoEdicion } from './schemas';

/** One product that would change. */
export type Fila = { id: number; nombre: string; antes: Valor; despues: Valor };

/** All that an edition would do. `huella` is the same exactly when the rows are. */
export type Calculo = { elegidos: number; filas: Fila[]; huella: string };

/**
 * What an edition would change now, by id. With `bloquear` the products are locked first, in order of id, so that what is
 * calculated is what will be written. Throws EdicionVaciaError when no product was chosen at all.
 */
export async function calcular(
  sql: Tx['sql'] | SqlClient,
  ctx: Context,
  { cambio, cuales }: PedidoEdicion,
  { bloquear = false } = {},
): Promise<Calculo> {
  const ids = 'ids' in cuales ? cuales.ids : await idsDelFiltro(sql, ctx, cuales.filtro);
  if (ids.length === 0) throw new EdicionVaciaError();
  const columna = sql.unsafe(campoDe(cambio));
  const leidas = await sql<{ id: number; nombre: string; valor: Valor }[]>`
    select id, nombre, ${columna} as valor from producto where id = any (${[...ids]}::int[]) and estado order by id
    ${bloquear ? sql`for no key update` : sql``}`;
  const filas = leidas.flatMap(({ id, nombre, valor }): Fila[] => {
    const despues = valorNuevo(cambio, valor);
    return despues === valor ? [] : [{ id, nombre, antes: valor, despues }];
  });
  const texto = JSON.stringify([campoDe(cambio), filas.map((f) => [f.id, f.antes, f.despues])]);
  return { elegidos: leidas.length, filas, huella: createHash('sha256').update(texto).digest('hex') };
}
