import { sqlClient } from '@/db';
import { withTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/context';
import type { Cambio, EventoDto } from '@/lib/realtime/eventos';
import { Hub, type HubOptions } from '@/lib/realtime/hub';
import { openStream } from '@/lib/realtime/oir';
import { publish } from '@/lib/realtime/publish';

/** One message of a stream, as a browser would see it. */
export type Mensaje = { event: string; id: string | null; data: Record<string, unknown> };

/** Reads a stream as it comes. */
export class Oyente {
  readonly mensajes: Mensaje[] = [];
  readonly abortar = new AbortController();
  /** Resolves when the server ends the stream. */
  readonly terminado: Promise<void>;

  constructor(respuesta: Response) {
    this.terminado = this.#leer(respuesta).catch(() => {});
  }

  async #leer(respuesta: Response): Promise<void> {
    let resto = '';
    const decoder = new TextDecoder();
    for await (const trozo of respuesta.body ?? []) {
      const partes = (resto + decoder.decode(trozo as Uint8Array, { stream: true })).split('\n\n');
      resto = partes.pop() ?? '';
      this.mensajes.push(...partes.flatMap(parse));
    }
  }

  /** The changes heard so far. */
  get cambios(): EventoDto[] {
    return this.de('cambio').map(({ data }) => data as unknown as EventoDto);
  }

  /** The messages of one kind. */
  de(event: string): Mensaje[] {
    return this.mensajes.filter((mensaje) => mensaje.event === event);
  }

  /** The last id, as a browser keeps it. */
  get ultimoId(): string {
    return this.mensajes.findLast(({ id }) => id !== null)?.id ?? '';
  }
}

function parse(bloque: string): Mensaje[] {
  const campo = (nombre: string) =>
    bloque
      .split('\n')
      .find((linea) => linea.startsWith(`${nombre}: `))
      ?.slice(nombre.length + 2) ?? null;
  const [event, data] = [campo('event'), campo('data')];
  return event === null || data === null ? [] : [{ event, id: campo('id'), data: JSON.parse(data) }];
}

/** A hub over this file's database, as another web process would have it. */
export async function nuevoHub(opciones: HubOptions = {}): Promise<Hub> {
  const hub = new Hub(String(process.env.DATABASE_URL), opciones);
  await hub.ready();
  return hub;
}

/** A sign-in of somebody, without its password. */
export async function nuevaSesion(actor: Actor): Promise<string> {
  const sid = crypto.randomUUID();
  await sqlClient()`
    insert into sesion_acceso (sid, id_usuario, canal, creada_en, expira_en)
    values (${sid}::uuid, ${actor.idUsuario}, 'api', now(), now() + interval '1 day')`;
  return sid;
}

/** Opens a stream of a hub for somebody. */
export function oir(hub: Hub, actor: Actor, o: { sid?: string; desde?: string } = {}): Oyente {
  const abortar = new AbortController();
  const sid = o.sid ?? crypto.randomUUID();
  const oyente = new Oyente(openStream(hub, { actor, sid }, { desde: o.desde ?? null, signal: abortar.signal }));
  return Object.assign(oyente, { abortar });
}

/** Publishes in a transaction of its own, as a verb does. */
export async function publicar(...cambios: Cambio[]): Promise<void> {
  await withTransaction({}, async (tx) => {
    for (const cambio of cambios) publish(tx, cambio);
  });
}
