import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';

/** How long a door waits for its verb. */
export const PLAZO_MS = 10_000;
/** The same when a whole file came with it. */
export const PLAZO_DE_ARCHIVO_MS = 60_000;

/** Verbs that were given up on and still wait for the database, in a process, before new ones are refused at once. */
const ABANDONADOS_MAX = 64;

/**
 * 503: the database has not answered in time. What was asked may still be done when it comes back: the same clave tells, and
 * never does it twice.
 */
export class PlazoVencidoError extends AppError {
  readonly reintentarEnS = 5;
  constructor() {
    super('sin_base', 503, 'La base de datos no responde. Intente de nuevo en un momento.');
  }
}

// On globalThis: routes and pages are bundled apart, and wait for the same pool.
const global = globalThis as typeof globalThis & { __kantutaAbandonados?: Set<object> };

function abandonados(): Set<object> {
  global.__kantutaAbandonados ??= new Set();
  return global.__kantutaAbandonados;
}

/**
 * Runs `work` and answers what it answers, or throws PlazoVencidoError after `ms` milliseconds. The work is not cut: it
 * settles by itself when the database does, and its outcome is found again by its clave. While many wait like that, a new
 * one is refused without starting, so that a database that hangs does not fill the process.
 */
export async function conPlazo<T>(work: () => Promise<T>, ms = PLAZO_MS): Promise<T> {
  if (abandonados().size >= ABANDONADOS_MAX) throw new PlazoVencidoError();
  const trabajo = work();
  let reloj: NodeJS.Timeout | undefined;
  const plazo = new Promise<never>((_, reject) => {
    reloj = setTimeout(() => {
      abandonados().add(trabajo);
      const soltar = () => abandonados().delete(trabajo);
      trabajo.then(soltar, (error: unknown) => {
        soltar();
        log().warn({ err: error }, 'a verb failed after its deadline');
      });
      reject(new PlazoVencidoError());
    }, ms);
  });
  try {
    return await Promise.race([trabajo, plazo]);
  } finally {
    clearTimeout(reloj);
  }
}
