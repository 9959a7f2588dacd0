import { esCodigoGtin } from '@/lib/producto/rules';

/** How this device's scanner ends a code: by a key, or by nothing. */
export type FinDeCodigo = 'tecla' | 'nada';

/** What this device's scanner puts around each code. */
export type ConfigLector = { prefijo: string; sufijo: string; fin: FinDeCodigo };

/** A scanner out of its box: the code and Enter. */
export const LECTOR_COMUN: ConfigLector = { prefijo: '', sufijo: '', fin: 'tecla' };

const GUARDADO = 'kantuta-lector';

/** How the scanner of this device was said to be, or as it comes out of its box. */
export function leerConfigLector(): ConfigLector {
  try {
    const guardado: unknown = JSON.parse(localStorage.getItem(GUARDADO) ?? 'null');
    return { ...LECTOR_COMUN, ...(guardado as Partial<ConfigLector> | null) };
  } catch {
    return LECTOR_COMUN;
  }
}

/** Keeps it on this device. Where storage is blocked it lasts as long as the page. */
export function guardarConfigLector(config: ConfigLector): void {
  try {
    localStorage.setItem(GUARDADO, JSON.stringify(config));
  } catch {
    // Blocked storage: the page that learnt it goes on with it.
  }
  window.dispatchEvent(new Event(GUARDADO));
}

/** Calls `alCambiar` when the scanner is configured; returns how to stop. */
export function alConfigurarLector(alCambiar: () => void): () => void {
  window.addEventListener(GUARDADO, alCambiar);
  return () => window.removeEventListener(GUARDADO, alCambiar);
}

/** The code without what the scanner puts around it. What does not have it comes as it was read. */
export function sinAdornos(leido: string, { prefijo, sufijo }: Pick<ConfigLector, 'prefijo' | 'sufijo'>): string {
  const cabe = leido.length > prefijo.length + sufijo.length;
  if (!cabe || !leido.startsWith(prefijo) || !leido.endsWith(sufijo)) return leido;
  return leido.slice(prefijo.length, leido.length - sufijo.length);
}

/** What was typed by the scanner for one code: its characters, and whether a key ended it. */
export type LecturaCruda = { texto: string; conTecla: boolean };

/**
 * What a scanner puts around its codes, from two different products that have a common bar code (EAN or UPC), read one after
 * the other; `null` when they do not agree, so that both must be read again.
 */
export function aprenderLector(lecturas: readonly [LecturaCruda, LecturaCruda]): ConfigLector | null {
  const [una, otra] = lecturas;
  if (una.texto === otra.texto || una.conTecla !== otra.conTecla) return null;
  for (const { prefijo, sufijo } of adornosPosibles(una.texto)) {
    const codigo = sinAdornos(otra.texto, { prefijo, sufijo });
    const quitados = otra.texto.length - codigo.length === prefijo.length + sufijo.length;
    if (quitados && esCodigoGtin(codigo)) return { prefijo, sufijo, fin: una.conTecla ? 'tecla' : 'nada' };
  }
  return null;
}

/** Every way of seeing a code with a good check digit inside a text, the longest codes first. */
function adornosPosibles(texto: string): { prefijo: string; sufijo: string }[] {
  return [13, 12, 8].flatMap((largo) =>
    Array.from({ length: Math.max(0, texto.length - largo + 1) }, (_, i) => i)
      .filter((i) => esCodigoGtin(texto.slice(i, i + largo)))
      .map((i) => ({ prefijo: texto.slice(0, i), sufijo: texto.slice(i + largo) })),
  );
}
