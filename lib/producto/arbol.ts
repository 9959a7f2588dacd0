import { sqlState } from '@/db/errors';
import { CategoriaMalPuestaError } from './errors';
import { MAXIMO_NIVELES } from './rules';

/** The code with which the database refuses a tree of categories that is no tree (`vigilar_arbol`). */
const NO_ES_ARBOL = 'KP007';

/** Runs a write of the tree of categories; what the database refuses of it is a named refusal. */
export async function conArbol<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (sqlState(error) === NO_ES_ARBOL || sqlState(error) === '23503')
      throw new CategoriaMalPuestaError(MAXIMO_NIVELES);
    throw error;
  }
}
