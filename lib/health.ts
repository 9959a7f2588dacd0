import { sqlClient } from '@/db';
import { processWide } from '@/lib/process-wide';

const LIMITE_MS = 2000;
/** A page waits longer than a monitor: at the busiest moment of the day a slow answer is still an answer. */
const LIMITE_DE_PAGINA_MS = 5000;
const RECORDADA_MS = 1000;

/** Whether the database answers a trivial query within two seconds. Never throws. */
export function baseResponde(): Promise<boolean> {
  return aTiempo(preguntar(), LIMITE_MS);
}

/** Since when the database answers, by the monotonic clock, and the question that it has not answered yet. */
type Salud = { ultimaBuena: number; sinContestar: Promise<boolean> | null };
const salud = () => processWide('salud', (): Salud => ({ ultimaBuena: Number.NEGATIVE_INFINITY, sinContestar: null }));

/**
 * Whether it is worth writing a page: the database answered within the last second, or does now within five. While a question
 * is not answered no other is asked, so that pages that wait never fill the pool, and it is its answer that opens the
 * shop again. Never throws.
 */
export async function baseAtiendePaginas(): Promise<boolean> {
  const s = salud();
  if (performance.now() - s.ultimaBuena < RECORDADA_MS) return true;
  const esperada = s.sinContestar !== null;
  s.sinContestar ??= preguntar().finally(() => {
    s.sinContestar = null;
  });
  // whoever comes while another is already waiting does not add five seconds to it
  return aTiempo(s.sinContestar, esperada ? LIMITE_MS : LIMITE_DE_PAGINA_MS);
}

async function preguntar(): Promise<boolean> {
  try {
    await sqlClient()`select 1`;
    salud().ultimaBuena = performance.now();
    return true;
  } catch {
    return false;
  }
}

async function aTiempo(respuesta: Promise<boolean>, ms: number): Promise<boolean> {
  let reloj: NodeJS.Timeout | undefined;
  const tarde = new Promise<false>((resolve) => {
    reloj = setTimeout(() => resolve(false), ms);
  });
  try {
    return await Promise.race([respuesta, tarde]);
  } finally {
    clearTimeout(reloj);
  }
}
