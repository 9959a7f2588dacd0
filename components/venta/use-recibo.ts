import { useCallback, useEffect, useRef } from 'react';
import { useAjustes } from '@/components/impresora/use-ajustes';
import { toast } from '@/components/ui/toast';
import type { Ajustes } from '@/lib/impresora/ajustes';
import { vigilarDirectas } from '@/lib/offline/direct-notes';
import { localCounter } from '@/lib/offline/local';
import { anotar, copiaDe } from '@/lib/offline/notes';
import type { VentaDto } from '@/lib/venta/schemas';
import { anotarPapel, siguienteCopia, siguientePapel } from './impresos';

/**
 * The paper of this device: printing it, whether it comes out by itself, and the drawer that opens with it. A second paper of
 * a ticket says COPIA with its number and is noted in the name of who works here, at once or when there is a server again.
 */
export function useRecibo({ idUsuario }: { idUsuario: number }) {
  const { ajustes, fijar } = useAjustes();
  const actuales = useRef(ajustes);
  actuales.current = ajustes;
  useEffect(() => {
    // What other pages left to be sent goes from here too.
    void localCounter().open();
    return vigilarDirectas(idUsuario);
  }, [idUsuario]);
  useEffect(() => precargar(ajustes), [ajustes]);

  const sacar = useCallback(
    async (venta: VentaDto, copia: number | null, de: Ajustes, o: { abreGaveta?: boolean } = {}) => {
      try {
        const { imprimirVenta } = await import('./imprimir');
        const formato = await imprimirVenta(venta, { copia, ajustes: de, ...(o.abreGaveta && { abreGaveta: true }) });
        anotarPapel(venta, copia);
        if (copia !== null) await anotar(idUsuario, copiaDe(venta, { numero: copia, formato }));
      } catch (error) {
        toast.error(error instanceof Error ? error.message : 'No se pudo imprimir.', {
          action: {
            label: 'Imprimir por el sistema',
            onClick: () => void sacar(venta, copia, { ...de, salida: 'sistema' }, o),
          },
        });
      }
    },
    [idUsuario],
  );

  return {
    ajustes,
    siempre: ajustes.siempre,
    fijarSiempre: useCallback((siempre: boolean) => fijar({ ...actuales.current, siempre }), [fijar]),
    /** The next paper of a ticket of this counter: the first one, or a copy. */
    imprimir: useCallback((venta: VentaDto) => void sacar(venta, siguientePapel(venta), actuales.current), [sacar]),
    /** A copy, whatever this device remembers of the ticket. */
    reimprimir: useCallback((venta: VentaDto) => void sacar(venta, siguienteCopia(venta), actuales.current), [sacar]),
    /** As soon as it is charged: the paper, when this device prints every ticket; the drawer, when there is cash. */
    imprimirSiempre: useCallback(
      (venta: VentaDto) => {
        const de = actuales.current;
        const abreGaveta = de.gaveta && de.salida !== 'sistema' && venta.pagos.some((p) => p.metodo === 'EFECTIVO');
        if (de.siempre) void sacar(venta, siguientePapel(venta), de, { abreGaveta });
        else if (abreGaveta) void abrirSola(de);
      },
      [sacar],
    ),
  };
}

async function abrirSola(ajustes: Ajustes): Promise<void> {
  try {
    const { pulsarGaveta } = await import('@/lib/impresora/impresora');
    await pulsarGaveta(ajustes);
  } catch (error) {
    toast.error(error instanceof Error ? error.message : 'La gaveta no se abrió.');
  }
}

/** What printing needs is on the device before the network goes. */
function precargar({ salida, qr }: Ajustes): (() => void) | undefined {
  const traer = () => {
    void import('./imprimir').catch(() => {});
    if (qr) void import('@/lib/qr').catch(() => {});
    if (salida === 'sistema') return;
    void import('@/lib/impresora/impresora').catch(() => {});
    void import('@point-of-sale/receipt-printer-encoder').catch(() => {});
  };
  const espera = setTimeout(traer, 2_000);
  return () => clearTimeout(espera);
}
