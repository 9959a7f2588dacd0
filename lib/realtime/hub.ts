import { setTimeout as sleep } from 'node:timers/promises';
import { leerPrincipales } from '@/lib/auth/principal';
import type { Actor } from '@/lib/context';
import { log } from '@/lib/log';
import { CerrandoError, DemasiadasConexionesError } from './errors';
import { puedeOir } from './eventos';
import { cambioFrame, finFrame, holaFrame, latidoFrame, type MotivoDeFin, resincronizarFrame } from './frames';
import { Listener } from './listener';
import { Memory } from './memory';
import { decodeMensaje } from './wire';

/** A stream as the hub sees it. `actor` is brought up to date while it lasts. */
export type Stream = {
  sid: string;
  actor: Actor;
  /** Never throws. */
  send(texto: string): void;
  /** Ends it. After this the hub sends it nothing. */
  end(): void;
};

/** How a hub behaves; what a test changes. */
export type HubOptions = { latidoMs?: number; memoria?: number; maximoPorPersona?: number };

const LATIDO_MS = 15_000;
const MEMORIA = 500;
const MAXIMO_POR_PERSONA = 100;
const ESPERA_MS = 3_000;
const RESPUESTA_MS = 5_000;
const REINTENTO_MS = 1_000;
/** An id that no hub knows. */
export const SIN_OIR = 'sin-oir';

/**
 * Tells the streams of this process what every process publishes, heard on one LISTEN connection. Each beat asks the
 * database, in one query, who is still signed in and with what rights: a sign-in that was revoked loses its streams at the
 * next beat, within thirty seconds.
 */
export class Hub {
  readonly #streams = new Set<Stream>();
  readonly #memory: Memory;
  readonly #listener: Listener;
  readonly #latidoMs: number;
  readonly #maximo: number;
  readonly #ready: Promise<void>;
  #reloj: NodeJS.Timeout;
  #escuchado = false;
  #base = false;
  #closing = false;

  constructor(url: string, { latidoMs, memoria, maximoPorPersona }: HubOptions = {}) {
    this.#latidoMs = latidoMs ?? LATIDO_MS;
    this.#memory = new Memory(memoria ?? MEMORIA);
    this.#maximo = maximoPorPersona ?? MAXIMO_POR_PERSONA;
    let ready = () => {};
    this.#ready = new Promise((resolve) => {
      ready = resolve;
    });
    this.#listener = new Listener(url, {
      message: (texto) => this.#tell(texto),
      up: () => {
        ready();
        this.#up();
      },
      down: () => this.#setBase(false),
    });
    this.#reloj = this.#nextBeat();
  }

  /** How many streams are open. */
  get size(): number {
    return this.#streams.size;
  }

  /**
   * Where what is drawn now begins to hear from: an id that `add` goes on after. While nothing is heard it is one that no hub
   * knows, so that whoever comes with it looks at everything again.
   */
  get punto(): string {
    return this.#base ? this.#memory.ultimo : SIN_OIR;
  }

  /** Resolves once it listens, or after three seconds: then the stream opens anyway, and catches up when it can. */
  async ready(): Promise<void> {
    await Promise.race([this.#ready, sleep(ESPERA_MS, undefined, { ref: false })]);
  }

  /**
   * Takes a stream in: says hello, and goes on after the event `desde` or, when that one is not known here, says that
   * something may have been missed. Throws CerrandoError, DemasiadasConexionesError.
   */
  add(stream: Stream, desde: string | null): void {
    if (this.#closing) throw new CerrandoError();
    const propias = [...this.#streams].filter(({ actor }) => actor.idUsuario === stream.actor.idUsuario).length;
    if (propias >= this.#maximo) throw new DemasiadasConexionesError();
    this.#streams.add(stream);
    const perdidos = desde === null ? [] : this.#memory.since(desde);
    const id = desde !== null && perdidos ? desde : this.#memory.ultimo;
    // Everybody comes back at once after a restart: not in the same instant.
    const retryMs = REINTENTO_MS + Math.floor(Math.random() * 3 * REINTENTO_MS);
    stream.send(holaFrame({ id, latidoMs: this.#latidoMs, base: this.#base, retryMs }));
    if (!perdidos) stream.send(resincronizarFrame(id));
    for (const evento of perdidos ?? []) if (puedeOir(stream.actor, evento)) stream.send(cambioFrame(evento));
  }

  /** Lets go of a stream that ended by itself. */
  remove(stream: Stream): void {
    this.#streams.delete(stream);
  }

  /** Ends a stream, saying why. */
  end(stream: Stream, motivo: MotivoDeFin): void {
    if (!this.#streams.delete(stream)) return;
    stream.send(finFrame(motivo));
    stream.end();
  }

  /** Ends every stream and takes no more. */
  async close(): Promise<void> {
    this.#closing = true;
    clearTimeout(this.#reloj);
    for (const stream of [...this.#streams]) this.end(stream, 'reinicio');
    await this.#listener.close();
  }

  #tell(texto: string): void {
    for (const evento of decodeMensaje(texto) ?? []) {
      this.#memory.add(evento);
      const cambio = cambioFrame(evento);
      for (const stream of this.#streams) if (puedeOir(stream.actor, evento)) stream.send(cambio);
    }
  }

  #up(): void {
    if (this.#escuchado) this.#memory.clear();
    this.#escuchado = true;
    this.#broadcast(resincronizarFrame(this.#memory.ultimo));
    this.#setBase(true);
  }

  #setBase(base: boolean): void {
    if (this.#base === base) return;
    this.#base = base;
    this.#broadcast(latidoFrame({ id: this.#memory.ultimo, ahora: new Date(), base }));
  }

  #broadcast(texto: string): void {
    for (const stream of this.#streams) stream.send(texto);
  }

  #nextBeat(): NodeJS.Timeout {
    return setTimeout(async () => {
      await this.#beat();
      if (!this.#closing) this.#reloj = this.#nextBeat();
    }, this.#latidoMs).unref();
  }

  async #beat(): Promise<void> {
    const [alive, reviewed] = await Promise.all([this.#listener.alive(), this.#reviewInTime()]);
    if (this.#closing) return;
    this.#base = alive && reviewed;
    this.#broadcast(latidoFrame({ id: this.#memory.ultimo, ahora: new Date(), base: this.#base }));
  }

  async #reviewInTime(): Promise<boolean> {
    const review = this.#review().then(
      () => true,
      (error: unknown) => {
        log().warn({ err: error }, 'could not ask who is still signed in');
        return false;
      },
    );
    return Promise.race([review, sleep(RESPUESTA_MS, false, { ref: false })]);
  }

  /** Ends the streams of sign-ins that ended, and gives the rest the rights of today. */
  async #review(): Promise<void> {
    const streams = [...this.#streams];
    if (streams.length === 0) return;
    const actores = await leerPrincipales([...new Set(streams.map(({ sid }) => sid))]);
    for (const stream of streams) {
      const actor = actores.get(stream.sid);
      if (actor) stream.actor = actor;
      else this.end(stream, 'sesion');
    }
  }
}
