import { constraintName, sqlState } from '@/db/errors';
import { CategoriaMalPuestaError } from './errors';
import { MAXIMO_NIVELES } from './rules';

/** The codes with which the database refuses a tree of categories that is no tree: `vigilar_arbol`, and a father that is not there. */
const NO_ES_ARBOL = new Set(['KP007', '23503']);
/** A category inside itself: also one that is being made, by the id that it is about to get. */
const NO_PROPIA = 'categoria_no_propia';

/** Runs a write of the tree of categories; what the database refuses of it is a named refusal. */
export async function conArbol<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (NO_ES_ARBOL.has(sqlState(error) ?? '') || constraintName(error) === NO_PROPIA)
      throw new CategoriaMalPuestaError(MAXIMO_NIVELES);
    throw error;
  }
}
