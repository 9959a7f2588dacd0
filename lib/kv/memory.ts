import type { Cuenta, Kv } from './types';

const MAXIMO = 20_000;

type Fila = { valor: string; hasta: number };

/**
 * Short-lived keys of this process alone: what limits fall back on while the shared store is down. Holds 20,000 keys; the
 * oldest goes first.
 */
export function memoryKv(reloj: () => number = Date.now): Kv {
  const filas = new Map<string, Fila>();
  const viva = (clave: string): Fila | undefined => {
    const fila = filas.get(clave);
    if (fila && fila.hasta > reloj()) return fila;
    filas.delete(clave);
    return undefined;
  };
  const poner = (clave: string, valor: string, hasta: number) => {
    const [vieja] = filas.size >= MAXIMO ? filas.keys() : [];
    if (vieja !== undefined) filas.delete(vieja);
    filas.set(clave, { valor, hasta });
  };
  const contar = (clave: string): Cuenta => {
    const fila = viva(clave);
    return fila ? { n: Number(fila.valor), restaMs: fila.hasta - reloj() } : { n: 0, restaMs: 0 };
  };
  return {
    get: async (clave) => viva(clave)?.valor ?? null,
    set: async (clave, valor, vidaMs) => poner(clave, valor, reloj() + vidaMs),
    delete: async (clave) => void filas.delete(clave),
    async incr(clave, vidaMs) {
      const fila = viva(clave);
      poner(clave, String(Number(fila?.valor ?? 0) + 1), fila?.hasta ?? reloj() + vidaMs);
      return contar(clave);
    },
    count: async (clave) => contar(clave),
    close: async () => filas.clear(),
  };
}
