import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { direccionPublica } from '@/lib/direccion-publica';
import type { Ajustes } from '@/lib/impresora/ajustes';
import type { Qr } from '@/lib/qr';
import { type Ancho, type Recibo as Contenido, contenidoDeRecibo, type Formato, urlDeRecibo } from '@/lib/recibo/rules';
import type { VentaDto } from '@/lib/venta/schemas';
import { Recibo } from './recibo';
import { hojaDeRecibo, reciboCss } from './recibo-css';

const TITULO = 'Recibo para imprimir';

type Opciones = { copia: number | null; ajustes: Ajustes; abreGaveta?: boolean };

/**
 * Prints a ticket from what the device already holds, without any request: by the printer's own language or by the system's
 * dialog, as this device is set. Says how it came out. Throws ImpresoraError.
 */
export async function imprimirVenta(
  venta: VentaDto,
  { copia, ajustes, abreGaveta = false }: Opciones,
): Promise<Formato> {
  const url = ajustes.qr ? urlDeRecibo(direccionPublica(), venta.token_recibo) : null;
  const recibo = contenidoDeRecibo(venta, { copia, url });
  if (ajustes.salida === 'sistema') {
    imprimirPorElSistema(recibo, ajustes.ancho, url === null ? null : (await import('@/lib/qr')).qrDe(url));
    return 'ROLLO';
  }
  const { imprimirDirecto } = await import('@/lib/impresora/impresora');
  await imprimirDirecto(recibo, ajustes, { abreGaveta });
  return 'TERMICA';
}

/** Only the receipt is printed, whatever the screen shows, on paper as long as it is. */
function imprimirPorElSistema(recibo: Contenido, ancho: Ancho, qr: Qr | null): void {
  // Not every browser says when it has printed.
  for (const viejo of document.querySelectorAll(`iframe[title="${TITULO}"]`)) viejo.remove();
  const frame = document.createElement('iframe');
  frame.title = TITULO;
  frame.ariaHidden = 'true';
  frame.tabIndex = -1;
  frame.style.cssText = `position:fixed;left:-100vw;bottom:0;width:${ancho}mm;height:1px;border:0;visibility:hidden`;
  document.body.append(frame);
  const hoja = frame.contentWindow;
  if (!hoja) return;
  const { document: papel } = hoja;
  const style = papel.createElement('style');
  style.textContent = `html,body{margin:0;background:#fff}${reciboCss(ancho)}`;
  papel.head.append(style);
  papel.title = `Recibo ${recibo.folio}`;
  const root = createRoot(papel.body);
  flushSync(() => root.render(createElement(Recibo, { recibo, qr })));
  style.textContent += hojaDeRecibo(ancho, papel.body.scrollHeight);
  hoja.addEventListener('afterprint', () => {
    // Removing the frame inside its own event closes the dialog in some browsers.
    setTimeout(() => {
      root.unmount();
      frame.remove();
    });
  });
  hoja.print();
}
