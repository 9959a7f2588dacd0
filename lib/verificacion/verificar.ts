import { REGLAS_APROBACION } from './aprobaciones';
import { REGLAS_CATALOGO } from './catalogo';
import { REGLAS_CIERRE } from './cierres';
import { REGLAS_EFECTIVO } from './efectivo';
import { REGLAS_GAVETA } from './gavetas';
import { REGLAS_GUARDAS } from './guardas';
import { REGLAS_HECHO } from './hechos';
import { REGLAS_INVENTARIO } from './inventario';
import { REGLAS_KARDEX } from './kardex';
import { REGLAS_LIBRO } from './libro';
import { REGLAS_OPERACION } from './operaciones';
import type { Discrepancia, Lector, Regla } from './regla';
import { REGLAS_TRASPASO } from './traspasos';
import { REGLAS_VENTA } from './ventas';
import { REGLAS_VENTA_LIBRO } from './ventas-libro';

/** Every check, in the order they are told: first the ledgers, then the documents, last the guards. */
export const REGLAS: readonly Regla[] = [
  ...REGLAS_LIBRO,
  ...REGLAS_GAVETA,
  ...REGLAS_CIERRE,
  ...REGLAS_EFECTIVO,
  ...REGLAS_TRASPASO,
  ...REGLAS_KARDEX,
  ...REGLAS_INVENTARIO,
  ...REGLAS_CATALOGO,
  ...REGLAS_VENTA,
  ...REGLAS_VENTA_LIBRO,
  ...REGLAS_HECHO,
  ...REGLAS_OPERACION,
  ...REGLAS_APROBACION,
  ...REGLAS_GUARDAS,
];

/**
 * Recomputes every balance and invariant from its rows and names what does not agree; an empty list means that all does.
 * Only reads. On a shop that is selling, pass a `repeatable read` transaction so that every check sees the same instant.
 */
export async function verificar(sql: Lector): Promise<Discrepancia[]> {
  const halladas: Discrepancia[] = [];
  for (const regla of REGLAS) halladas.push(...(await regla.buscar(sql)));
  return halladas;
}
