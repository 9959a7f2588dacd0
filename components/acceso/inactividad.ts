import { useEffect } from 'react';
import { bloquearPantalla } from './candado-store';

const CLAVE = 'kantuta-bloqueo-minutos';
const ULTIMO = 'kantuta-ultimo-uso';
const POR_DEFECTO = 5;
const MIRAR_MS = 1_000;
/** How often the last use is written for the other tabs. */
const ANOTAR_MS = 1_000;

/** What a screen may be set to, in minutes without use. */
export const MINUTOS = [1, 2, 5, 10, 30] as const;

/** After how many minutes without use this device locks. */
export function minutosDeBloqueo(): number {
  try {
    const minutos = Number(localStorage.getItem(CLAVE) ?? POR_DEFECTO);
    return minutos > 0 && minutos <= 60 ? minutos : POR_DEFECTO;
  } catch {
    return POR_DEFECTO;
  }
}

/** Sets it for this device. */
export function fijarMinutosDeBloqueo(minutos: number): void {
  try {
    localStorage.setItem(CLAVE, String(minutos));
  } catch {
    // Blocked storage: this device keeps what it has.
  }
}

/** Locks the screen after the device's time without a key, a touch or a move, in any tab. A laptop that slept counts too. */
export function useInactividad(activa: boolean): void {
  useEffect(() => {
    if (!activa) return;
    let ultimo = Date.now();
    anotar(ultimo);
    const usar = () => {
      const ahora = Date.now();
      if (ahora - ultimo < ANOTAR_MS) return;
      ultimo = ahora;
      anotar(ahora);
    };
    const reloj = setInterval(() => {
      if (Date.now() - Math.max(ultimo, anotado()) >= minutosDeBloqueo() * 60_000) bloquearPantalla();
    }, MIRAR_MS);
    const parar = new AbortController();
    const opciones = { signal: parar.signal, capture: true, passive: true };
    for (const uso of ['keydown', 'pointerdown', 'pointermove', 'wheel']) window.addEventListener(uso, usar, opciones);
    return () => {
      clearInterval(reloj);
      parar.abort();
    };
  }, [activa]);
}

function anotar(instante: number): void {
  try {
    localStorage.setItem(ULTIMO, String(instante));
  } catch {
    // Blocked storage: each tab looks after itself.
  }
}

function anotado(): number {
  try {
    return Number(localStorage.getItem(ULTIMO) ?? 0);
  } catch {
    return 0;
  }
}
