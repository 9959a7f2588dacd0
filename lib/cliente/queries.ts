import { CursorAjenoError, decodeCursor, encodeCursor, Page } from '@/lib/action/page';
import { puede, requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { contieneLike } from '@/lib/like';
import { jsonDeCentavos } from '@/lib/money';
import { palabrasDe } from '@/lib/producto/rules';
import { finDelDia, inicioDelDia } from '@/lib/time';
import { COLUMNAS, clienteDto, type Lector, lectorDe, leerClienteEn } from './read';
import { type ClienteConComprasDto, type ClienteDto, ListarClientesQuery, PorIdInput } from './schemas';

const PAGINA = 100;
const MAXIMO_ID = 2_147_483_647;

/**
 * The customers in use, by name, in pages of `limite` (100 by default). Each word of the search must be in the name, the
 * CI/NIT or the phone. The total comes with the first page. Throws PermisoError, CursorAjenoError.
 */
export async function listarClientes(ctx: Context, raw: unknown): Promise<Page<ClienteDto>> {
  requirePermiso(ctx, 'cliente:ver');
  const q = ListarClientesQuery.parse(raw);
  const limite = q.limite ?? PAGINA;
  const sql = lectorDe(ctx);
  const donde = whereClientes(sql, q);
  const [filas, total] = await Promise.all([
    sql<ClienteDto[]>`
      select ${sql.unsafe(COLUMNAS)} from cliente c where ${donde} ${despuesDe(sql, q.cursor)}
      order by c.nombre, c.id limit ${limite + 1}`,
    q.cursor ? null : sql<{ n: number }[]>`select count(*)::int as n from cliente c where ${donde}`,
  ]);
  const pagina = filas.slice(0, limite);
  const ultimo = pagina.at(-1);
  return new Page(pagina.map(clienteDto), {
    nextCursor: filas.length > limite && ultimo ? encodeCursor([ultimo.nombre, ultimo.id]) : null,
    total: total?.[0]?.n ?? null,
  });
}

function whereClientes(sql: Lector, q: ReturnType<typeof ListarClientesQuery.parse>) {
  const condiciones = [sql`c.estado`];
  for (const palabra of palabrasDe(q.buscar ?? '')) condiciones.push(sql`c.busqueda like ${contieneLike(palabra)}`);
  if (q.desde) condiciones.push(sql`c.created_at >= ${inicioDelDia(q.desde).toISOString()}::timestamptz`);
  if (q.hasta) condiciones.push(sql`c.created_at < ${finDelDia(q.hasta).toISOString()}::timestamptz`);
  return condiciones.reduce((todas, una) => sql`${todas} and ${una}`);
}

function despuesDe(sql: Lector, cursor: string | undefined) {
  if (!cursor) return sql``;
  const [nombre, id, ...resto] = decodeCursor(cursor) ?? [];
  const bueno = typeof nombre === 'string' && Number.isInteger(id) && Math.abs(Number(id)) <= MAXIMO_ID;
  if (!bueno || resto.length > 0) throw new CursorAjenoError();
  return sql`and (c.nombre, c.id) > (${nombre}, ${Number(id)})`;
}

/**
 * One customer, with the sum of what they bought in the branches that the reader may see. Throws PermisoError,
 * ClienteNoEncontradoError.
 */
export async function leerCliente(ctx: Context, raw: unknown): Promise<ClienteConComprasDto> {
  requirePermiso(ctx, 'cliente:ver');
  const { id } = PorIdInput.parse(raw);
  const sql = lectorDe(ctx);
  const dto = await leerClienteEn(sql, id);
  const [suma] = await sql<{ tickets: number; total: number; ultima: string | null }[]>`
    select count(*)::int as tickets, coalesce(sum(v.total + v.redondeo), 0)::bigint as total, max(v.fecha) as ultima
    from venta v where v.id_cliente = ${id} and v.estado_venta <> 'ANULADA'
      ${puede(ctx, 'sucursal:todas') ? sql`` : sql`and v.id_sucursal = ${ctx.idSucursal}`}`;
  const { tickets = 0, total = 0, ultima = null } = suma ?? {};
  const compras = { tickets, total: jsonDeCentavos(total), ultima: ultima && new Date(ultima).toISOString() };
  return { ...dto, compras };
}
