import { AsyncLocalStorage } from 'node:async_hooks';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { processWide } from '@/lib/process-wide';

/** How long a door waits for its verb. */
export const PLAZO_MS = 10_000;
/** The same when a whole file came with it. */
export const PLAZO_DE_ARCHIVO_MS = 60_000;

/** Verbs and reads that were given up on and still wait for the database, in a process, before new ones are refused at once. */
const ABANDONADOS_MAX = 64;

/**
 * 503: the database has not answered in time. What was asked may still be done when it comes back: the same clave tells, and
 * never does it twice.
 */
export class PlazoVencidoError extends AppError {
  readonly reintentarEnS = 5;
  /** What a page's error screen learns of it: Next hides the message, and keeps this. */
  readonly digest = 'sin_base';
  constructor() {
    super('sin_base', 503, 'La base de datos no responde. Intente de nuevo en un momento.');
  }
}

// Routes and pages wait for the same pool.
const abandonados = () => processWide('abandonados', () => new Set<object>());
const enPlazo = () => processWide('en plazo', () => new AsyncLocalStorage<true>());
const lecturas = () => processWide('lecturas', (): { plazoMs: number | null } => ({ plazoMs: null }));

/**
 * From here on, in this process, a statement that nobody set a deadline for gets this one (`db/deadline.ts`): what a page
 * reads while it is written. For the web; a worker's statements may be long. `null`: none.
 */
export function limitarLecturas(ms: number | null = PLAZO_MS): void {
  lecturas().plazoMs = ms;
}

/** The deadline in milliseconds of a statement sent now outside a transaction; `null` when it has none, or its work has. */
export function plazoDeLectura(): number | null {
  return enPlazo().getStore() ? null : lecturas().plazoMs;
}

/**
 * Runs `work` and answers what it answers, or throws PlazoVencidoError after `ms` milliseconds. The work is not cut: it
 * settles by itself when the database does, and its outcome is found again by its clave. While many wait like that, a new
 * one is refused without starting, so that a database that hangs does not fill the process.
 */
export async function conPlazo<T>(work: () => Promise<T>, ms = PLAZO_MS): Promise<T> {
  if (abandonados().size >= ABANDONADOS_MAX) throw new PlazoVencidoError();
  const trabajo = enPlazo().run(true, work);
  let reloj: NodeJS.Timeout | undefined;
  const plazo = new Promise<never>((_, reject) => {
    reloj = setTimeout(() => {
      abandonados().add(trabajo);
      const soltar = () => abandonados().delete(trabajo);
      trabajo.then(soltar, (error: unknown) => {
        soltar();
        log().warn({ err: error }, 'failed after its deadline');
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
