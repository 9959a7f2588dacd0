'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { BellRing } from 'lucide-react';
import type { Route } from 'next';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useMemo } from 'react';
import { BotonExportar } from '@/components/shared/boton-exportar';
import { Card } from '@/components/ui/card';
import { Chip } from '@/components/ui/chip';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { LoadMore } from '@/components/ui/load-more';
import { Segmented } from '@/components/ui/segmented';
import { SkeletonRows } from '@/components/ui/skeleton';
import { alertasQuery } from '@/lib/alerta/query-options';
import type { AlertaDto } from '@/lib/alerta/schemas';
import { formatFechaHora } from '@/lib/time';

const VISTAS = ['pendientes', 'atendidas', 'todas'] as const;
const SITUACION = { pendientes: 'pendiente', atendidas: 'atendida', todas: null } as const;

const COLUMNAS: Column<AlertaDto>[] = [
  {
    key: 'titulo',
    title: 'Qué pasó',
    main: true,
    cell: (a) => (
      <span className="flex min-w-0 flex-col gap-0.5 wrap-anywhere">
        <span className="font-semibold">{a.titulo}</span>
        <span className="num text-sm font-normal text-tinta-2">{a.frase}</span>
      </span>
    ),
    className: '@2xl:max-w-lg',
  },
  {
    key: 'fecha',
    title: 'Cuándo',
    cell: (a) => <span className="num whitespace-nowrap">{formatFechaHora(a.fecha)}</span>,
  },
  { key: 'sucursal', title: 'Dónde', cell: (a) => a.sucursal ?? '—' },
  {
    key: 'situacion',
    title: 'Situación',
    cell: (a) =>
      a.situacion === 'pendiente' ? (
        <Chip tone="aviso" punto>
          Sin atender
        </Chip>
      ) : (
        <Chip tone="hecho">Atendida por {a.atendida_por}</Chip>
      ),
  },
];

/** What stands out of each person's own habits; first what nobody has looked at. */
export function ListaAlertas() {
  const [vista, setVista] = useQueryState('vista', parseAsStringLiteral(VISTAS).withDefault('pendientes'));
  const consulta = useInfiniteQuery(alertasQuery(SITUACION[vista]));
  const alertas = useMemo(() => consulta.data?.pages.flatMap((p) => p.alertas) ?? [], [consulta.data]);
  return (
    <>
      <Segmented
        label="Situación"
        className="mb-4 max-w-md"
        value={vista}
        onValueChange={(nueva) => void setVista(nueva)}
        options={[
          { value: 'pendientes', label: 'Sin atender' },
          { value: 'atendidas', label: 'Atendidas' },
          { value: 'todas', label: 'Todas' },
        ]}
      />
      <Card
        flush
        title="Alertas"
        aside={<BotonExportar ruta="/api/auditoria/alertas" filtro={{ situacion: SITUACION[vista] }} />}
      >
        {consulta.isPending ? (
          <SkeletonRows rows={5} label="Cargando las alertas…" />
        ) : consulta.isError ? (
          <ErrorState message={consulta.error.message} onRetry={() => void consulta.refetch()} />
        ) : (
          <>
            <DataTable
              caption="Alertas"
              columns={COLUMNAS}
              rows={alertas}
              rowKey={(a) => a.id}
              rowHref={(a) => `/auditoria/alertas/${a.id}` as Route}
              empty={
                <EmptyState
                  icon={BellRing}
                  title={vista === 'pendientes' ? 'No hay nada que mirar' : 'Todavía no hay alertas aquí'}
                  description="Cada 15 minutos se compara el día de cada persona con sus 28 anteriores."
                />
              }
            />
            {alertas.length > 0 && (
              <LoadMore
                shown={alertas.length}
                hasMore={consulta.hasNextPage}
                pendiente={consulta.isFetchingNextPage}
                onMore={() => void consulta.fetchNextPage()}
              />
            )}
          </>
        )}
      </Card>
    </>
  );
}
