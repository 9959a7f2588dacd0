import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useConAprobacion } from '@/components/aprobacion/use-con-aprobacion';
import { ApiError } from '@/lib/api-client';
import { cobradaAqui, cobrarAqui } from '@/lib/offline/charge';
import { localCounter } from '@/lib/offline/local';
import { type CuerpoVenta, enviarVenta } from '@/lib/venta/query-options';
import type { VentaDto } from '@/lib/venta/schemas';
import { alEnviar, alRechazar, type Linea, soltarEnvio, TICKET_VACIO, type Ticket } from './ticket';
import type { TicketActs } from './use-ticket';
import { lineasVendidas } from './vendidas';

/** The server's refusal, and the line it speaks of (from 0) when it names one. */
export type Rechazo = { code: string; message: string; linea: number | null };

/**
 * Where a charge stands. `por_confirmar`: it was sent and nobody answered; it is sent again, the same, under the same
 * clave, until there is an answer.
 */
export type FaseCobro =
  | { fase: 'lista'; rechazo: Rechazo | null }
  | { fase: 'enviando' }
  | { fase: 'por_confirmar'; motivo: string; intentos: number };

/** A sale that the server confirmed. `antes`: what it charged is an earlier version of the ticket. */
export type VentaHecha = { venta: VentaDto; antes: boolean };

const SIN_RESOLVER = { tipo: 'al_servidor' } as const;
const LISTA: FaseCobro = { fase: 'lista', rechazo: null };
/** Statuses that say nothing of the sale itself: an earlier attempt may have gone through. */
const SIN_DECIR = new Set([400, 401, 403, 408, 429]);

/**
 * Charges the ticket: at the device, which answers once the sale is durable there, or by the server when the device may not
 * decide alone; then it is sent until there is a definite answer. One sale per ticket, whatever happens to the network or
 * the page.
 */
