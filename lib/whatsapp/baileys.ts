import { createHash } from 'node:crypto';
import type { AnyMessageContent, ConnectionState, WASocket } from '@whiskeysockets/baileys';
import { log } from '@/lib/log';
import { authStateOver } from './baileys-auth';
import { esGrupo } from './rules';
import {
  type CloseReason,
  type ConnectTransport,
  DestinationError,
  type Group,
  type OutgoingFile,
  type Transport,
  type TransportEvents,
} from './transport';

/** How long a message may take to leave, with its file, and then WhatsApp to say that it has it. */
const SALIDA_MS = 180_000;
const CONFIRMACION_MS = 20_000;
/** The library renews the code by itself: the first lives a minute, the others twenty seconds. */
const PRIMER_QR_MS = 60_000;
const OTROS_QR_MS = 20_000;

/** Where to connect, for tests: WhatsApp itself unless given. */
export type BaileysOptions = { url?: string; timeoutMs?: number };

/** The transport over Baileys, which speaks the protocol of WhatsApp Web. The library is loaded when it first connects. */
export function connectBaileys({ url, timeoutMs = 20_000 }: BaileysOptions = {}): ConnectTransport {
  return async (store, on) => {
    const library = await import('@whiskeysockets/baileys');
    const { state, save } = await authStateOver(library, store);
    const logger = quiet();
    const socket = library.default({
      auth: { creds: state.creds, keys: library.makeCacheableSignalKeyStore(state.keys, logger) },
      logger,
      browser: ['Kantuta POS', 'Chrome', '1.0'],
      connectTimeoutMs: timeoutMs,
      // the phone goes on ringing, and nothing of its chats is wanted here
      markOnlineOnConnect: false,
      syncFullHistory: false,
      ...(url ? { waWebSocketUrl: url } : {}),
    });
    // one after another: an older state must not be written over a newer one
    let saving = Promise.resolve();
    socket.ev.on('creds.update', () => {
      saving = saving.then(save).catch((error: unknown) => log().error({ err: error }, 'credentials were not kept'));
    });
    return new BaileysTransport(socket, on, () => saving);
  };
}

class BaileysTransport implements Transport {
  readonly #socket: WASocket;
  readonly #saved: () => Promise<void>;
  /** Sends that wait for WhatsApp to say that it took them, by the id of the message. */
  readonly #waiting = new Map<string, (error: string | null) => void>();
  readonly #jids = new Map<string, string>();
  #over = false;

  constructor(socket: WASocket, on: TransportEvents, saved: () => Promise<void>) {
    this.#socket = socket;
    this.#saved = saved;
    let codes = 0;
    socket.ev.on('connection.update', ({ qr, connection, lastDisconnect }) => {
      if (this.#over) return;
      if (qr) on.qr(qr, codes++ === 0 ? PRIMER_QR_MS : OTROS_QR_MS);
      if (connection === 'open') on.open({ numero: numberOf(socket.user?.id), nombre: socket.user?.name ?? null });
      if (connection !== 'close') return;
      this.#over = true;
      // whoever opens the next connection reads what this one was still writing
      void saved().then(() => on.close(reasonOf(lastDisconnect), lastDisconnect?.error?.message ?? ''));
    });
    socket.ws.on('CB:ack,class:message', ({ attrs }: { attrs: { id?: string; error?: string } }) => {
      this.#waiting.get(attrs.id ?? '')?.(attrs.error ?? null);
    });
  }

  sendText(destino: string, texto: string, referencia: string): Promise<void> {
    return this.#send(destino, { text: texto, linkPreview: null }, referencia);
  }

  sendImage(destino: string, { bytes, tipo, texto }: OutgoingFile, referencia: string): Promise<void> {
    return this.#send(destino, { image: bytes, mimetype: tipo, ...captionOf(texto) }, referencia);
  }

  sendDocument(destino: string, { bytes, nombre, tipo, texto }: OutgoingFile, referencia: string): Promise<void> {
    return this.#send(destino, { document: bytes, mimetype: tipo, fileName: nombre, ...captionOf(texto) }, referencia);
  }

  async listGroups(): Promise<Group[]> {
    const groups = Object.values(await this.#socket.groupFetchAllParticipating());
    return groups.map(({ id, subject, participants }) => ({
      id,
      nombre: subject,
      participantes: participants.length,
    }));
  }

  async close(): Promise<void> {
    this.#over = true;
    await this.#socket.end(undefined);
    await this.#saved();
  }

  async logout(): Promise<void> {
    this.#over = true;
    await this.#socket.logout();
  }

  async #send(destino: string, content: AnyMessageContent, referencia: string): Promise<void> {
    const jid = await this.#jidOf(destino);
    const messageId = messageIdOf(referencia);
    const taken = new Promise<string | null>((resolve) => this.#waiting.set(messageId, resolve));
    try {
      await within(SALIDA_MS, this.#socket.sendMessage(jid, content, { messageId }), 'the message did not leave');
      const error = await within(CONFIRMACION_MS, taken, 'WhatsApp did not acknowledge the message');
      if (error !== null) throw new Error(`WhatsApp refused the message: ${error}`);
    } finally {
      this.#waiting.delete(messageId);
    }
  }

  /** The address of a number, which only exists if WhatsApp knows it. */
  async #jidOf(destino: string): Promise<string> {
    if (esGrupo(destino)) return destino;
    const known = this.#jids.get(destino);
    if (known) return known;
    const found = await this.#socket.onWhatsApp(destino);
    if (!found) throw new Error('WhatsApp did not say whether the number exists');
    const [one] = found;
    if (!one?.exists) throw new DestinationError('Ese número no tiene WhatsApp.');
    this.#jids.set(destino, one.jid);
    return one.jid;
  }
}

/** What `work` gives, or an error when it takes longer; the work itself is not cut. */
async function within<T>(ms: number, work: Promise<T>, late: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(late)), ms);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** The id of a message for WhatsApp, as its own clients make them, always the same for the same reference. */
export function messageIdOf(referencia: string): string {
  return `3EB0${createHash('sha256').update(referencia).digest('hex').toUpperCase().slice(0, 18)}`;
}

const captionOf = (texto: string | null) => (texto === null ? {} : { caption: texto });

/** `59171234567:12@s.whatsapp.net` → `59171234567`. */
const numberOf = (jid: string | undefined) => /^\d+/.exec(jid ?? '')?.[0] ?? '';

const REASONS: Record<number, CloseReason> = {
  401: 'logged_out',
  403: 'banned',
  411: 'logged_out',
  440: 'replaced',
  515: 'restart',
};

function reasonOf(last: ConnectionState['lastDisconnect']): CloseReason {
  const error = last?.error as { message?: string; output?: { statusCode?: number } } | undefined;
  if (error?.message?.startsWith('QR refs attempts ended')) return 'nobody_scanned';
  return REASONS[error?.output?.statusCode ?? 0] ?? 'lost';
}

/** The library's own log without what it carries, which is keys and messages: only its sentences, and only the grave ones. */
function quiet() {
  const silent = () => {};
  const own = log();
  const say = (level: 'warn' | 'error') => (_: unknown, sentence?: string) => {
    if (sentence) own.debug({ baileys: level }, sentence);
  };
  const logger = {
    level: 'warn',
    child: () => logger,
    trace: silent,
    debug: silent,
    info: silent,
    warn: say('warn'),
    error: say('error'),
  };
  return logger;
}
