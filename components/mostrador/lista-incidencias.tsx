'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { CircleCheckBig } from 'lucide-react';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useMemo, useState } from 'react';
import { BotonExportar } from '@/components/shared/boton-exportar';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Field } from '@/components/ui/field';
import { LoadMore } from '@/components/ui/load-more';
import { SearchField } from '@/components/ui/search-field';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import { SkeletonRows } from '@/components/ui/skeleton';
import { incidenciasQuery } from '@/lib/mostrador/query-options';
import type { IncidenciaDto } from '@/lib/mostrador/schemas';
import { formatFechaHora } from '@/lib/time';
import { FilaDeIncidencia, SituacionDeIncidencia } from './fila-incidencia';
import { ResolverIncidencia } from './resolver-incidencia';
import { TIPO_EN_PALABRAS } from './tipos';

const VISTAS = ['abiertas', 'resueltas', 'todas'] as const;
const ESTADO = { abiertas: 'ABIERTA', resueltas: 'RESUELTA', todas: null } as const;

const filtros = {
  vista: parseAsStringLiteral(VISTAS).withDefault('abiertas'),
  tipo: parseAsString.withDefault(''),
  buscar: parseAsString.withDefault(''),
};

/** What did not fit of what the counters told; first what nobody has resolved. */
export function ListaIncidencias({ puedeResolver }: { puedeResolver: boolean }) {
  const [{ vista, tipo, buscar }, setFiltro] = useQueryStates(filtros);
  const [elegida, setElegida] = useState<IncidenciaDto | null>(null);
  const consulta = useInfiniteQuery(incidenciasQuery({ estado: ESTADO[vista], tipo: tipo || null, buscar }));
  const incidencias = useMemo(() => consulta.data?.pages.flatMap((p) => p.incidencias) ?? [], [consulta.data]);
  const columnas: Column<IncidenciaDto>[] = [
    {
      key: 'frase',
      title: 'Qué pasó',
      main: true,
      cell: (i) => <FilaDeIncidencia incidencia={i} />,
      className: '@2xl:max-w-lg',
    },
    {
      key: 'fecha',
      title: 'Cuándo',
      cell: (i) => <span className="num whitespace-nowrap">{formatFechaHora(i.ocurrido_en)}</span>,
    },
    { key: 'autor', title: 'Quién', cell: (i) => `${i.autor} · ${i.equipo}` },
    {
      key: 'situacion',
      title: 'Situación',
      cell: (i) => (
        <SituacionDeIncidencia incidencia={i} onResolver={puedeResolver ? () => setElegida(i) : undefined} />
      ),
    },
  ];
  return (
    <>
      <search className="mb-4 flex flex-col gap-3">
        <Segmented
          label="Situación"
          className="max-w-md"
          value={vista}
          onValueChange={(nueva) => void setFiltro({ vista: nueva })}
          options={[
            { value: 'abiertas', label: 'Sin resolver' },
            { value: 'resueltas', label: 'Resueltas' },
            { value: 'todas', label: 'Todas' },
          ]}
        />
        <div className="flex flex-col gap-3 sm:flex-row sm:items-end">
          <SearchField
            label="Buscar incidencias"
            value={buscar}
            onValueChange={(texto) => void setFiltro({ buscar: texto })}
            className="max-w-none sm:flex-1"
          />
          <Field label="Qué pasó" className="sm:w-72">
            <Select value={tipo} onChange={(e) => void setFiltro({ tipo: e.target.value })}>
              <option value="">Todo</option>
              {Object.entries(TIPO_EN_PALABRAS).map(([valor, nombre]) => (
                <option key={valor} value={valor}>
                  {nombre}
                </option>
              ))}
            </Select>
          </Field>
        </div>
      </search>
      <Card
        flush
        title="Incidencias"
        aside={<BotonExportar ruta="/api/mostrador/incidencias" filtro={{ estado: ESTADO[vista], tipo, buscar }} />}
      >
        {consulta.isPending ? (
          <SkeletonRows rows={6} label="Cargando las incidencias…" />
        ) : consulta.isError ? (
          <ErrorState message={consulta.error.message} onRetry={() => void consulta.refetch()} />
        ) : (
          <>
            <DataTable
              caption="Incidencias"
              columns={columnas}
              rows={incidencias}
              rowKey={(i) => i.id}
              empty={
                <EmptyState
                  icon={CircleCheckBig}
                  title={vista === 'abiertas' ? 'No hay nada por resolver' : 'No hay incidencias aquí'}
                  description="Lo que se vende sin conexión siempre entra; lo que no cuadra aparece aquí."
                />
              }
            />
            {incidencias.length > 0 && (
              <LoadMore
                shown={incidencias.length}
                hasMore={consulta.hasNextPage}
                pendiente={consulta.isFetchingNextPage}
                onMore={() => void consulta.fetchNextPage()}
              />
            )}
          </>
        )}
      </Card>
      <ResolverIncidencia incidencia={elegida} onClose={() => setElegida(null)} />
    </>
  );
}
