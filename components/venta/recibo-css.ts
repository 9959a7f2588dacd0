import type { Ancho } from '@/lib/recibo/rules';

/** Ink of a printer's head on each roll, in millimetres, and the size of the letters that leaves a line worth reading. */
const TINTA = { 58: { ancho: 48, letra: 11, qr: 26 }, 80: { ancho: 72, letra: 12, qr: 30 } } as const;

/**
 * The receipt's own stylesheet: black on white, as wide as the ink of the paper. The page is as long as the ticket, which
 * whoever prints measures and adds by `hojaDeRecibo`.
 */
export function reciboCss(papel: Ancho): string {
  const { ancho, letra, qr } = TINTA[papel];
  return `
.recibo { box-sizing: border-box; width: ${ancho}mm; margin: 0 auto; padding: 2mm 0 6mm; color: #000; background: #fff;
  font: 400 ${letra}px/1.35 Arial, "Helvetica Neue", "Liberation Sans", sans-serif; font-variant-numeric: tabular-nums; }
.recibo h1 { margin: 0 0 1mm; font-size: ${letra + 4}px; line-height: 1.2; font-weight: 700; overflow-wrap: anywhere; }
.recibo p { margin: 0; overflow-wrap: anywhere; }
.recibo header, .recibo .gracias, .recibo .pie, .recibo figure { text-align: center; }
.recibo .marca { margin: 2mm 0 0; padding: 1mm 0; border: 2px solid #000; text-align: center; font-size: ${letra + 3}px;
  font-weight: 700; letter-spacing: .2em; }
.recibo dl, .recibo ol { margin: 2mm 0 0; padding: 2mm 0 0; border-top: 1px dashed #000; list-style: none; }
.recibo dl > div, .recibo .cuenta { display: flex; justify-content: space-between; gap: 3mm; }
.recibo dd { margin: 0; text-align: right; white-space: nowrap; }
.recibo .datos dd { white-space: normal; overflow-wrap: anywhere; }
.recibo li { padding-bottom: 1.2mm; break-inside: avoid; }
.recibo .nombre { display: block; font-weight: 700; overflow-wrap: anywhere; }
.recibo .nota { display: block; font-style: italic; overflow-wrap: anywhere; }
.recibo .cuenta > :last-child { white-space: nowrap; }
.recibo .total { font-size: ${Math.round(letra * 1.5)}px; font-weight: 700; line-height: 1.5; }
.recibo .fuerte { font-weight: 700; }
.recibo .gracias { margin-top: 4mm; font-weight: 700; }
.recibo .pie { font-size: ${letra - 1.5}px; }
.recibo figure { margin: 3mm 0 0; break-inside: avoid; }
.recibo figure svg { display: block; width: ${qr}mm; height: ${qr}mm; margin: 0 auto; }
.recibo figcaption { font-size: ${letra - 1.5}px; }
`;
}

/** How many millimetres a CSS pixel is. */
const MM_POR_PX = 25.4 / 96;

/** `@page` for a receipt `alto` pixels long. */
export function hojaDeRecibo(papel: Ancho, alto: number): string {
  return `@page{size:${papel}mm ${Math.ceil(alto * MM_POR_PX) + 4}mm;margin:0}`;
}
