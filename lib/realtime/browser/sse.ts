import type { EventoDto } from '../eventos';
import { backoffMs, type Conexion, knock, type Oyente, type Toque } from './connection';

/** What this needs of `EventSource`. */
export type Source = {
  addEventListener(tipo: string, alLlegar: (e: { data?: unknown; lastEventId?: string }) => void): void;
  close(): void;
};

type World = { open(url: string): Source; knock(): Promise<Toque> };

const BROWSER: World = { open: (url) => new EventSource(url), knock };

/** Until the first word. */
const SALUDO_MS = 10_000;
const LATIDO_MS = 15_000;
const GRACIA_MS = 5_000;
/** Out of sight this long it lets go of its connection: a browser has six for a server, and each tab would keep one. */
const OCULTA_MS = 60_000;

/**
 * The product's own stream of events. A beat that does not come, an error and a sleeping laptop all end in the same: ask
 * whether the server is there, say so, and open again where it was, after pauses that grow to half a minute. `desde` is where
 * the first one begins: what happened since the page was drawn is heard too.
 */
export class SseConnection implements Conexion {
  readonly #on: Oyente;
  readonly #world: World;
  #source: Source | null = null;
  #ultimo = '';
  #latidoMs = LATIDO_MS;
  #intento = 0;
  #reloj: ReturnType<typeof setTimeout> | undefined;
  #oido = 0;
  #vista = true;
  #closed = false;

  constructor(on: Oyente, desde: string | null, world: World = BROWSER) {
    this.#on = on;
    this.#ultimo = desde ?? '';
    this.#world = world;
    this.#open();
  }

  close(): void {
    this.#closed = true;
    this.#release();
  }

  check(): void {
    if (this.#vista) void this.#lost();
  }

  setVisible(vista: boolean): void {
    if (vista === this.#vista || this.#closed) return;
    this.#vista = vista;
    const fresca = this.#source !== null && Date.now() - this.#oido < this.#latidoMs + GRACIA_MS;
    if (!vista) this.#after(OCULTA_MS, () => this.#release());
    else if (fresca) this.#watch(this.#latidoMs + GRACIA_MS);
    else this.#open();
  }

  #open(): void {
    this.#release();
    if (this.#closed) return;
    const source = this.#world.open(
      this.#ultimo ? `/api/eventos?desde=${encodeURIComponent(this.#ultimo)}` : '/api/eventos',
    );
    this.#source = source;
    const on = (tipo: string, act: (data: Record<string, unknown>) => void) =>
      source.addEventListener(tipo, ({ data, lastEventId }) => {
        if (source !== this.#source) return;
        if (lastEventId) this.#ultimo = lastEventId;
        this.#oido = Date.now();
        this.#watch(this.#latidoMs + GRACIA_MS);
        act(typeof data === 'string' ? JSON.parse(data) : {});
      });
    on('hola', ({ latido_ms, base }) => {
      this.#intento = 0;
      if (typeof latido_ms === 'number') this.#latidoMs = latido_ms;
      this.#on.estado(base ? 'en_linea' : 'sin_conexion');
    });
    on('latido', ({ base }) => this.#on.estado(base ? 'en_linea' : 'sin_conexion'));
    on('cambio', (data) => this.#on.cambio(data as unknown as EventoDto));
    on('resincronizar', () => this.#on.resincronizar());
    on('fin', ({ motivo }) => (motivo === 'sesion' ? this.#signedOut() : void this.#lost()));
    source.addEventListener('error', () => {
      if (source === this.#source) void this.#lost();
    });
    this.#watch(SALUDO_MS);
  }

  #watch(ms: number): void {
    if (this.#vista) this.#after(ms, () => void this.#lost());
  }

  async #lost(): Promise<void> {
    this.#release();
    const source = this.#source;
    const toque = await this.#world.knock();
    // Out of sight: coming back opens it again.
    if (this.#closed || !this.#vista || source !== this.#source) return;
    if (toque === 'sin_sesion') return this.#signedOut();
    this.#on.estado(toque === 'bien' ? 'en_linea' : 'sin_conexion');
    this.#after(backoffMs(this.#intento++), () => this.#open());
  }

  #signedOut(): void {
    this.close();
    this.#on.estado('sin_sesion');
  }

  #release(): void {
    clearTimeout(this.#reloj);
    this.#source?.close();
    this.#source = null;
  }

  #after(ms: number, act: () => void): void {
    clearTimeout(this.#reloj);
    this.#reloj = setTimeout(act, ms);
  }
}
