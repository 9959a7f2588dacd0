import { sqlClient } from '@/db';
import { encodeCursor, idDelCursor, Page } from '@/lib/action/page';
import { puede, requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { finDelDia, inicioDelDia } from '@/lib/time';
import { selectTareas } from './read';
import { ListarTareasInput, type TareaDto } from './schemas';

const PAGINA = 50;

/** Tasks of the branch, or of all for who works in all, newest first; the total comes with them. Throws PermisoError. */
export async function listarTareas(ctx: Context, raw: unknown = {}): Promise<Page<TareaDto>> {
  requirePermiso(ctx, 'tarea:ver');
  const q = ListarTareasInput.parse(raw);
  const sql = ctx.tx?.sql ?? sqlClient();
  const limite = q.limite ?? PAGINA;
  const antesDe = idDelCursor(q.cursor);
  const filtro = sql`${puede(ctx, 'sucursal:todas') ? sql`true` : sql`t.id_sucursal = ${ctx.idSucursal}`}
    and (${q.estado ?? null}::text is null or t.estado = ${q.estado ?? null})
    and (${q.id_sesion_caja ?? null}::int is null or t.id_sesion_caja = ${q.id_sesion_caja ?? null})
    and ${q.desde ? sql`t.creada_en >= ${inicioDelDia(q.desde).toISOString()}::timestamptz` : sql`true`}
    and ${q.hasta ? sql`t.creada_en < ${finDelDia(q.hasta).toISOString()}::timestamptz` : sql`true`}
    and strpos(lower(t.resumen), lower(${q.buscar ?? ''})) > 0`;
  const [filas, [cuenta]] = await Promise.all([
    selectTareas(sql, sql`${filtro} and (${antesDe}::int is null or t.id < ${antesDe})`, limite + 1),
    sql<{ n: number }[]>`select count(*)::int as n from tarea t where ${filtro}`,
  ]);
  const pagina = filas.slice(0, limite);
  const ultima = filas.length > limite ? pagina.at(-1) : undefined;
  return new Page(pagina, { nextCursor: ultima ? encodeCursor([ultima.id]) : null, total: cuenta?.n ?? 0 });
}
