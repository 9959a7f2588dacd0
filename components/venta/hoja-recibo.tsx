'use client';

import { useEffect, useRef, useState } from 'react';
import { useAjustes } from '@/components/impresora/use-ajustes';
import { direccionPublica } from '@/lib/direccion-publica';
import { anotar, copiaDe } from '@/lib/offline/notes';
import type { Qr } from '@/lib/qr';
import { contenidoDeRecibo, urlDeRecibo } from '@/lib/recibo/rules';
import type { VentaDto } from '@/lib/venta/schemas';
import { anotarPapel, siguienteCopia } from './impresos';
import { Recibo } from './recibo';
import { hojaDeRecibo, reciboCss } from './recibo-css';

/** A page that is only the receipt; it asks to be printed as soon as it is drawn, and is one more copy. */
export function HojaRecibo({ venta, idUsuario }: { venta: VentaDto; idUsuario: number }) {
  const { ajustes } = useAjustes();
  const [lista, setLista] = useState<{ copia: number; url: string | null; qr: Qr | null } | null>(null);
  const hoja = useRef<HTMLElement>(null);
  const pedida = useRef(false);

  useEffect(() => {
    let sigue = true;
    const copia = siguienteCopia(venta);
    const url = ajustes.qr ? urlDeRecibo(direccionPublica(), venta.token_recibo) : null;
    const conQr = url === null ? null : import('@/lib/qr').then(({ qrDe }) => qrDe(url));
    void Promise.resolve(conQr).then((qr) => sigue && setLista({ copia, url, qr }));
    return () => {
      sigue = false;
    };
  }, [venta, ajustes.qr]);

  useEffect(() => {
    if (pedida.current || !hoja.current || !lista) return;
    pedida.current = true;
    const style = document.createElement('style');
    style.textContent = hojaDeRecibo(ajustes.ancho, hoja.current.scrollHeight);
    document.head.append(style);
    anotarPapel(venta, lista.copia);
    // The dialog stops the page: what it must tell is kept before, unless the store makes the paper wait.
    const anotada = anotar(idUsuario, copiaDe(venta, { numero: lista.copia, formato: 'ROLLO' }));
    const espera = new Promise((listo) => setTimeout(listo, 2_000));
    void Promise.race([anotada, espera]).then(() => window.print());
  }, [venta, lista, ajustes.ancho, idUsuario]);

  return (
    <main ref={hoja} data-tema="claro" className="mx-auto w-fit bg-superficie">
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made of constants of this repository */}
      <style dangerouslySetInnerHTML={{ __html: reciboCss(ajustes.ancho) }} />
      {lista && <Recibo recibo={contenidoDeRecibo(venta, lista)} qr={lista.qr} />}
    </main>
  );
}
