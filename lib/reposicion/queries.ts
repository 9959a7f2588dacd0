import { sqlClient } from '@/db';
import { CursorAjenoError, decodeCursor, encodeCursor, Page } from '@/lib/action/page';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { esDia } from '@/lib/time';
import { type FilaVencimiento, selectVencimiento, vencimientoDto } from './read';
import { ListarVencimientosQuery, type VencimientoDto } from './schemas';

const PAGINA = 500;
const MAXIMO_ID = 2_147_483_647;

/** The dates that the caller's branch watches, the nearest first, in pages of `limite` (500 by default). Throws PermisoError. */
export async function paginaDeVencimientos(ctx: Context, raw: unknown = {}): Promise<Page<VencimientoDto>> {
  requirePermiso(ctx, 'producto:ver');
  const q = ListarVencimientosQuery.parse(raw);
  const limite = q.limite ?? PAGINA;
  const lugar = lugarDe(q.cursor);
  const sql = sqlClient();
  const filas = await sql<FilaVencimiento[]>`
    select * from (${selectVencimiento(sql, ctx)} ${q.id_producto ? sql`and v.id_producto = ${q.id_producto}` : sql``}
      ${lugar ? sql`and (v.vence, v.id) > (${lugar[0]}::date, ${lugar[1]}::int)` : sql``}) x
    ${q.dias === undefined ? sql`` : sql`where x.dias <= ${q.dias}`} order by x.dias, x.id limit ${limite + 1}`;
  const pagina = filas.slice(0, limite);
  const ultima = filas.length > limite ? pagina.at(-1) : undefined;
  return new Page(pagina.map(vencimientoDto), {
    nextCursor: ultima ? encodeCursor([ultima.vence, ultima.id]) : null,
  });
}

function lugarDe(cursor: string | undefined): readonly [vence: string, id: number] | null {
  if (!cursor) return null;
  const [vence, id, ...resto] = decodeCursor(cursor) ?? [];
  const bueno = typeof vence === 'string' && esDia(vence) && Number.isInteger(id) && Math.abs(Number(id)) <= MAXIMO_ID;
  if (!bueno || resto.length > 0) throw new CursorAjenoError();
  return [vence, Number(id)];
}

/** The first of them, as many as fit in a page. Throws PermisoError. */
export async function listarVencimientos(ctx: Context, raw: unknown = {}): Promise<readonly VencimientoDto[]> {
  return (await paginaDeVencimientos(ctx, raw)).items;
}
