import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { log } from '@/lib/log';
import { CANAL } from './wire';

const CONEXION_S = 5;
const RESPUESTA_MS = 5_000;
const PAUSA_MAXIMA_MS = 5_000;

/** What the listener tells. */
export type ListenerHandlers = {
  /** A message arrived. */
  message(texto: string): void;
  /** It listens, for the first time or again: what was sent before was not heard. */
  up(): void;
  /** It does not listen any more, and is trying to. */
  down(): void;
};

/** One connection: `closed` resolves when it ends, for whatever reason. */
type Connection = { sql: postgres.Sql; closed: Promise<void>; drop(): Promise<void> };

/**
 * Listens on one connection of its own until it is closed: when the connection ends it opens another, with pauses that grow
 * to five seconds. Never throws.
 */
export class Listener {
  readonly #fin = new AbortController();
  readonly #url: string;
  readonly #on: ListenerHandlers;
  #connection: Connection | null = null;
  #listening = false;
  readonly #running: Promise<void>;

  constructor(url: string, on: ListenerHandlers) {
    this.#url = url;
    this.#on = on;
    this.#running = this.#run();
  }

  /** Whether the connection answers now. One that does not within five seconds is dropped, and another takes its place. */
  async alive(): Promise<boolean> {
    const connection = this.#connection;
    if (!connection || !this.#listening) return false;
    const answers = connection.sql.unsafe('select 1').then(
      () => true,
      () => false,
    );
    const late = sleep(RESPUESTA_MS, false, { ref: false, signal: this.#fin.signal }).catch(() => false);
    const alive = await Promise.race([answers, late]);
    if (!alive) await connection.drop();
    return alive;
  }

  async close(): Promise<void> {
    this.#fin.abort();
    await this.#connection?.drop();
    await this.#running;
  }

  async #run(): Promise<void> {
    for (let intento = 0; !this.#fin.signal.aborted; intento++) {
      if (await this.#listen()) intento = 0;
      const pausa = Math.min(100 * 2 ** intento, PAUSA_MAXIMA_MS) * (0.5 + Math.random() / 2);
      await sleep(pausa, undefined, { signal: this.#fin.signal }).catch(() => {});
    }
  }

  /** Opens a connection and listens until it ends. Answers whether it got to listen. */
  async #listen(): Promise<boolean> {
    const connection = connect(this.#url, this.#on.message);
    this.#connection = connection;
    try {
      await connection.sql.unsafe(`listen ${CANAL}`);
      this.#listening = true;
      this.#on.up();
      await connection.closed;
      if (!this.#fin.signal.aborted) log().warn('the connection that hears of changes ended');
    } catch (error) {
      if (!this.#fin.signal.aborted) log().warn({ err: error }, 'cannot hear of changes');
    }
    await connection.drop();
    const listened = this.#listening;
    this.#listening = false;
    if (listened) this.#on.down();
    return listened;
  }
}

function connect(url: string, message: (texto: string) => void): Connection {
  let ended = () => {};
  const closed = new Promise<void>((resolve) => {
    ended = resolve;
  });
  const options = {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: CONEXION_S,
    fetch_types: false,
    onnotice: () => {},
    connection: { application_name: 'kantuta-eventos' },
    onclose: ended,
    // Read by postgres.js but not in its types; `sql.listen` gives up when the database stays away for a while.
    onnotify: (_channel: string, payload: string) => message(payload),
  };
  const sql = postgres(url, options);
  const drop = async () => {
    ended();
    await sql.end({ timeout: 0 }).catch(() => {});
  };
  return { sql, closed, drop };
}
