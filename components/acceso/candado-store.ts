import { EVENTO_BLOQUEADA } from '@/lib/api-client';
import { enviarBloqueo } from '@/lib/auth/query-options';

/** What the tabs of one browser tell each other. */
type Aviso = 'bloqueada' | 'abierta' | 'otra_persona';

const REINTENTO_MS = 5_000;

let bloqueada = false;
/** The server is being told; whoever unlocks waits for it, or a late lock would close what was just opened. */
let avisando: Promise<unknown> = Promise.resolve();
let canal: BroadcastChannel | null = null;
const oyentes = new Set<() => void>();

function poner(valor: boolean): void {
  if (bloqueada === valor) return;
  bloqueada = valor;
  for (const oyente of oyentes) oyente();
}

/** Whether this screen is locked, as `useSyncExternalStore` asks it. */
export const estaBloqueada = () => bloqueada;

/** What a page that is itself the lock starts from. */
export function nacerBloqueada(): void {
  bloqueada = true;
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
const alRechazar = () => poner(true);

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

/** Covers this screen and those of the other tabs at once, and tells the server, again and again if it does not answer. */
export function bloquearPantalla(): void {
  if (bloqueada) return;
  poner(true);
  canal?.postMessage('bloqueada' satisfies Aviso);
  avisar();
}

function avisar(): void {
  avisando = enviarBloqueo().catch((error: unknown) => {
    const respondio = error instanceof Error && 'status' in error;
    if (!respondio) setTimeout(() => bloqueada && avisar(), REINTENTO_MS);
  });
}

/** Uncovers the tabs of this browser once the server took the PIN or the password. */
export function pantallaAbierta(): void {
  poner(false);
  canal?.postMessage('abierta' satisfies Aviso);
}

/** Another person is at this browser: the other tabs start again with them. */
export function otraPersona(): void {
  canal?.postMessage('otra_persona' satisfies Aviso);
}

/** Resolves once the server is not being told of a lock. */
export const bloqueoAvisado = () => avisando;
