import type { Fragment } from 'postgres';
import { type SqlClient, sqlClient } from '@/db';
import type { Tx } from '@/db/transaction';
import { puede, requirePermiso } from '@/lib/auth/permisos';
import type { PublicContext } from '@/lib/auth/public-context';
import type { Context } from '@/lib/context';
import { startAttempt } from '@/lib/kv/attempts';
import { leerTicketEn } from '@/lib/venta/steps';
import { DemasiadosRecibosError, TicketNoEncontradoError } from './errors';
import { contenidoDeRecibo, type Recibo } from './rules';
import { type CopiaDto, PorVentaInput, TOKEN_DE_RECIBO } from './schemas';

type Lector = SqlClient | Tx['sql'];

/** Copies that pass a condition over `c`, the first one first. */
export async function selectCopias(sql: Lector, donde: Fragment): Promise<CopiaDto[]> {
  const filas = await sql<CopiaDto[]>`
    select c.id, c.id_venta, c.numero, c.formato, c.fecha, c.id_usuario, u.name as usuario
    from copia_recibo c join usuario u on u.id = c.id_usuario where ${donde} order by c.id`;
  return filas.map((f) => ({ ...f, fecha: new Date(f.fecha).toISOString() }));
}

/** The copies of a ticket of the branch. Throws PermisoError, TicketNoEncontradoError. */
export async function listarCopias(ctx: Context, raw: unknown): Promise<CopiaDto[]> {
  requirePermiso(ctx, 'venta:ver');
  const { id } = PorVentaInput.parse(raw);
  const sql = ctx.tx?.sql ?? sqlClient();
  const [venta] = await sql<{ idSucursal: number }[]>`select id_sucursal as "idSucursal" from venta where id = ${id}`;
  if (!venta || (venta.idSucursal !== ctx.idSucursal && !puede(ctx, 'sucursal:todas')))
    throw new TicketNoEncontradoError();
  return selectCopias(sql, sql`c.id_venta = ${id}`);
}

/** Receipts that one address may open in a minute, and wrong ones in ten: nobody walks 2^128 tokens, and nobody may try. */
const VISTAS = { maximo: 60, ventanaMs: 60_000 };
const ERRADAS = { maximo: 20, ventanaMs: 600_000 };

/**
 * The receipt that a token opens, for whoever has it: nothing of the customer, of the cashier nor of how they paid but the
 * method. Throws TicketNoEncontradoError, and DemasiadosRecibosError when that address asks too much.
 */
export async function leerReciboPublico({ ip }: PublicContext, token: string): Promise<Recibo> {
  const refuse = (esperaS: number) => new DemasiadosRecibosError(esperaS);
  const vista = await startAttempt([{ clave: `recibo:vista:${ip}`, ...VISTAS }], refuse);
  const busca = await startAttempt([{ clave: `recibo:errada:${ip}`, ...ERRADAS }], refuse);
  await vista.failed();
  const sql = sqlClient();
  const [fila] = TOKEN_DE_RECIBO.test(token)
    ? await sql<{ id: number }[]>`select id from venta where token_recibo = ${token}`
    : [];
  if (!fila) {
    await busca.failed();
    throw new TicketNoEncontradoError();
  }
  return contenidoDeRecibo(await leerTicketEn(sql, fila.id), { copia: null, url: null, publico: true });
}
