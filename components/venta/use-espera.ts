import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useLocal } from '@/components/offline/use-local';
import { sinCambios } from '@/components/shared/sin-cambios';
import { toast } from '@/components/ui/toast';
import { ApiError } from '@/lib/api-client';
import { jsonDeCentavos } from '@/lib/money';
import { localCounter } from '@/lib/offline/local';
import { newUuid } from '@/lib/uuid';
import {
  aparcadosQuery,
  descartarAparcado,
  type EnEspera,
  enviarAparcado,
  tomarAparcado,
} from '@/lib/venta/query-options';
import { contenidoDe } from './contenido-ticket';
import { type Aparte, createEsperaStore, ESPERA_VACIA } from './espera-store';
import { retomarContenido } from './retomar';
import { importeDeLineas, rebajaDe, TICKET_VACIO, type Ticket } from './ticket';
import type { TicketActs } from './use-ticket';

/**
 * Tickets in the wait. Parking one is at once and needs no network: it is kept on the device and goes to the server as soon
 * as it can, where any till may take it, and only one does. Whatever answer is lost is asked for again under the same key.
 */
export function useEspera(idSesion: number, cajero: string, ticket: TicketActs) {
  const queryClient = useQueryClient();
  const store = useMemo(() => (typeof window === 'undefined' ? null : createEsperaStore()), []);
  const enLinea = useLocal((e) => e.conexion === 'en_linea', false);
  const { apartes } = useSyncExternalStore(
    store?.subscribe ?? sinCambios,
    () => store?.get() ?? ESPERA_VACIA,
    () => ESPERA_VACIA,
  );
  const consulta = useQuery(aparcadosQuery());
  const [ocupado, setOcupado] = useState(false);
  const aparcando = useRef(false);
  const refrescar = useCallback(() => queryClient.invalidateQueries({ queryKey: ['aparcados'] }), [queryClient]);

  const soltarAparte = useCallback(async (acto: string) => store?.soltar(acto), [store]);

  /** Sends one to the server. `false`: nobody answered, or it was refused and stays here. */
  const subir = useCallback(
    async (aparte: Aparte): Promise<EnEspera | null> => {
      // A session opened without the server has no id yet, and without the server nobody is asked: what was never sent can
      // be taken up here at once.
      if (idSesion <= 0 || localCounter().get().conexion !== 'en_linea') return null;
      const marcar = async (cambio: Partial<Aparte>) => store?.cambiar(aparte.acto, cambio);
      await marcar({ enviada: true });
      try {
        const hecho = await enviarAparcado(
          {
            clave: aparte.ticket.clave ?? '',
            id_sesion_caja: idSesion,
            ...(aparte.etiqueta && { etiqueta: aparte.etiqueta }),
            total: jsonDeCentavos(aparte.total),
            contenido: contenidoDe(aparte.ticket),
          },
          aparte.acto,
        );
        await soltarAparte(aparte.acto);
        void refrescar();
        return hecho;
      } catch (error) {
        // A refusal says that it is not there: it is this device's again.
        if (error instanceof ApiError && error.status < 500) await marcar({ enviada: false, rechazo: error.message });
        return null;
      }
    },
    [store, idSesion, refrescar, soltarAparte],
  );

  const aparcar = useCallback(
    async (etiqueta: string | null) => {
      if (ticket.get().lineas.length === 0 || ticket.get().envio || aparcando.current) return;
      aparcando.current = true;
      const comun = {
        acto: newUuid(),
        etiqueta,
        fecha: new Date().toISOString(),
        cajero,
        enviada: false,
        rechazo: null,
      };
      try {
        let aparte: Aparte;
        do {
          // What is scanned while it is being kept goes with it.
          aparte = { ...comun, total: totalDe(ticket.get()), ticket: ticket.get() };
          await store?.guardar(aparte);
        } while (ticket.get() !== aparte.ticket);
        ticket.poner(TICKET_VACIO);
        toast.success(etiqueta ? `En espera: ${etiqueta}` : 'Ticket en espera');
        void subir(aparte);
      } catch {
        // Nothing of it is lost: it stays in hand.
        toast.error('El equipo no pudo guardar el ticket: sigue en pantalla.');
      } finally {
        aparcando.current = false;
      }
    },
    [ticket, store, cajero, subir],
  );

  /** Takes one of the server's. The key is kept until its answer is in hand. */
  const tomar = useCallback(
    async (id: number): Promise<boolean> => {
      const antes = (await store?.leer())?.tomando;
      const acto = antes?.id === id ? antes.acto : newUuid();
      await store?.tomar({ id, acto });
      try {
        const { clave, contenido } = await tomarAparcado(id, acto);
        const { ticket: suyo, perdidas } = await retomarContenido(clave, contenido);
        ticket.poner(suyo);
        await store?.tomar(null);
        if (perdidas > 0)
          toast.warning(`Ya no se vende: ${perdidas} ${perdidas === 1 ? 'línea' : 'líneas'} del ticket.`);
        return true;
      } catch (error) {
        const definitivo = error instanceof ApiError && error.status < 500;
        if (definitivo) await store?.tomar(null);
        toast.error(error instanceof Error ? error.message : 'No se pudo retomar.');
        return false;
      } finally {
        void refrescar();
      }
    },
    [ticket, store, refrescar],
  );

  const ocupando = useCallback(async (acto: () => Promise<boolean>): Promise<boolean> => {
    setOcupado(true);
    return acto().finally(() => setOcupado(false));
  }, []);

  const retomarAparte = useCallback(
    async (aparte: Aparte): Promise<boolean> => {
      if (!aparte.enviada) {
        ticket.poner(aparte.ticket);
        await soltarAparte(aparte.acto);
        return true;
      }
      const hecho = await subir(aparte);
      if (hecho) return tomar(hecho.id);
      toast.error('Falta saber si ese ticket llegó al servidor. Se puede retomar al volver la conexión.');
      return false;
    },
    [ticket, subir, tomar, soltarAparte],
  );

  const descartar = useCallback(
    async (id: number): Promise<void> => {
      await descartarAparcado(id, newUuid()).catch((error: unknown) =>
        toast.error(error instanceof Error ? error.message : 'No se pudo descartar.'),
      );
      void refrescar();
    },
    [refrescar],
  );

  // What was left half way: a ticket whose taking had no answer, and those that the server does not have yet.
  useEffect(() => {
    if (!enLinea) return;
    void store?.leer().then(({ apartes: pendientes, tomando }) => {
      if (tomando && ticket.get().lineas.length === 0) void tomar(tomando.id);
      for (const aparte of pendientes) if (!aparte.rechazo) void subir(aparte);
    });
  }, [enLinea, store, ticket, tomar, subir]);

  return {
    apartes,
    enServidor: consulta.data ?? [],
    consulta,
    ocupado,
    cuantos: apartes.length + (consulta.data?.length ?? 0),
    aparcar,
    retomar: (id: number) => ocupando(() => tomar(id)),
    retomarAparte: (aparte: Aparte) => ocupando(() => retomarAparte(aparte)),
    descartar,
    descartarAparte: (aparte: Aparte) => void soltarAparte(aparte.acto),
  };
}

/** What a ticket comes to, in centavos. */
function totalDe(enMano: Ticket): number {
  const bruto = importeDeLineas(enMano);
  return bruto - rebajaDe(enMano.descuento, bruto);
}

export type Espera = ReturnType<typeof useEspera>;
