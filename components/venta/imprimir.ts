import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { VentaDto } from '@/lib/venta/schemas';
import { Recibo } from './recibo';
import { hojaDeRecibo, RECIBO_CSS } from './recibo-css';

const TITULO = 'Recibo para imprimir';

/**
 * Prints a ticket by the system's dialog, from what the browser already holds: no request is made. The paper is 80 mm
 * wide and as long as the ticket. Only the receipt is printed, whatever the screen shows.
 */
export function imprimirRecibo(venta: VentaDto, { copia }: { copia: boolean }): void {
  // Not every browser says when it has printed.
  for (const viejo of document.querySelectorAll(`iframe[title="${TITULO}"]`)) viejo.remove();
  const frame = document.createElement('iframe');
  frame.title = TITULO;
  frame.ariaHidden = 'true';
  frame.tabIndex = -1;
  frame.style.cssText = 'position:fixed;left:-100vw;bottom:0;width:80mm;height:1px;border:0;visibility:hidden';
  document.body.append(frame);
  const hoja = frame.contentWindow;
  if (!hoja) return;
  const { document: papel } = hoja;
  const style = papel.createElement('style');
  style.textContent = `html,body{margin:0;background:#fff}${RECIBO_CSS}`;
  papel.head.append(style);
  papel.title = `Recibo ${venta.serie}-${venta.numero}`;
  const root = createRoot(papel.body);
  flushSync(() => root.render(createElement(Recibo, { venta, copia })));
  style.textContent += hojaDeRecibo(papel.body.scrollHeight);
  hoja.addEventListener('afterprint', () => {
    // Removing the frame inside its own event closes the dialog in some browsers.
    setTimeout(() => {
      root.unmount();
      frame.remove();
    });
  });
  hoja.print();
}
