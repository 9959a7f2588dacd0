import type { CredentialStore } from '@/lib/whatsapp/credentials';
import type {
  CloseReason,
  ConnectTransport,
  Group,
  OutgoingFile,
  Transport,
  TransportEvents,
} from '@/lib/whatsapp/transport';

/** A message as it arrived. */
export type Arrived = { destino: string; texto: string | null; referencia: string; archivo?: string; bytes?: number };

/** A WhatsApp that lives in the test: it is told what happens, and remembers what reached it. */
export class FakeWhatsapp {
  readonly arrived: Arrived[] = [];
  readonly groups: Group[] = [];
  connections = 0;
  loggedOut = 0;
  /** Whether a phone scans the code at once, or was linked before. */
  links = true;
  /** Thrown by the next connections and by the next sends, in order. */
  connectErrors: Error[] = [];
  sendErrors: Error[] = [];
  #on: TransportEvents | null = null;

  readonly connect: ConnectTransport = async (store, on) => {
    this.connections++;
    const error = this.connectErrors.shift();
    if (error) throw error;
    this.#on = on;
    const known = (await store.read(['creds'])).get('creds');
    if (known === undefined && !this.links) on.qr(`2@codigo-${this.connections}`, 60_000);
    else setTimeout(() => void this.open(store), 5);
    return this.#transport();
  };

  /** The phone scanned the code, or the session goes on. */
  async open(store: CredentialStore): Promise<void> {
    await store.write(new Map([['creds', '{"me":"59171234567"}']]));
    this.#on?.open({ numero: '59171234567', nombre: 'Tienda' });
  }

  qr(texto: string): void {
    this.#on?.qr(texto, 20_000);
  }

  close(razon: CloseReason): void {
    const on = this.#on;
    this.#on = null;
    on?.close(razon, 'said by the test');
  }

  #transport(): Transport {
    const take = async (mensaje: Arrived) => {
      const error = this.sendErrors.shift();
      if (error) throw error;
      this.arrived.push(mensaje);
    };
    const file = (destino: string, { nombre, bytes, texto }: OutgoingFile, referencia: string) =>
      take({ destino, texto, referencia, archivo: nombre, bytes: bytes.length });
    return {
      sendText: (destino, texto, referencia) => take({ destino, texto, referencia }),
      sendImage: file,
      sendDocument: file,
      listGroups: async () => this.groups,
      close: async () => {
        this.#on = null;
      },
      logout: async () => {
        this.loggedOut++;
        this.#on = null;
      },
    };
  }
}
