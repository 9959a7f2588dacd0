import type { Tx } from '@/db/transaction';
import type { Situacion } from '../rules-importacion';
import type { ResumenImportacion } from '../schemas-importacion';

/** How far it is, in rows. Written on another connection, because this one shows nothing until it commits. */
export type Progreso = (filas: number) => Promise<void>;

/** First half of an advisory lock: one worker an import. */
const CANDADO = 5_268_243;

/** An import in this transaction's hands. */
export type Tomada = { archivo: string; resumen: ResumenImportacion };

/**
 * Takes the import for this transaction, after whoever has it (a worker that died still rolls back for a moment); `null` when
 * it is not waiting for this. The row itself stays free, so that progress can be written on it meanwhile.
 */
export async function tomarImportacion(tx: Tx, id: number, espera: readonly Situacion[]): Promise<Tomada | null> {
  await tx.sql`select pg_advisory_xact_lock(${CANDADO}, ${id})`;
  const [fila] = await tx.sql<{ archivo: string; resumen: string }[]>`
    select archivo, resumen::text as resumen from importacion
    where id = ${id} and situacion = any (${[...espera]}::text[])`;
  return fila ? { archivo: fila.archivo, resumen: JSON.parse(fila.resumen) as ResumenImportacion } : null;
}

/** Counts rows and tells them. Each new product counts half when it is written and half when its stock entered. */
export class Avance {
  constructor(
    private filas: number,
    private readonly progreso: Progreso,
  ) {}

  async sumar(filas: number): Promise<void> {
    this.filas += filas;
    await this.progreso(Math.floor(this.filas));
  }
}

const LOTE = 2_000;

/** Rows in pieces that one statement takes. */
export function* enLotes<T>(filas: readonly T[]): Generator<T[]> {
  for (let i = 0; i < filas.length; i += LOTE) yield filas.slice(i, i + LOTE);
}
