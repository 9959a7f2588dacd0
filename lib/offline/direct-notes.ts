import { ApiError, askApi } from '@/lib/api-client';
import { newUuid } from '@/lib/uuid';

/** A note of the trail that this device could not sign: it goes by its own route, in the name of who wrote it. */
type Directa = {
  clave: string;
  camino: string;
  cuerpo: object;
  idUsuario: number;
  desde: number;
  /** The server does not know its ticket yet. */
  sinTicket?: boolean;
};

/** Those that wait in this browser, and since when the oldest. */
export type Directas = { cuantas: number; desde: number | null };

const LLAVE = 'kantuta-anotaciones';
/** Earlier versions left some in nobody's name: whoever is signed in sends them. */
const DE_QUIEN_ENVIE = 0;
/** As long as a device may work without the network. */
const CADUCA_MS = 8 * 86_400_000;
const CADA_MS = 30_000;
/** Statuses that say "not now": the sale may not have arrived yet (404), or somebody must sign in again. */
const DESPUES = new Set([401, 404, 408, 423, 429]);

export const SIN_DIRECTAS: Directas = { cuantas: 0, desde: null };

/** Keeps a note in this browser and sends it as soon as there is a server, once. */
export function guardarDirecta(idUsuario: number, camino: string, cuerpo: object): void {
  const fecha = new Date();
  const nota = { clave: newUuid(), camino, cuerpo: { ...cuerpo, fecha: fecha.toISOString() }, idUsuario };
  guardar([...leer(), { ...nota, desde: fecha.getTime() }]);
  void enviarDirectas(idUsuario);
}

/** One round at a time: two would send the same. */
let turno = Promise.resolve();

/**
 * Sends what this person left to be noted, the oldest first; what others left waits for them. One that the server refuses for
 * good is dropped: it would be refused again. Never throws.
 */
export function enviarDirectas(idUsuario: number): Promise<void> {
  turno = turno.then(() => enviarTodas(idUsuario));
  return turno;
}

/** Tries again when the network comes back and every half minute. Returns how to stop. */
export function vigilarDirectas(idUsuario: number): () => void {
  const intentar = () => void enviarDirectas(idUsuario);
  intentar();
  window.addEventListener('online', intentar);
  const reloj = setInterval(intentar, CADA_MS);
  return () => {
    window.removeEventListener('online', intentar);
    clearInterval(reloj);
  };
}

/** How many of this person's have not arrived, but for those that only wait for a ticket, which is counted itself. */
export function directasDe(idUsuario: number): number {
  return suyas(idUsuario).filter((n) => !n.sinTicket).length;
}

const oyentes = new Set<() => void>();
let vista = SIN_DIRECTAS;

/** Hears of every change, of this tab or another. Answers how to stop. */
export function oirDirectas(oyente: () => void): () => void {
  oyentes.add(oyente);
  window.addEventListener('storage', oyente);
  return () => {
    oyentes.delete(oyente);
    window.removeEventListener('storage', oyente);
  };
}

/** All that wait, whose ever they are; the same object while nothing changes. */
export function verDirectas(): Directas {
  const notas = leer();
  const desde = notas.length === 0 ? null : Math.min(...notas.map((n) => n.desde));
  if (vista.cuantas !== notas.length || vista.desde !== desde) vista = { cuantas: notas.length, desde };
  return vista;
}

async function enviarTodas(idUsuario: number): Promise<void> {
  for (const nota of suyas(idUsuario)) {
    if (!(await enviar(nota))) return;
  }
}

async function enviar({ clave, camino, cuerpo, desde }: Directa): Promise<boolean> {
  try {
    await askApi(camino, { method: 'POST', body: cuerpo, clave, timeout: 10_000 });
  } catch (error) {
    const definitivo = error instanceof ApiError && error.status < 500 && !DESPUES.has(error.status);
    const viejo = Date.now() - desde > CADUCA_MS;
    if (!definitivo && !viejo) {
      // A ticket that has not arrived keeps only its own note waiting; no answer at all stops the round.
      const sinTicket = error instanceof ApiError && error.status === 404;
      if (sinTicket) guardar(leer().map((n) => (n.clave === clave ? { ...n, sinTicket } : n)));
      return sinTicket;
    }
  }
  guardar(leer().filter((n) => n.clave !== clave));
  return true;
}

function suyas(idUsuario: number): Directa[] {
  return leer().filter((n) => [idUsuario, DE_QUIEN_ENVIE].includes(n.idUsuario));
}

// Where storage is blocked they last as long as the page.
let enMemoria: Directa[] = [];

function leer(): Directa[] {
  try {
    const guardadas: unknown = JSON.parse(localStorage.getItem(LLAVE) ?? '[]');
    return Array.isArray(guardadas) ? (guardadas as Directa[]) : [];
  } catch {
    return enMemoria;
  }
}

function guardar(notas: Directa[]): void {
  enMemoria = notas;
  try {
    if (notas.length === 0) localStorage.removeItem(LLAVE);
    else localStorage.setItem(LLAVE, JSON.stringify(notas));
  } catch {
    // Blocked or full storage.
  }
  for (const oyente of oyentes) oyente();
}
