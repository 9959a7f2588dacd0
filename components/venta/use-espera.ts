import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { toast } from 'sonner';
import { ApiError } from '@/lib/api-client';
import { jsonDeCentavos } from '@/lib/money';
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
import { importeDeLineas, rebajaDe, TICKET_VACIO } from './ticket';
import type { TicketActs } from './use-ticket';

const NADA = () => () => {};

/**
 * Tickets in the wait. Parking one is at once and needs no network: it is kept on the device and goes to the server as soon
 * as it can, where any till may take it, and only one does. Whatever answer is lost is asked for again under the same key.
 */
export function useEspera(idSesion: number, enSesion: number | string, cajero: string, ticket: TicketActs) {
  const queryClient = useQueryClient();
  const store = useMemo(
    () => (typeof window === 'undefined' ? null : createEsperaStore(`kantuta-espera:${enSesion}`)),
    [enSesion],
  );
  const { apartes } = useSyncExternalStore(
    store?.subscribe ?? NADA,
    () => store?.get() ?? ESPERA_VACIA,
    () => ESPERA_VACIA,
  );
  const consulta = useQuery(aparcadosQuery());
  const [ocupado, setOcupado] = useState(false);
  const refrescar = useCallback(() => queryClient.invalidateQueries({ queryKey: ['aparcados'] }), [queryClient]);

  const soltarAparte = useCallback(
    (acto: string) => store?.update((e) => ({ ...e, apartes: e.apartes.filter((a) => a.acto !== acto) })),
    [store],
  );

  /** Sends one to the server. `false`: nobody answered, or it was refused and stays here. */
  const subir = useCallback(
    async (aparte: Aparte): Promise<EnEspera | null> => {
      const marcar = (cambio: Partial<Aparte>) =>
        store?.update((e) => ({
          ...e,
          apartes: e.apartes.map((a) => (a.acto === aparte.acto ? { ...a, ...cambio } : a)),
        }));
      marcar({ enviada: true });
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
        soltarAparte(aparte.acto);
        void refrescar();
        return hecho;
      } catch (error) {
        // A refusal says that it is not there: it is this device's again.
        if (error instanceof ApiError && error.status < 500) marcar({ enviada: false, rechazo: error.message });
        return null;
      }
    },
    [store, idSesion, refrescar, soltarAparte],
  );

  const aparcar = useCallback(
    (etiqueta: string | null) => {
      const enMano = ticket.get();
      if (enMano.lineas.length === 0 || enMano.envio) return;
      const bruto = importeDeLineas(enMano);
      const aparte: Aparte = {
        acto: newUuid(),
        etiqueta,
        total: bruto - rebajaDe(enMano.descuento, bruto),
        fecha: new Date().toISOString(),
        cajero,
        ticket: enMano,
        enviada: false,
        rechazo: null,
      };
      store?.update((e) => ({ ...e, apartes: [...e.apartes, aparte] }));
      ticket.poner(TICKET_VACIO);
      toast.success(etiqueta ? `En espera: ${etiqueta}` : 'Ticket en espera');
      void subir(aparte);
    },
    [ticket, store, cajero, subir],
  );

  /** Takes one of the server's. The key is kept until its answer is in hand. */
  const tomar = useCallback(
    async (id: number): Promise<boolean> => {
      const acto = newUuid();
      store?.update((e) => ({ ...e, tomando: e.tomando?.id === id ? e.tomando : { id, acto } }));
      try {
        const { clave, contenido } = await tomarAparcado(id, store?.get().tomando?.acto ?? acto);
        const { ticket: suyo, perdidas } = await retomarContenido(clave, contenido);
        ticket.poner(suyo);
        store?.update((e) => ({ ...e, tomando: null }));
        if (perdidas > 0)
          toast.warning(`Ya no se vende: ${perdidas} ${perdidas === 1 ? 'línea' : 'líneas'} del ticket.`);
        return true;
      } catch (error) {
        const definitivo = error instanceof ApiError && error.status < 500;
        if (definitivo) store?.update((e) => ({ ...e, tomando: null }));
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
        soltarAparte(aparte.acto);
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
    const seguir = () => {
      const { apartes: pendientes, tomando } = store?.get() ?? ESPERA_VACIA;
      if (tomando && ticket.get().lineas.length === 0) void tomar(tomando.id);
      for (const aparte of pendientes) if (!aparte.rechazo) void subir(aparte);
    };
    seguir();
    window.addEventListener('online', seguir);
    return () => window.removeEventListener('online', seguir);
  }, [store, ticket, tomar, subir]);

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
    descartarAparte: (aparte: Aparte) => soltarAparte(aparte.acto),
  };
}

export type Espera = ReturnType<typeof useEspera>;
