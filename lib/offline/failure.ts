/** Why a device cannot keep things. */
export type FallaDeAlmacen = 'bloqueado' | 'lleno' | 'otra';

/** Tells a full disk from a store that the browser does not give. */
export function fallaDe(error: unknown): FallaDeAlmacen {
  const nombres = new Set<string>();
  for (let e: unknown = error, n = 0; e instanceof Error && n < 5; n++) {
    nombres.add(e.name);
    e = 'inner' in e ? e.inner : e.cause;
  }
  if (nombres.has('QuotaExceededError')) return 'lleno';
  const cerrados = ['MissingAPIError', 'SecurityError', 'InvalidStateError', 'OpenFailedError', 'UnknownError'];
  return cerrados.some((n) => nombres.has(n)) ? 'bloqueado' : 'otra';
}
