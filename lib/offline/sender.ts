import { backoffMs } from '@/lib/realtime/browser/connection';
import type { OfflineDatabase } from './database';
import { holdTurn, pause, type TurnoWorld } from './lease';
import { avanzar, marcarEnviados, observados, porEnviar } from './outbox';
import type { Envio } from './types';

/** How the server answered one entry. `fallo`: nothing is known of it; the same is sent again. */
export type Acuse = {
  a: 'confirmado' | 'retenido' | 'observado' | 'fallo';
  frase: string | null;
  idDocumento: number | null;
  /** What a refusal is called. */
  code?: string | null;
};

/**
 * What came of sending some: an answer for each, or none at all. `partir`: the server does not take them together, and one
 * of them alone may be at fault.
 */
export type Respuesta =
  | { tipo: 'acuses'; acuses: readonly Acuse[] }
  | { tipo: 'sin_respuesta' | 'sin_sesion' | 'partir'; frase: string };

/** Where the sender stands, for the chip. */
export type EstadoEmisor = 'quieto' | 'enviando' | 'esperando' | 'sin_sesion';

type Options = {
  db: OfflineDatabase;
  /** Sends entries together. Never throws. */
  send: (envios: readonly Envio[]) => Promise<Respuesta>;
  onEstado?: (estado: EstadoEmisor, frase: string | null) => void;
  /** These are in the books, each with the row that it became. */
  onConfirmados?: (hechos: readonly { envio: Envio; idDocumento: number | null }[]) => void;
  /** The server knows nothing of the grant that these were signed under. */
  onDesconocidos?: () => void;
  azar?: () => number;
  world?: TurnoWorld;
};

/** How many go in a request: a small answer each, so that a cut repeats little. */
const LOTE = 20;
/** Another tab may have written without being heard. */
const REVISION_MS = 15_000;

/**
 * Brings the outbox to the server: in order, some at a time, each until it is acknowledged. An answer that did not come
 * stops the line and is waited for longer each time, never the same at two tills; an entry that the server refuses is
 * noted and let by, so that it does not hold up the rest. Of the tabs of a browser, one sends.
 */
export class Sender {
  readonly #o: Options;
  readonly #parar = new AbortController();
  #despertar = new AbortController();
  #intento = 0;
  #lote = LOTE;
  /** What was refused is tried again once each time somebody asks, not in a loop. */
  #otraVez = true;

  constructor(o: Options) {
    this.#o = o;
  }

  /** Runs until `stop`. */
  async run(): Promise<void> {
    await holdTurn(this.#o.db, this.#parar.signal, (turn) => this.#work(turn), this.#o.world);
  }

  stop(): void {
    this.#parar.abort();
    this.#despertar.abort();
  }

  /** There is something new, or the server is back: the wait is over. `todo` also tries again what was refused. */
  kick(todo = false): void {
    this.#intento = 0;
    this.#otraVez ||= todo;
    this.#despertar.abort();
  }

  async #work(turn: AbortSignal): Promise<void> {
    while (!turn.aborted) {
      this.#despertar = new AbortController();
      const espera = AbortSignal.any([turn, this.#despertar.signal]);
      const seguir = await this.#drain(turn);
      await pause(seguir ? REVISION_MS : backoffMs(this.#intento++, this.#o.azar), espera);
    }
  }

  /** Sends what there is. `false` when something is left that has to be tried after a while. */
  async #drain(turn: AbortSignal): Promise<boolean> {
    if (this.#otraVez) {
      const refused = await observados(this.#o.db);
      for (let i = 0; i < refused.length; i += LOTE) {
        if (turn.aborted || !(await this.#some(refused.slice(i, i + LOTE)))) return false;
      }
      this.#otraVez = false;
    }
    for (let lote = await this.#next(); lote.length > 0; lote = await this.#next()) {
      if (turn.aborted || !(await this.#some(lote))) return false;
    }
    this.#o.onEstado?.('quieto', null);
    return true;
  }

  #next(): Promise<Envio[]> {
    return porEnviar(this.#o.db, this.#lote);
  }

  /** Sends some together; `false` when the line stops. */
  async #some(envios: readonly Envio[]): Promise<boolean> {
    const { db, send, onEstado } = this.#o;
    onEstado?.('enviando', null);
    await marcarEnviados(db, envios);
    const respuesta = await send(envios);
    if (respuesta.tipo === 'acuses') return this.#note(envios, respuesta.acuses);
    if (respuesta.tipo !== 'partir') {
      onEstado?.(respuesta.tipo === 'sin_sesion' ? 'sin_sesion' : 'esperando', respuesta.frase);
      return false;
    }
    const [unico] = envios;
    if (envios.length === 1 && unico) {
      this.#lote = LOTE;
      return this.#note(envios, [{ a: 'observado', frase: respuesta.frase, idDocumento: null }]);
    }
    // One by one until the one at fault has been found.
    this.#lote = 1;
    for (const envio of envios) if (!(await this.#some([envio]))) return false;
    this.#lote = LOTE;
    return true;
  }

  async #note(envios: readonly Envio[], acuses: readonly Acuse[]): Promise<boolean> {
    const { db, onConfirmados, onDesconocidos, onEstado } = this.#o;
    const ahora = Date.now();
    const avances = envios.flatMap((envio, i) => {
      const acuse = acuses[i];
      if (!acuse || acuse.a === 'fallo') return [];
      const { a, frase, idDocumento, code = null } = acuse;
      const entregado = a === 'observado' ? {} : { acusadoEn: ahora };
      return [{ envio, a, cambio: { error: frase, codigo: code, idDocumento, ...entregado } }];
    });
    await avanzar(db, avances);
    const confirmados = avances.flatMap(({ a, envio, cambio }) =>
      a === 'confirmado' ? [{ envio, idDocumento: cambio.idDocumento }] : [],
    );
    if (confirmados.length > 0) onConfirmados?.(confirmados);
    if (avances.some(({ cambio }) => cambio.codigo === 'concesion_desconocida')) onDesconocidos?.();
    if (avances.length > 0) this.#intento = 0;
    const completo = avances.length === envios.length;
    if (!completo) onEstado?.('esperando', acuses.find((a) => a.a === 'fallo')?.frase ?? null);
    return completo;
  }
}
