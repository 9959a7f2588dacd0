import { constraintName, sqlState } from '@/db/errors';
import { type Tx, withTransaction } from '@/db/transaction';

class Deshacer extends Error {}

/** The SQLSTATE with which the database refuses, also at the commit's own checks; `null` when it accepts. Undone. */
export async function rechazo(escribir: (sql: Tx['sql']) => Promise<unknown>): Promise<string | null> {
  try {
    await withTransaction({}, async (tx) => {
      await escribir(tx.sql);
      await tx.sql`set constraints all immediate`;
      throw new Deshacer();
    });
    return null;
  } catch (error) {
    if (error instanceof Deshacer) return null;
    const estado = sqlState(error);
    if (!estado) throw error;
    return estado === '23514' || estado === '23505' ? `${estado} ${constraintName(error)}` : estado;
  }
}
