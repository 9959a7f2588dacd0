import { create } from 'qrcode';

/** A QR code as one path over a square of `lado` units, with its quiet zone inside; for SVG, on screen and in a PDF. */
export type Qr = { lado: number; d: string };

/** Light modules around a code, of which readers need four (ISO/IEC 18004). */
const MARGEN = 4;

/** The QR of a text, at the level of correction that thermal paper asks for (M). */
export function qrDe(texto: string): Qr {
  const { size, data } = create(texto, { errorCorrectionLevel: 'M' }).modules;
  const partes: string[] = [];
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (data[y * size + x]) partes.push(`M${x + MARGEN} ${y + MARGEN}h1v1h-1z`);
    }
  }
  return { lado: size + MARGEN * 2, d: partes.join('') };
}
