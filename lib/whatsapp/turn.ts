import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';

/** Advisory lock of the worker in charge. */
const CANDADO = 7_424_251;
const ESPERA_MS = 2_000;
const RESPUESTA_MS = 15_000;

/**
 * Being the one worker in charge of a database's WhatsApp: an advisory lock held by one connection for as long as it lives. When
 * the connection goes or does not answer the turn is lost, another may have it by then, and nothing more may be sent.
 */
export class Turn {
  readonly lost: Promise<void>;
  #lose: () => void = () => {};
  #sql: postgres.Sql | null = null;

  private constructor() {
    this.lost = new Promise((resolve) => {
      this.#lose = resolve;
    });
  }

  /** Waits until nobody else is in charge. `null` when `signal` is aborted before. Throws when the database cannot be reached. */
  static async take(url: string, signal: AbortSignal): Promise<Turn | null> {
    const turn = new Turn();
    const sql = postgres(url, {
      max: 1,
      // a connection that is renewed or closed when idle would let go of the lock
      idle_timeout: 0,
      max_lifetime: null,
      connect_timeout: 10,
      connection: { application_name: 'kantuta-whatsapp' },
      onnotice: () => {},
      onclose: () => turn.#lose(),
    });
    turn.#sql = sql;
    try {
      while (!signal.aborted) {
        const [fila] = await sql<{ mio: boolean }[]>`select pg_try_advisory_lock(${CANDADO}) as mio`;
        if (fila?.mio) return turn;
        await sleep(ESPERA_MS, undefined, { signal }).catch(() => {});
      }
    } catch (error) {
      await turn.release();
      throw error;
    }
    await turn.release();
    return null;
  }

  /** Says that this worker is in charge and alive, on the very connection that holds the lock. Loses the turn if it cannot. */
  async beat(): Promise<void> {
    const sql = this.#sql;
    if (!sql) return;
    const dicho = sql`
      insert into whatsapp_estado (id, latido) values (1, now()) on conflict (id) do update set latido = now()`.then(
      () => true,
      () => false,
    );
    const tarde = sleep(RESPUESTA_MS, false, { ref: false });
    if (!(await Promise.race([dicho, tarde]))) this.#lose();
  }

  /** Lets another worker take over. */
  async release(): Promise<void> {
    const sql = this.#sql;
    this.#sql = null;
    await sql?.end({ timeout: 1 }).catch(() => {});
  }
}
