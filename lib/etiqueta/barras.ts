import bwip from 'bwip-js/node';
import { esCodigoGtin } from '@/lib/producto/rules';
import type { Barras } from './schemas';

/** Quiet modules on each side, by the GS1 General Specifications (5.2.3.1 and 5.4.3). */
const SILENCIO = { ean13: 11, ean8: 7, upca: 9, code128: 10 } as const;
type Simbologia = keyof typeof SILENCIO;

function simbologiaDe(codigo: string): Simbologia {
  if (!esCodigoGtin(codigo)) return 'code128';
  return codigo.length === 13 ? 'ean13' : codigo.length === 12 ? 'upca' : 'ean8';
}

/**
 * The bars of a code, as the path of a drawing one unit high and `ancho` modules wide, silence included: an EAN-13, EAN-8 or
 * UPC-A when it is one, else a Code 128. `null` when no symbology can carry it (letters out of ASCII).
 */
export function barrasDe(codigo: string): Barras | null {
  const simbologia = simbologiaDe(codigo);
  if (!/^[\x20-\x7e]+$/.test(codigo)) return null;
  const [dibujo] = bwip.raw({ bcid: simbologia, text: codigo });
  if (!dibujo || !('sbs' in dibujo)) return null;
  const silencio = SILENCIO[simbologia];
  let x: number = silencio;
  let trazo = '';
  // Widths of bar, space, bar… from the first bar.
  for (const [i, modulos] of Array.from(dibujo.sbs).entries()) {
    if (i % 2 === 0) trazo += `M${x} 0h${modulos}v1h-${modulos}z`;
    x += modulos;
  }
  return { simbologia, trazo, ancho: x + silencio };
}
