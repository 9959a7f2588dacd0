'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { MessagesSquare, Paperclip, RotateCcw } from 'lucide-react';
import { useTransition } from 'react';
import { BotonExportar } from '@/components/shared/boton-exportar';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { SkeletonRows } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast';
import { formatFechaHora, formatHora } from '@/lib/time';
import { reintentarMensajeAction } from '@/lib/whatsapp/actions';
import { mensajesWhatsappQuery } from '@/lib/whatsapp/query-options';
import type { MensajeWhatsappDto } from '@/lib/whatsapp/schemas';
import { ChipMensaje } from './chips';

const COLUMNAS: readonly Column<MensajeWhatsappDto>[] = [
  { key: 'para', title: 'Para', main: true, cell: (m) => <span className="num">{m.destinatario}</span> },
  { key: 'mensaje', title: 'Mensaje', cell: (m) => <Contenido mensaje={m} />, className: '@2xl:max-w-80' },
  { key: 'quien', title: 'Mandado por', wideOnly: true, cell: (m) => m.usuario },
  { key: 'hora', title: 'Hora', cell: (m) => <span className="num">{formatFechaHora(m.creado_en)}</span> },
  { key: 'estado', title: 'Estado', cell: (m) => <Estado mensaje={m} /> },
];

/** The newest messages of the branch and how each went. */
export function ListaMensajes() {
  const { data, isPending, isError, error, refetch, isFetching } = useQuery(mensajesWhatsappQuery());
  return (
    <Card
      title="Mensajes"
      aside={
        <span className="flex flex-wrap items-center justify-end gap-x-3 gap-y-1">
          {data?.hayMas && 'Aquí, los 50 más nuevos'}
          <BotonExportar ruta="/api/whatsapp/mensajes" />
        </span>
      }
      flush
      className="overflow-clip"
    >
      {isPending && <SkeletonRows rows={4} label="Cargando mensajes…" />}
      {isError && <ErrorState message={error.message} onRetry={() => void refetch()} pendiente={isFetching} />}
      {data && !isError && (
        <DataTable
          caption="Mensajes de WhatsApp"
          columns={COLUMNAS}
          rows={data.mensajes}
          rowKey={(m) => m.id}
          empty={
            <EmptyState
              icon={MessagesSquare}
              title="Todavía no se mandó ningún mensaje"
              description="Cada mensaje queda aquí, con su estado y el motivo si no salió."
            />
          }
        />
      )}
    </Card>
  );
}

function Contenido({ mensaje: { texto, archivo_nombre: archivo } }: { mensaje: MensajeWhatsappDto }) {
  return (
    <span className="line-clamp-2 min-w-0 text-tinta-2 [overflow-wrap:anywhere]">
      {archivo && (
        <>
          <Paperclip aria-hidden="true" className="mr-1 inline size-3.5" />
          {archivo}
          {texto && ' · '}
        </>
      )}
      {texto}
    </span>
  );
}

function Estado({ mensaje }: { mensaje: MensajeWhatsappDto }) {
  const { estado, ultimo_error: error, intentos, proximo_intento: proximo } = mensaje;
  const otra = estado === 'PENDIENTE' && intentos > 0 && proximo;
  return (
    <span className="flex flex-col items-end gap-1 @2xl:items-start">
      <ChipMensaje estado={estado} />
      {otra && <span className="num text-xs text-tinta-2">{`Otro intento a las ${formatHora(proximo)}`}</span>}
      {estado === 'FALLIDO' && (
        <>
          {error && <span className="text-xs text-falta">{error}</span>}
          <Reintentar mensaje={mensaje} />
        </>
      )}
    </span>
  );
}

function Reintentar({ mensaje }: { mensaje: MensajeWhatsappDto }) {
  const queries = useQueryClient();
  const [pendiente, startTransition] = useTransition();
  const reintentar = () =>
    startTransition(async () => {
      const hecho = await reintentarMensajeAction({ id: mensaje.id });
      if (!hecho.ok) toast.error(hecho.message);
      await queries.invalidateQueries({ queryKey: ['whatsapp'] });
    });
  return (
    <Button
      size="compacto"
      pendiente={pendiente}
      onClick={reintentar}
      icon={<RotateCcw aria-hidden="true" />}
      aria-label={`Reintentar el mensaje a ${mensaje.destinatario}`}
    >
      Reintentar
    </Button>
  );
}