export function useCobro(ticket: TicketActs, onHecha: (hecha: VentaHecha, vendido: Ticket) => void) {
  const queryClient = useQueryClient();
  const conAprobacion = useConAprobacion();
  const [estado, setEstado] = useState<FaseCobro>(LISTA);
  /** Until it is known whether the ticket that the page opened on had been sold. */
  const porSaber = useRef<Promise<void>>(Promise.resolve());
  const ocupado = useRef(false);
  const intentos = useRef(0);

  const enviar = useCallback(async () => {
    const { clave, envio } = ticket.get();
    if (!clave || !envio || ocupado.current) return;
    ocupado.current = true;
    setEstado((antes) => (antes.fase === 'por_confirmar' ? antes : { fase: 'enviando' }));
    try {
      const hecha = await conAprobacion(() => enviarHasta(envio.cuerpo, envio.previos, clave));
      intentos.current = 0;
      const vendido = ticket.get();
      ticket.update(() => TICKET_VACIO);
      setEstado(LISTA);
      void queryClient.invalidateQueries({ queryKey: ['productos'] });
      localCounter().hint();
      onHecha(hecha, vendido);
    } catch (error) {
      const definitivo = error instanceof ApiError && error.status < 500;
      const dudoso =
        intentos.current > 0 && error instanceof ApiError && !esDeAprobacion(error) && SIN_DECIR.has(error.status);
      if (definitivo && !dudoso) {
        intentos.current = 0;
        ticket.update(alRechazar);
        setEstado({ fase: 'lista', rechazo: rechazoDe(error) });
      } else {
        intentos.current += 1;
        const motivo = error instanceof Error ? error.message : 'Algo salió mal.';
        setEstado({ fase: 'por_confirmar', motivo, intentos: intentos.current });
      }
    } finally {
      ocupado.current = false;
    }
  }, [ticket, queryClient, conAprobacion, onHecha]);

  const cobrar = useCallback(
    async (cuerpo: CuerpoVenta) => {
      const vendido = ticket.get();
      const { clave, envio } = vendido;
      if (!clave || ocupado.current) return;
      ocupado.current = true;
      setEstado({ fase: 'enviando' });
      await porSaber.current;
      if (ticket.get().clave !== clave) {
        // What was on the screen had been sold: what is there now is another ticket, and nobody has seen its total yet.
        ocupado.current = false;
        setEstado(LISTA);
        return;
      }
      // A body that was sent and had no answer can only be settled by the server that may have it.
      const aqui = envio
        ? SIN_RESOLVER
        : await cobrarAqui({
            clave,
            cuerpo,
            lineas: lineasVendidas(vendido),
            cliente: vendido.cliente,
          });
      ocupado.current = false;
      if (aqui.tipo === 'cobrado') {
        ticket.update(() => TICKET_VACIO);
        setEstado(LISTA);
        onHecha({ venta: aqui.venta, antes: aqui.antes }, vendido);
      } else if (aqui.tipo === 'no') {
        setEstado({ fase: 'lista', rechazo: { code: aqui.code, message: aqui.frase, linea: null } });
      } else {
        ticket.update((t) => alEnviar(t, cuerpo));
        void enviar();
      }
    },
    [ticket, enviar, onHecha],
  );

  // A page that opens on a ticket already sent asks what became of it.
  useEffect(() => {
    const alAbrir = ticket.get();
    const { clave, envio } = alAbrir;
    if (clave && !envio) {
      // It was charged here and the page went before it was emptied: what is on the screen has been sold.
      const saber = cobradaAqui(clave).then((venta) => {
        const ahora = ticket.get();
        if (!venta || ahora.clave !== clave) return;
        ticket.update(() => TICKET_VACIO);
        onHecha({ venta, antes: true }, alAbrir);
        // What was scanned while that was being found out is of the next ticket.
        for (const { linea, cantidad } of agregadasDesde(alAbrir, ahora)) ticket.agregar(linea, cantidad);
      });
      porSaber.current = saber.catch(() => {});
    }
    if (!envio || envio.suelto) return;
    setEstado({ fase: 'por_confirmar', motivo: 'La página se cerró antes de la respuesta.', intentos: 0 });
    void enviar();
  }, [ticket, enviar, onHecha]);

  useEffect(() => {
    if (estado.fase !== 'por_confirmar' || estado.intentos === 0) return;
    const espera = setTimeout(enviar, Math.min(1_000 * 2 ** (estado.intentos - 1), 15_000));
    return () => clearTimeout(espera);
  }, [estado, enviar]);

  const soltar = useCallback(() => {
    ticket.update(soltarEnvio);
    setEstado(LISTA);
  }, [ticket]);

  const olvidarRechazo = useCallback(() => setEstado((antes) => (antes.fase === 'lista' ? LISTA : antes)), []);

  return { estado, cobrar, reintentar: enviar, soltar, olvidarRechazo };
}

/**
 * Sends the body. When the clave turns out to be taken by an earlier version of this ticket, that one is what was sold:
 * sending it again brings its answer.
 */
async function enviarHasta(cuerpo: CuerpoVenta, previos: CuerpoVenta[], clave: string): Promise<VentaHecha> {
  try {
    return { venta: await enviarVenta(cuerpo, clave), antes: false };
  } catch (error) {
    if (!(error instanceof ApiError && error.code === 'clave_reutilizada')) throw error;
    for (const previo of previos) {
      const venta = await enviarVenta(previo, clave).catch((otro: unknown) => {
        if (otro instanceof ApiError && otro.code === 'clave_reutilizada') return null;
        throw otro;
      });
      if (venta) return { venta, antes: true };
    }
    throw error;
  }
}

/** What a ticket has that it had not before, in thousandths. */
function agregadasDesde(antes: Ticket, ahora: Ticket): { linea: Linea; cantidad: number }[] {
  const habia = new Map(antes.lineas.map((l) => [l.llave, l.cantidad]));
  return ahora.lineas.flatMap((linea) => {
    const cantidad = linea.cantidad - (habia.get(linea.llave) ?? 0);
    return cantidad > 0 ? [{ linea, cantidad }] : [];
  });
}

/** Whoever says this looked for the sale under its clave first: it was not made. */
function esDeAprobacion({ code }: ApiError): boolean {
  return code === 'requiere_aprobacion' || code === 'aprobacion_rechazada';
}

function rechazoDe(error: ApiError): Rechazo {
  const campo = Object.keys(error.campos).find((c) => c.startsWith('detalles.'));
  return { code: error.code, message: error.message, linea: campo ? Number(campo.split('.')[1]) : null };
}
