import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Booked, Shop } from './shop';

const CLIENT_LIMIT_MS = 15_000;
const RETRY_MS = 150;

/** One answer of the counter's door; `status` 0 when there was none. */
export type Answer = { status: number; body: unknown; ms: number };

/** A ticket ready to be charged: what the till keeps until it is acknowledged. */
export type Ticket = { clave: string; body: object };

/** A ticket of one to three products by cashier `i`, by cash or QR. */
export function newTicket(shop: Shop, i: number): Ticket {
  const first = randomInt(shop.productos.length);
  const detalles = Array.from({ length: randomInt(1, 4) }, (_, n) => {
    const producto = shop.productos[(first + n * 7) % shop.productos.length];
    return { id_producto: producto?.id, cantidad: randomInt(1, 4), precio_unitario: producto?.precio };
  });
  const metodo_pago = randomInt(3) === 0 ? 'QR' : 'EFECTIVO';
  return { clave: randomUUID(), body: { id_sesion_caja: shop.cajeros[i]?.idSesion, metodo_pago, detalles } };
}

/** Sends a ticket once. */
export async function send(url: string, token: string | undefined, { clave, body }: Ticket): Promise<Answer> {
  const since = performance.now();
  const done = (status: number, answer: unknown) => ({ status, body: answer, ms: performance.now() - since });
  try {
    const response = await fetch(`${url}/api/ventas`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'idempotency-key': clave },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(CLIENT_LIMIT_MS),
    });
    return done(response.status, await response.json());
  } catch {
    return done(0, null);
  }
}

/**
 * Cashiers who charge one ticket after another and try the same one again until it is acknowledged. Anything but a success,
 * a cut or a 5xx is a refusal they cannot explain, and fails the run.
 */
export class Stream {
  readonly acknowledged: Booked[] = [];
  readonly refusals: string[] = [];
  retried = 0;
  #open = true;
  readonly #running: Promise<unknown>;

  constructor(
    readonly url: string,
    readonly shop: Shop,
    readonly pauseMs = 30,
  ) {
    this.#running = Promise.all(shop.cajeros.map((_, i) => this.#sell(i)));
  }

  /** Waits until so many more tickets have been acknowledged. Throws when that takes too long. */
  async more(count: number, limitMs: number): Promise<number> {
    const since = performance.now();
    for (const goal = this.acknowledged.length + count; this.acknowledged.length < goal; await sleep(20)) {
      if (performance.now() - since > limitMs) {
        throw new Error(`No sale was acknowledged in ${limitMs} ms; refusals: ${this.refusals.slice(0, 5).join('; ')}`);
      }
    }
    return performance.now() - since;
  }

  /** Counts a ticket as acknowledged by this answer. */
  note({ clave }: Ticket, body: unknown): void {
    const { id, total } = body as { id: number; total: number };
    this.acknowledged.push({ clave, id, total });
  }

  /** Lets every cashier finish the ticket in hand. */
  async finish(): Promise<void> {
    this.#open = false;
    await this.#running;
  }

  async #sell(i: number): Promise<void> {
    while (this.#open) {
      await this.settle(i, newTicket(this.shop, i));
      await sleep(this.pauseMs);
    }
  }

  /** Sends a ticket of cashier `i` until it is acknowledged, or refused for good. */
  async settle(i: number, ticket: Ticket): Promise<void> {
    for (;;) {
      const { status, body } = await send(this.url, this.shop.tokens[i], ticket);
      if (status === 200 || status === 201) {
        this.note(ticket, body);
        return;
      }
      if (status !== 0 && status < 500) {
        this.refusals.push(`${status} ${JSON.stringify(body)}`);
        return;
      }
      this.retried++;
      await sleep(RETRY_MS);
    }
  }
}
