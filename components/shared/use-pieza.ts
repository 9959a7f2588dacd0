import { useCallback, useEffect, useState } from 'react';
import { toast } from '@/components/ui/toast';

/** The page has what it needs to work before this much has passed. */
const OCIO_MS = 2_000;

/**
 * A piece of the page that most visits never use: it comes when it is asked for, or by itself, out of sight, once the page is
 * idle, for the network may be gone by then. `traer` must keep its identity.
 */
export function usePieza<P>(traer: () => Promise<P>): { pieza: P | null; pedir: () => void; anticipar: () => void } {
  const [pieza, setPieza] = useState<P | null>(null);
  const anticipar = useCallback(() => void traer().catch(() => {}), [traer]);
  useEffect(() => {
    const espera = setTimeout(anticipar, OCIO_MS);
    return () => clearTimeout(espera);
  }, [anticipar]);
  const pedir = useCallback(() => {
    traer().then(
      (traida) => setPieza(() => traida),
      () => toast.error('Sin conexión no se pudo traer.'),
    );
  }, [traer]);
  return { pieza, pedir, anticipar };
}
