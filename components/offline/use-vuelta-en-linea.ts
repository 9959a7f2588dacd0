import { useEffect } from 'react';
import { useLocal } from './use-local';

const MIRAR_MS = 2_000;

/**
 * When the server is back, loads its page again; not over a ticket that is being made, nor while something is being sent.
 * Whoever is in the middle of a sale goes on here: everything works meanwhile.
 */
export function useVueltaEnLinea(): void {
  const vuelve = useLocal((e) => e.conexion === 'en_linea' && e.salida.pendientes === e.salida.observados, false);
  useEffect(() => {
    if (!vuelve) return;
    const reloj = setInterval(() => {
      if (hayTicket() || document.querySelector('[role=dialog]')) return;
      clearInterval(reloj);
      window.location.reload();
    }, MIRAR_MS);
    return () => clearInterval(reloj);
  }, [vuelve]);
}

/** Whether a ticket is being made in this browser. */
function hayTicket(): boolean {
  try {
    return Object.keys(localStorage).some((llave) => llave.startsWith('kantuta-ticket:'));
  } catch {
    return false;
  }
}
