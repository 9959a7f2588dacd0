import { EVENTO_BLOQUEADA } from '@/lib/api-client';
import { enviarBloqueo } from '@/lib/auth/query-options';
import { cambiarMarca, leerMarca, ponerMarca } from './marca-bloqueo';

/** What the tabs of one browser tell each other. */
type Aviso = 'bloqueada' | 'abierta' | 'otra_persona';

const REINTENTO_MS = 5_000;

let bloqueada = false;
/** The page is the one that the browser keeps for when there is no server. */
let sinServidor = false;
/** The server is being told; whoever unlocks waits for it, or a late lock would close what was just opened. */
let avisando: Promise<unknown> = Promise.resolve();
/** It did not answer, and is to be told again. */
let reintento: ReturnType<typeof setTimeout> | undefined;
let canal: BroadcastChannel | null = null;
const oyentes = new Set<() => void>();

function poner(valor: boolean): void {
  if (bloqueada === valor) return;
  bloqueada = valor;
  for (const oyente of oyentes) oyente();
}

/** Whether this screen is locked, as `useSyncExternalStore` asks it. */
export const estaBloqueada = () => bloqueada;

/** Whether this page came without asking the server. */
export const vinoSinServidor = () => sinServidor;

/** What a page that is itself the lock starts from. */
export function nacerBloqueada(): void {
  bloqueada = true;
  ponerMarca({ avisada: true, eligiendo: false });
}

/**
 * A page that has been loaded is as locked as its browser was left. One that the server answered was opened there, unless
 * the server has not been told of the lock yet.
 */
export function nacerComoEstaba(deServidor: boolean): void {
  sinServidor = !deServidor;
  const marca = leerMarca();
  if (!marca || bloqueada) return;
  if (deServidor && marca.avisada) {
    ponerMarca(null);
    return;
  }
  poner(true);
  if (!marca.avisada) avisar();
}

/** Hears the lock, of this tab and of the others of the browser, for as long as somebody listens. */
export function oirCandado(oyente: () => void): () => void {
  if (oyentes.size === 0) escuchar();
  oyentes.add(oyente);
  return () => {
    oyentes.delete(oyente);
    if (oyentes.size === 0) callar();
  };
}

/** The server says that this sign-in is locked: another tab, or another window, did it. */
const alRechazar = () => {
  ponerMarca({ avisada: true, eligiendo: false });
  poner(true);
};

function escuchar(): void {
  window.addEventListener(EVENTO_BLOQUEADA, alRechazar);
  if (typeof BroadcastChannel === 'undefined') return;
  canal = new BroadcastChannel('kantuta-acceso');
  canal.onmessage = ({ data }: MessageEvent<Aviso>) => {
    if (data === 'otra_persona') window.location.reload();
    else poner(data === 'bloqueada');
  };
}

function callar(): void {
  window.removeEventListener(EVENTO_BLOQUEADA, alRechazar);
  canal?.close();
  canal = null;
}

/**
 * Covers this screen and those of the other tabs at once, and tells the server, again and again if it does not answer.
 * `eligiendo`: the code that opens it without the server is about to be chosen.
 */
export function bloquearPantalla({ eligiendo = false } = {}): void {
  if (bloqueada) return;
  ponerMarca({ avisada: false, eligiendo });
  poner(true);
  canal?.postMessage('bloqueada' satisfies Aviso);
  avisar();
}

/** From now on only the server opens it, or a code of this device that there was. */
const alAvisada = () => cambiarMarca({ avisada: true, eligiendo: false });

function avisar(): void {
  clearTimeout(reintento);
  reintento = undefined;
  avisando = enviarBloqueo().then(alAvisada, (error: unknown) => {
    const respondio = error instanceof Error && 'status' in error;
    if (respondio) alAvisada();
    else reintento = setTimeout(volverAAvisar, REINTENTO_MS);
  });
}

function volverAAvisar(): void {
  reintento = undefined;
  if (bloqueada) avisar();
}

/** Uncovers the tabs of this browser: the server took the PIN or the password, or this device its own code. */
export function pantallaAbierta(): void {
  ponerMarca(null);
  poner(false);
  canal?.postMessage('abierta' satisfies Aviso);
}

/** Another person is at this browser: the other tabs start again with them. */
export function otraPersona(): void {
  ponerMarca(null);
  canal?.postMessage('otra_persona' satisfies Aviso);
}

/** Resolves once the server is not being told of a lock. One that was to be told again is told now, and not over who just came in. */
export function bloqueoAvisado(): Promise<unknown> {
  if (reintento !== undefined) avisar();
  return avisando;
}
