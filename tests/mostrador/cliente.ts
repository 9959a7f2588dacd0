import { vi } from 'vitest';
import { errorEnvelope } from '@/lib/action/error-envelope';
import type { Actor } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { sincronizarCatalogo } from '@/lib/mostrador/catalogo';
import { conceder } from '@/lib/mostrador/conceder';
import { latir } from '@/lib/mostrador/latir';
import { recibirHechos } from '@/lib/mostrador/recibir-hechos';
import { AHORA, ctxDe } from '../harness/factories';

/**
 * How the way to the server is: `error`, it answers 500; `colgada`, the router takes it and nothing comes back; `muere`, the
 * server does it and dies before saying so; `cortada`, there is no network.
 */
export type Modo = 'buena' | 'error' | 'colgada' | 'muere' | 'cortada';

const VERBOS = {
  '/api/mostrador/hechos': recibirHechos,
  '/api/mostrador/dispositivo': conceder,
  '/api/mostrador/latido': latir,
} as const;

/** The real time that goes by for a minute that a request would wait. */
const PRISA = 600;

/**
 * The network between the browser's own code and the verbs of the server: `fetch` of this process. The browser's clock is
 * that of the process (`Date`), the server's is `ahora`.
 */
export class Red {
  modo: Modo = 'buena';
  ahora = AHORA;
  /** What reached the server and was done. */
  hechas = 0;
  constructor(readonly actor: Actor) {
    const limite = AbortSignal.timeout.bind(AbortSignal);
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => limite(Math.ceil(ms / PRISA)));
    vi.stubGlobal('fetch', (camino: string, init: RequestInit) => this.#pedir(camino, init));
  }

  async #pedir(camino: string, init: RequestInit): Promise<Response> {
    const { modo } = this;
    if (modo === 'cortada') throw new TypeError('fetch failed');
    if (modo === 'error') return new Response('Internal Server Error', { status: 500 });
    if (modo === 'colgada') return new Promise((_, no) => init.signal?.addEventListener('abort', () => no(modo)));
    const respuesta = await this.#hacer(new URL(camino, 'http://tienda'), init);
    this.hechas++;
    if (modo === 'muere') throw new TypeError('fetch failed');
    return respuesta;
  }

  async #hacer({ pathname, searchParams }: URL, init: RequestInit): Promise<Response> {
    const ctx = ctxDe(this.actor, { ahora: this.ahora });
    try {
      if (pathname === '/api/mostrador/catalogo')
        return Response.json(await sincronizarCatalogo(ctx, Object.fromEntries(searchParams)));
      const verbo = VERBOS[pathname as keyof typeof VERBOS];
      return Response.json(await verbo(ctx, JSON.parse(String(init.body))));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const { status, code, message } = error;
      const refusal = { status, code, message, campos: null };
      return Response.json(errorEnvelope(refusal, pathname), { status });
    }
  }
}
