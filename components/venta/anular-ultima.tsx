'use client';

import { useRef } from 'react';
import { useConAprobacion } from '@/components/aprobacion/use-con-aprobacion';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { FRASES, idDeCobrada } from '@/lib/offline/charge';
import { SinConcesionError } from '@/lib/offline/facts';
import { fallaDe } from '@/lib/offline/failure';
import { localCounter } from '@/lib/offline/local';
import { anularAqui, NoSeAnulaAquiError } from '@/lib/offline/void';
import { newUuid } from '@/lib/uuid';
import { anularVentaPorApi } from '@/lib/venta/query-options';
import { folioDe } from '@/lib/venta/rules';
import type { VentaDto } from '@/lib/venta/schemas';
import type { EstadoMostrador } from './use-mostrador';

/** Voids what was just sold. Each opening is one act: its clave lasts through every try. */
export function AnularUltima({
  mostrador: { ventana, setVentana, ultima, anotarUltima },
}: {
  mostrador: EstadoMostrador;
}) {
  const conAprobacion = useConAprobacion();
  const clave = useRef<{ id: number; clave: string } | null>(null);
  const venta = ultima?.hecha.venta;
  if (!ultima || !venta) return null;

  /** By the server, which may ask a superior; at this device what the server does not have, or cannot be asked for. */
  async function pedir(motivo: string): Promise<VentaDto> {
    // A sale made at the device has no id until the server has it.
    const id = venta?.id || (ultima?.clave ? await idDeCobrada(ultima.clave) : null);
    const enLinea = localCounter().get().conexion === 'en_linea';
    if (ultima?.clave && (!id || !enLinea)) {
      const db = await localCounter().open();
      if (!db) throw new NoSeAnulaAquiError(FRASES.bloqueado);
      return anularAqui(db, ultima.clave, motivo);
    }
    if (!id) throw new NoSeAnulaAquiError('Ese ticket todavía no llegó al servidor. Se puede anular apenas llegue.');
    if (clave.current?.id !== id) clave.current = { id, clave: newUuid() };
    const { clave: suya } = clave.current;
    return conAprobacion(() => anularVentaPorApi(id, motivo, suya));
  }

  async function anular(motivo: string): Promise<string | undefined> {
    if (!ultima || !venta) return undefined;
    try {
      const anulada = await pedir(motivo);
      anotarUltima({ ...ultima, hecha: { ...ultima.hecha, venta: anulada } });
      toast.success(`Ticket ${folioDe(venta)} anulado`);
      return undefined;
    } catch (error) {
      clave.current = null;
      if (error instanceof SinConcesionError || error instanceof NoSeAnulaAquiError) return error.message;
      if (error instanceof DOMException) return FRASES[fallaDe(error)];
      return error instanceof Error ? error.message : 'No se pudo anular.';
    }
  }
  return (
    <ConfirmDialog
      open={ventana === 'anular'}
      onOpenChange={() => setVentana(null)}
      title={`¿Anular el ticket ${folioDe(venta)}?`}
      description="La mercadería vuelve al stock y el dinero se devuelve: el efectivo sale de esta gaveta."
      confirm="Anular"
      peligro
      motivo={{ placeholder: 'Por qué se anula' }}
      onConfirm={anular}
    />
  );
}
