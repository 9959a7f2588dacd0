import type { Tx } from '@/db/transaction';
import { ClienteNoEncontradoError } from './errors';

/** Locks a customer in use so that two changes do not cross. Throws ClienteNoEncontradoError. */
export async function lockCliente(
  tx: Tx,
  id: number,
): Promise<{ nombre: string; ciNit: string | null; telefono: string | null }> {
  const [fila] = await tx.sql<{ nombre: string; ciNit: string | null; telefono: string | null }[]>`
    select nombre, ci_nit as "ciNit", telefono from cliente where id = ${id} and estado for no key update`;
  if (!fila) throw new ClienteNoEncontradoError();
  return { ...fila };
}
