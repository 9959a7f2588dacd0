import { CursorAjenoError, decodeCursor, encodeCursor } from '@/lib/action/page';
import { literalLike } from '@/lib/like';
import type { Fragmento, Lector } from './read';
import { normalizarTexto, type Orden } from './rules';

const MAXIMO_ID = 2_147_483_647;

/** One key of an order: where it is read, and how its value comes back from a cursor. */
type Clave = { sql: Fragmento; tipo: 'bigint' | 'text' };

/** An order ready to be put in a statement. The id always breaks the tie, in the same direction. */
export type Ordenamiento = {
  /** Extra columns of the select: `, … as k0, … as k1`. */
  columnas: Fragmento;
  /** `and (…) > (…)`, empty on the first page. */
  despues: Fragmento;
  orderBy: Fragmento;
  /** The cursor that continues after this row. */
  cursorDe: (fila: FilaOrdenada) => string;
};
export type FilaOrdenada = { id: number; k0?: string | number; k1?: string | number };

/** Keyset paging by any of the orders. Throws ValidacionError when the cursor is not of this order. */
export function ordenamiento(sql: Lector, orden: Orden, buscar: string, cursor: string | undefined): Ordenamiento {
  const claves = clavesDe(sql, orden, buscar);
  const baja = orden === 'recientes' || orden.startsWith('-');
  const direccion = sql.unsafe(baja ? 'desc' : 'asc');
  const columnas = claves.reduce<Fragmento>((todas, c, i) => sql`${todas}, ${c.sql} as ${sql.unsafe(`k${i}`)}`, sql``);
  const orderBy = claves.reduce<Fragmento>((todas, c) => sql`${todas} ${c.sql} ${direccion},`, sql``);
  return {
    columnas,
    despues: cursor ? despuesDe(sql, claves, baja, leerCursor(cursor, orden, claves)) : sql``,
    orderBy: sql`order by ${orderBy} p.id ${direccion}`,
    cursorDe: (f) => encodeCursor([orden, ...[f.k0, f.k1].slice(0, claves.length).map((k) => k ?? ''), f.id]),
  };
}

function clavesDe(sql: Lector, orden: Orden, buscar: string): Clave[] {
  // "C" compares bytes: `busqueda` is already lower case without accents, and no locale is needed to go past a key.
  const nombre: Clave = { sql: sql`p.busqueda collate "C"`, tipo: 'text' };
  switch (orden) {
    case 'recientes':
      return [];
    case 'nombre':
    case '-nombre':
      return [nombre];
    case 'relevancia':
      return [{ sql: rangoDe(sql, literalLike(normalizarTexto(buscar))), tipo: 'bigint' }, nombre];
    case 'precio':
    case '-precio':
      return [{ sql: sql`coalesce(ps.precio, p.precio_venta)`, tipo: 'bigint' }];
    case 'stock':
    case '-stock':
      return [{ sql: sql`coalesce(e.cantidad, 0)`, tipo: 'bigint' }];
  }
}

/** The name begins with the text; one of its words does; or it is somewhere inside. */
function rangoDe(sql: Lector, texto: string): Fragmento {
  return sql`(case when p.busqueda like ${`${texto}%`} then 0 when p.busqueda like ${`% ${texto}%`} then 1 else 2 end)`;
}

function despuesDe(sql: Lector, claves: Clave[], baja: boolean, valores: (string | number)[]): Fragmento {
  const id = valores.at(-1) ?? 0;
  const izquierda = claves.reduce<Fragmento>((todas, c) => sql`${todas} ${c.sql},`, sql``);
  const derecha = claves.reduce<Fragmento>(
    (todas, c, i) => sql`${todas} ${String(valores[i])}::text::${sql.unsafe(c.tipo)},`,
    sql``,
  );
  return sql`and (${izquierda} p.id) ${sql.unsafe(baja ? '<' : '>')} (${derecha} ${Number(id)}::int)`;
}

function leerCursor(cursor: string, orden: Orden, claves: Clave[]): (string | number)[] {
  const [de, ...valores] = decodeCursor(cursor) ?? [];
  const buenos =
    de === orden &&
    valores.length === claves.length + 1 &&
    Number.isInteger(valores.at(-1)) &&
    Math.abs(Number(valores.at(-1))) <= MAXIMO_ID &&
    claves.every((c, i) => c.tipo === 'text' || Number.isSafeInteger(valores[i]));
  if (!buenos) throw new CursorAjenoError();
  return valores;
}
