import { ApiError, askApi } from '@/lib/api-client';
import { newUuid } from '@/lib/uuid';

/** Something that happened at this counter and the trail must know: the act itself never waits for it. */
type Anotacion = { clave: string; camino: string; cuerpo: object; idUsuario: number; desde: number };

/** In nobody's name: whoever is signed in when it is sent. */
export const DE_QUIEN_ENVIE = 0;

const LLAVE = 'kantuta-anotaciones';
/** As long as a device may work without the network. */
const CADUCA_MS = 8 * 86_400_000;
const CADA_MS = 30_000;
/** Statuses that say "not now": the sale may not have arrived yet (404), or somebody must sign in again. */
const DESPUES = new Set([401, 404, 408, 423, 429]);

/** Keeps a note on the device and sends it as soon as there is a server, once. `idUsuario`: in whose name it is. */
export function anotar(idUsuario: number, camino: string, cuerpo: object): void {
  const nota = {
    clave: newUuid(),
    camino,
    cuerpo: { ...cuerpo, fecha: new Date().toISOString() },
    idUsuario,
    desde: Date.now(),
  };
  guardar([...leer(), nota]);
  void enviarAnotaciones(idUsuario);
}

let enviando = false;

/**
 * Sends what this person left to be noted, the oldest first; what others left waits for them. One that the server refuses for
 * good is dropped: it would be refused again.
 */
export async function enviarAnotaciones(idUsuario: number): Promise<void> {
  if (enviando) return;
  enviando = true;
  try {
    for (const nota of leer().filter((n) => [idUsuario, DE_QUIEN_ENVIE].includes(n.idUsuario))) {
      const seguir = await enviar(nota);
      if (!seguir) break;
    }
  } finally {
    enviando = false;
  }
}

/** Tries again when the network comes back and every half minute. Returns how to stop. */
export function vigilarAnotaciones(idUsuario: number): () => void {
  const intentar = () => void enviarAnotaciones(idUsuario);
  intentar();
  window.addEventListener('online', intentar);
  const reloj = setInterval(intentar, CADA_MS);
  return () => {
    window.removeEventListener('online', intentar);
    clearInterval(reloj);
  };
}

async function enviar({ clave, camino, cuerpo, desde }: Anotacion): Promise<boolean> {
  try {
    await askApi(camino, { method: 'POST', body: cuerpo, clave, timeout: 10_000 });
  } catch (error) {
    const definitivo = error instanceof ApiError && error.status < 500 && !DESPUES.has(error.status);
    const viejo = Date.now() - desde > CADUCA_MS;
    // A ticket that has not arrived keeps only its own note waiting; no answer at all stops the round.
    if (!definitivo && !viejo) return error instanceof ApiError && error.status === 404;
  }
  guardar(leer().filter((n) => n.clave !== clave));
  return true;
}

// Where storage is blocked they last as long as the page.
let enMemoria: Anotacion[] = [];

function leer(): Anotacion[] {
  try {
    const guardadas: unknown = JSON.parse(localStorage.getItem(LLAVE) ?? '[]');
    return Array.isArray(guardadas) ? (guardadas as Anotacion[]) : [];
  } catch {
    return enMemoria;
  }
}

function guardar(notas: Anotacion[]): void {
  enMemoria = notas;
  try {
    if (notas.length === 0) localStorage.removeItem(LLAVE);
    else localStorage.setItem(LLAVE, JSON.stringify(notas));
  } catch {
    // Blocked or full storage.
  }
}
