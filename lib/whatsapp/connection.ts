import { log } from '@/lib/log';
import { type CredentialStore, UnreadableCredentialsError } from './credentials';
import { writeGroups, writeState } from './state';
import type { Account, CloseReason, ConnectTransport, Transport } from './transport';

const PRIMERA_ESPERA_MS = 2_000;
const ESPERA_MAXIMA_MS = 5 * 60_000;
/** Tries before a phone was ever linked: somebody is waiting for a code, and nobody else. */
const INTENTOS_SIN_VINCULO = 3;

/** After these the phone must be linked again. */
const SIN_VINCULO: Partial<Record<CloseReason, string>> = {
  logged_out: 'El teléfono cerró la sesión. Hay que vincular de nuevo.',
  banned: 'WhatsApp bloqueó este número.',
  nobody_scanned: 'Nadie escaneó el código a tiempo.',
};
/** After this one somebody must decide. */
const REEMPLAZADA = 'Otro programa tomó la sesión de este número.';
const PERDIDA = 'No hay conexión con WhatsApp. Se vuelve a intentar.';
const SIN_CONEXION = 'No se pudo conectar con WhatsApp. Revise la conexión a Internet y vuelva a intentarlo.';
const ILEGIBLE = 'La clave de la tienda cambió y lo guardado no se puede leer. Hay que vincular de nuevo.';
const SIN_TRANSPORTE = 'No se pudo iniciar WhatsApp. El motivo está en el registro.';

/**
 * The worker's one connection: opens it, keeps it open with growing pauses, and writes down how it goes. What the transport
 * tells late, of a connection that is over, is not heard.
 */
export class Connection {
  readonly #connect: ConnectTransport;
  readonly #store: CredentialStore;
  #transport: Transport | null = null;
  #abierta = false;
  #epoca = 0;
  #fallas = 0;
  #reintento: NodeJS.Timeout | undefined;
  /** State is written in the order in which things happen. */
  #escritura: Promise<void> = Promise.resolve();

  constructor(connect: ConnectTransport, store: CredentialStore) {
    this.#connect = connect;
    this.#store = store;
  }

  /** The transport, while messages can go out. */
  get ready(): Transport | null {
    return this.#abierta ? this.#transport : null;
  }

  /** Opens it unless it is open or opening. Never throws: how it goes is in the state. */
  async open(): Promise<void> {
    clearTimeout(this.#reintento);
    if (this.#transport) return;
    const epoca = ++this.#epoca;
    const vale = () => this.#epoca === epoca;
    await this.#write({ estado: 'CONECTANDO' });
    try {
      const transport = await this.#connect(this.#store, {
        qr: (texto, vidaMs) => {
          const venceEn = new Date(Date.now() + vidaMs);
          if (vale()) void this.#write({ estado: 'ESPERANDO_QR', qr: { texto, venceEn }, error: null });
        },
        open: (cuenta) => vale() && void this.#opened(cuenta),
        close: (razon, detalle) => vale() && void this.#closed(razon, detalle),
      });
      // it may have closed already, while it was being handed over
      if (vale()) this.#transport = transport;
      else await transport.close();
    } catch (error) {
      if (vale()) await this.#failed(error);
    }
  }

  /** Unlinks the phone and forgets its credentials. */
  async unlink(): Promise<void> {
    const transport = this.#drop();
    await transport?.logout().catch((error: unknown) => log().warn({ err: error }, 'the phone was not told'));
    await this.#store.clear();
    await this.#write({ estado: 'DESCONECTADO', numero: null, nombre: null, error: null, conectadoDesde: null });
  }

  /** Closes it because the process ends; the phone stays linked. `callada`: another is in charge, and the state is its own. */
  async shut({ callada = false } = {}): Promise<void> {
    const transport = this.#drop();
    await transport?.close().catch(() => {});
    if (!callada) await this.#write({ estado: 'DESCONECTADO', conectadoDesde: null });
  }

  #drop(): Transport | null {
    clearTimeout(this.#reintento);
    this.#epoca++;
    const transport = this.#transport;
    this.#transport = null;
    this.#abierta = false;
    return transport;
  }

  async #opened({ numero, nombre }: Account): Promise<void> {
    this.#abierta = true;
    this.#fallas = 0;
    await this.#write({ estado: 'CONECTADO', numero, nombre, error: null, conectadoDesde: new Date() });
    await this.refreshGroups();
  }

  /** Asks again which groups there are. Never throws. */
  async refreshGroups(): Promise<void> {
    try {
      const grupos = await this.ready?.listGroups();
      if (grupos) await writeGroups(grupos, new Date());
    } catch (error) {
      log().warn({ err: error }, 'the groups could not be listed');
    }
  }

  async #closed(razon: CloseReason, detalle: string): Promise<void> {
    log().info({ razon, detalle }, 'WhatsApp closed');
    this.#drop();
    if (razon === 'restart') return this.open();
    const sinVinculo = SIN_VINCULO[razon];
    if (sinVinculo) {
      await this.#store.clear();
      return this.#write({
        estado: 'DESCONECTADO',
        numero: null,
        nombre: null,
        error: sinVinculo,
        conectadoDesde: null,
      });
    }
    if (razon === 'replaced') {
      return this.#write({ estado: 'DESCONECTADO', error: REEMPLAZADA, conectadoDesde: null });
    }
    await this.#later(PERDIDA);
  }

  async #failed(error: unknown): Promise<void> {
    log().error({ err: error }, 'WhatsApp could not be opened');
    this.#drop();
    if (!(error instanceof UnreadableCredentialsError)) return this.#later(SIN_TRANSPORTE);
    await this.#store.clear();
    await this.#write({ estado: 'DESCONECTADO', numero: null, nombre: null, error: ILEGIBLE, conectadoDesde: null });
  }

  /** Tries again after a pause that grows and is never quite the same. */
  async #later(error: string): Promise<void> {
    if (this.#fallas >= INTENTOS_SIN_VINCULO - 1 && !(await this.#store.any())) {
      this.#fallas = 0;
      return this.#write({
        estado: 'DESCONECTADO',
        error: error === PERDIDA ? SIN_CONEXION : error,
        conectadoDesde: null,
      });
    }
    const pausa = Math.min(PRIMERA_ESPERA_MS * 2 ** this.#fallas++, ESPERA_MAXIMA_MS) * (0.5 + Math.random() / 2);
    // before the write: whoever shuts it meanwhile must find the timer
    this.#reintento = setTimeout(() => void this.open(), pausa);
    await this.#write({ estado: 'DESCONECTADO', error, conectadoDesde: null });
  }

  #write(cambio: Parameters<typeof writeState>[0]): Promise<void> {
    this.#escritura = this.#escritura
      .then(() => writeState(cambio))
      .catch((error: unknown) => log().error({ err: error }, 'the state of WhatsApp was not written'));
    return this.#escritura;
  }
}
