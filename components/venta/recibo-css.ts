/**
 * The receipt's own stylesheet: black on white, 72 mm of ink on 80 mm paper (58 mm printers shrink it to fit). The page
 * is as long as the ticket, which whoever prints measures and adds by `hojaDeRecibo`.
 */
export const RECIBO_CSS = `
.recibo { box-sizing: border-box; width: 72mm; margin: 0 auto; padding: 2mm 0 6mm; color: #000; background: #fff;
  font: 400 12px/1.35 Arial, "Helvetica Neue", "Liberation Sans", sans-serif; font-variant-numeric: tabular-nums; }
.recibo h1 { margin: 0 0 1mm; font-size: 16px; line-height: 1.2; font-weight: 700; }
.recibo p { margin: 0; }
.recibo header, .recibo .gracias, .recibo .pie { text-align: center; }
.recibo .marca { margin: 2mm 0 0; padding: 1mm 0; border: 2px solid #000; text-align: center; font-size: 15px;
  font-weight: 700; letter-spacing: .2em; }
.recibo dl, .recibo ol { margin: 2mm 0 0; padding: 2mm 0 0; border-top: 1px dashed #000; list-style: none; }
.recibo dl > div, .recibo .cuenta { display: flex; justify-content: space-between; gap: 3mm; }
.recibo dd { margin: 0; text-align: right; white-space: nowrap; }
.recibo .datos dd { white-space: normal; }
.recibo li { padding-bottom: 1.2mm; break-inside: avoid; }
.recibo .nombre { display: block; font-weight: 700; overflow-wrap: anywhere; }
.recibo .cuenta > :last-child { white-space: nowrap; }
.recibo .total { font-size: 18px; font-weight: 700; line-height: 1.5; }
.recibo .vuelto { font-weight: 700; }
.recibo .gracias { margin-top: 4mm; font-weight: 700; }
.recibo .pie { font-size: 10.5px; }
`;

/** How many millimetres a CSS pixel is. */
const MM_POR_PX = 25.4 / 96;

/** `@page` for a receipt `alto` pixels long. */
export function hojaDeRecibo(alto: number): string {
  return `@page{size:80mm ${Math.ceil(alto * MM_POR_PX) + 4}mm;margin:0}`;
}
