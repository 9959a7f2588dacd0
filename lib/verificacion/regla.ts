import type postgres from 'postgres';

/** What a check reads with: a pool or a transaction of the product's postgres.js client. */
export type Lector = postgres.ISql<{ bigint: number }>;

/** One thing that does not agree, in a Spanish sentence with its figures. */
export type Discrepancia = { regla: string; entidad: string; id: string; detalle: string };

/** One invariant: a set-based query that returns a row per discrepancy, and how to say each. */
export type Regla = {
  regla: string;
  entidad: string;
  buscar(sql: Lector): Promise<Discrepancia[]>;
};

/** The identity that each row of a check must bring. */
export type ConId = { id: number | string };

/** Builds a `Regla` from a query and a sentence. `regla` is its stable name; the row's `id` names the offender. */
export function definirRegla<F extends ConId>(
  regla: string,
  entidad: string,
  consulta: (sql: Lector) => PromiseLike<readonly F[]>,
  decir: (fila: F) => string,
): Regla {
  return {
    regla,
    entidad,
    async buscar(sql) {
      const filas = await consulta(sql);
      return filas.map((fila) => ({ regla, entidad, id: String(fila.id), detalle: decir(fila) }));
    },
  };
}
