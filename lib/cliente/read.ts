import { type SqlClient, sqlClient } from '@/db';
import type { Tx } from '@/db/transaction';
import type { Context } from '@/lib/context';
import { CiNitRepetidoError, ClienteNoEncontradoError } from './errors';
import type { ClienteDto } from './schemas';

/** Where a read runs. */
export type Lector = SqlClient | Tx['sql'];

/** The caller's transaction, or the pool. */
export function lectorDe(ctx: Context): Lector {
  return ctx.tx?.sql ?? sqlClient();
}

/** A row of `cliente` over `c`. */
export const COLUMNAS = `c.id, c.nombre, c.ci_nit, c.telefono, c.estado, c.id_user_create, c.id_user_update,
  c.created_at, c.updated_at`;

/** A customer as clients see it: dates of the database become ISO. */
export function clienteDto(fila: ClienteDto): ClienteDto {
  const iso = (fecha: string) => new Date(fecha).toISOString();
  return { ...fila, created_at: iso(fila.created_at), updated_at: iso(fila.updated_at) };
}

/** One customer in use. Throws ClienteNoEncontradoError. */
export async function leerClienteEn(sql: Lector, id: number): Promise<ClienteDto> {
  const [fila] = await sql<ClienteDto[]>`select ${sql.unsafe(COLUMNAS)} from cliente c where c.id = ${id} and c.estado`;
  if (!fila) throw new ClienteNoEncontradoError();
  return clienteDto(fila);
}

/** The refusal of a document that somebody else has, with their name. Reads outside the transaction that failed. */
export async function ciNitRepetido(ciNit: string | null | undefined): Promise<CiNitRepetidoError> {
  const [otro] = await sqlClient()<{ nombre: string }[]>`
    select nombre from cliente where ci_nit = ${ciNit ?? null} and estado`;
  return new CiNitRepetidoError(otro?.nombre ?? null);
}
