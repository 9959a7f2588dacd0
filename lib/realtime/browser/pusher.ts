import type Pusher from 'pusher-js';
import { askApi } from '@/lib/api-client';
import type { EventoDto } from '../eventos';
import { type Canal, type Conexion, knock, type Oyente } from './connection';

const LATIDO_MS = 15_000;

type CanalPusher = Extract<Canal, { tipo: 'pusher' }>;

/**
 * Changes by a Pusher server. Whether the till is online is still what the product's own server says, asked every 15 s: a
 * sale goes there, and not to Pusher.
 */
export class PusherConnection implements Conexion {
  readonly #on: Oyente;
  #pusher: Pusher | null = null;
  #reloj: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(canal: CanalPusher, on: Oyente) {
    this.#on = on;
    void this.#connect(canal);
    void this.#beat();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#reloj);
    this.#pusher?.disconnect();
  }

  check(): void {
    void this.#beat();
  }

  setVisible(vista: boolean): void {
    if (vista) this.check();
  }

  async #connect(canal: CanalPusher): Promise<void> {
    // Only who uses it pays for it.
    const { default: Library } = await import('pusher-js');
    if (this.#closed) return;
    const { key, cluster, host, port, tls, canales } = canal;
    const propio = host === null ? {} : { wsHost: host, ...(port === null ? {} : { wsPort: port, wssPort: port }) };
    const pusher = new Library(key, {
      cluster,
      ...propio,
      forceTLS: tls,
      enabledTransports: ['ws', 'wss'],
      enableStats: false,
      channelAuthorization: { customHandler: authorize },
    });
    this.#pusher = pusher;
    // The protocol does not say what was missed meanwhile, nor since the page was drawn.
    pusher.connection.bind('connected', () => this.#on.resincronizar());
    pusher.connection.bind('state_change', () => this.check());
    for (const nombre of canales) {
      pusher.subscribe(nombre).bind('cambio', (evento: EventoDto) => this.#on.cambio(evento));
    }
  }

  async #beat(): Promise<void> {
    clearTimeout(this.#reloj);
    const toque = await knock();
    if (this.#closed) return;
    if (toque === 'sin_sesion') {
      this.close();
      return this.#on.estado('sin_sesion');
    }
    this.#on.estado(toque === 'bien' ? 'en_linea' : 'sin_conexion');
    clearTimeout(this.#reloj);
    this.#reloj = setTimeout(() => void this.#beat(), LATIDO_MS);
  }
}

type Autorizada = { auth: string };

function authorize(
  { socketId, channelName }: { socketId: string; channelName: string },
  done: (error: Error | null, data: Autorizada | null) => void,
): void {
  const body = { socket_id: socketId, channel_name: channelName };
  askApi<Autorizada>('/api/eventos/pusher-auth', { method: 'POST', body }).then(
    ({ data }) => done(null, data),
    (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), null),
  );
}
