import { env } from '@/lib/env';
import { CerrandoError } from './errors';
import { Hub, SIN_OIR } from './hub';
import { flushEventos } from './publish';

// On globalThis: routes and instrumentation are bundled apart, and there must be one LISTEN connection a process.
const global = globalThis as typeof globalThis & { __kantutaHub?: Hub; __kantutaHubCerrado?: boolean };

/** The process's hub, opened by its first stream. Throws CerrandoError once the process is closing. */
export function hub(): Hub {
  if (global.__kantutaHubCerrado) throw new CerrandoError();
  global.__kantutaHub ??= new Hub(env().DATABASE_URL);
  return global.__kantutaHub;
}

/** Where a page that is drawn now begins to hear from, see `Hub.punto`. Never throws: a process that is closing hears nothing. */
export const puntoDeOir = (): string => (global.__kantutaHubCerrado ? SIN_OIR : hub().punto);

/**
 * Ends every stream of the process and takes no more, so that a server told to stop is not held by readers that stay for
 * hours; what was waiting to be published goes out first. For SIGTERM. Never throws.
 */
export async function closeStreams(): Promise<void> {
  global.__kantutaHubCerrado = true;
  await Promise.allSettled([flushEventos(), global.__kantutaHub?.close()]);
}
