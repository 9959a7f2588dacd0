'use client';

import { useEffect, useRef } from 'react';
import type { VentaDto } from '@/lib/venta/schemas';
import { Recibo } from './recibo';
import { hojaDeRecibo, RECIBO_CSS } from './recibo-css';

/** A page that is only the receipt; it asks to be printed as soon as it is drawn. */
export function HojaRecibo({ venta }: { venta: VentaDto }) {
  const hoja = useRef<HTMLElement>(null);
  const pedida = useRef(false);

  useEffect(() => {
    if (pedida.current || !hoja.current) return;
    pedida.current = true;
    const style = document.createElement('style');
    style.textContent = hojaDeRecibo(hoja.current.scrollHeight);
    document.head.append(style);
    window.print();
  }, []);

  return (
    <main ref={hoja} data-tema="claro" className="mx-auto w-fit bg-superficie">
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this repository */}
      <style dangerouslySetInnerHTML={{ __html: RECIBO_CSS }} />
      <Recibo venta={venta} copia />
    </main>
  );
}
