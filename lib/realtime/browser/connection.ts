import type { EventoDto } from '../eventos';

/** How this browser hears of changes, as the server tells it: by the product's own streams, or by a Pusher server. */
export type Canal =
  /** desde: the last event before the page was drawn; `null`: the server did not draw it. */
  | { tipo: 'sse'; desde: string | null }
  | {
      tipo: 'pusher';
      key: string;
      cluster: string;
      host: string | null;
      port: number | null;
      tls: boolean;
      canales: readonly string[];
    };

/**
 * What is known of the server, by what it acknowledged and not by what the browser believes of the network. `sin_conexion`
 * is also a server whose database is away: nothing can be charged there either.
 */
export type EstadoConexion = 'conectando' | 'en_linea' | 'sin_conexion' | 'sin_sesion';

/** What a connection tells. */
export type Oyente = {
  cambio(evento: EventoDto): void;
  /** Something may have been missed: everything is to be looked at again. */
  resincronizar(): void;
  estado(estado: EstadoConexion): void;
};

/** A connection under way; it comes back by itself until it is closed. */
export type Conexion = {
  close(): void;
  /** The network may have come or gone: asks at once instead of waiting for a beat. */
  check(): void;
  /** Whether somebody can see this page. */
  setVisible(vista: boolean): void;
};

/** How the server answered a knock: well, that nobody is signed in, or not at all. */
export type Toque = 'bien' | 'sin_sesion' | 'nada';

const TOQUE_MS = 5_000;

/** Asks whether the server and its database are there and this sign-in is still good. Never throws. */
export async function knock(): Promise<Toque> {
  try {
    const signal = AbortSignal.timeout(TOQUE_MS);
    const { ok, status } = await fetch('/api/eventos', { method: 'HEAD', cache: 'no-store', signal });
    if (status === 401) return 'sin_sesion';
    return ok ? 'bien' : 'nada';
  } catch {
    return 'nada';
  }
}

const PRIMERA_ESPERA_MS = 1_000;
const ESPERA_MAXIMA_MS = 30_000;

/** Milliseconds before the next try: longer each time, and never the same for all the tills of a shop. */
export function backoffMs(intento: number, azar: () => number = Math.random): number {
  return Math.min(PRIMERA_ESPERA_MS * 2 ** intento, ESPERA_MAXIMA_MS) * (0.5 + azar() / 2);
}
