'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { parseAsString, useQueryStates } from 'nuqs';
import { BotonExportar } from '@/components/shared/boton-exportar';
import { Card } from '@/components/ui/card';
import { Chip } from '@/components/ui/chip';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { LoadMore } from '@/components/ui/load-more';
import { SearchField } from '@/components/ui/search-field';
import { Select } from '@/components/ui/select';
import { SkeletonRows } from '@/components/ui/skeleton';
import { historialQuery } from '@/lib/aprobacion/query-options';
import { ESTADO_EN_PALABRAS, type EstadoVisible } from '@/lib/aprobacion/rules';
import type { AprobacionDto } from '@/lib/aprobacion/schemas';
import { formatFechaHora } from '@/lib/time';
import { enTitulo } from './descripcion';

const TONO: Partial<Record<EstadoVisible, 'hecho' | 'falta' | 'aviso'>> = {
  APROBADA: 'hecho',
  USADA: 'hecho',
  RECHAZADA: 'falta',
  PENDIENTE: 'aviso',
};

const ESTADOS = ['PENDIENTE', 'APROBADA', 'USADA', 'RECHAZADA', 'CANCELADA', 'VENCIDA'] as const;

const COLUMNAS: Column<AprobacionDto>[] = [
  { key: 'resumen', title: 'Qué', main: true, cell: (a) => <span className="num">{enTitulo(a.resumen)}</span> },
  { key: 'solicitante', title: 'Pidió', cell: (a) => a.solicitante },
  { key: 'motivo', title: 'Motivo', cell: (a) => a.motivo ?? '—' },
  {
    key: 'aprobador',
    title: 'Respondió',
    cell: (a) => (a.aprobador ? `${a.aprobador}${a.respuesta ? `: ${a.respuesta}` : ''}` : '—'),
  },
  {
    key: 'estado',
    title: 'Estado',
    cell: (a) => <Chip {...(TONO[a.estado] && { tone: TONO[a.estado] })}>{ESTADO_EN_PALABRAS[a.estado]}</Chip>,
  },
  { key: 'fecha', title: 'Fecha', numeric: true, cell: (a) => formatFechaHora(a.creada_en) },
];

/** Everything that was asked for, with who answered and how, by state, day and text. */
export function Historial({ hoy }: { hoy: string }) {
  const [filtro, setFiltro] = useQueryStates({
    estado: parseAsString,
    desde: parseAsString,
    hasta: parseAsString,
    buscar: parseAsString.withDefault(''),
  });
  const lista = useInfiniteQuery(historialQuery(filtro));
  const filas = lista.data?.pages.flatMap((p) => p.aprobaciones) ?? [];
  return (
    <>
      <search className="mb-4 grid grid-cols-2 gap-2.5 lg:grid-cols-[minmax(12rem,1.6fr)_repeat(3,minmax(0,1fr))]">
        <div className="col-span-2 flex items-end lg:col-span-1">
          <SearchField
            label="Qué se pidió o quién"
            value={filtro.buscar}
            onValueChange={(buscar) => void setFiltro({ buscar })}
            className="max-w-none"
          />
        </div>
        <Field label="Desde">
          <Input
            type="date"
            max={filtro.hasta ?? hoy}
            value={filtro.desde ?? ''}
            onChange={(event) => void setFiltro({ desde: event.target.value || null })}
          />
        </Field>
        <Field label="Hasta">
          <Input
            type="date"
            min={filtro.desde ?? undefined}
            max={hoy}
            value={filtro.hasta ?? ''}
            onChange={(event) => void setFiltro({ hasta: event.target.value || null })}
          />
        </Field>
        <Field label="Estado" className="max-lg:col-span-2">
          <Select
            value={filtro.estado ?? ''}
            onChange={(event) => void setFiltro({ estado: event.target.value || null })}
          >
            <option value="">Todos</option>
            {ESTADOS.map((estado) => (
              <option key={estado} value={estado}>
                {ESTADO_EN_PALABRAS[estado]}
              </option>
            ))}
          </Select>
        </Field>
      </search>
      <Card
        flush
        title="Pedidos"
        aside={<BotonExportar ruta="/api/aprobaciones" filtro={filtro} />}
        className="overflow-clip"
      >
        {lista.isPending && <SkeletonRows rows={6} />}
        {lista.isError && <ErrorState message={lista.error.message} onRetry={() => void lista.refetch()} />}
        {lista.data && (
          <>
            <DataTable
              caption="Aprobaciones"
              columns={COLUMNAS}
              rows={filas}
              rowKey={(a) => a.id}
              empty={<EmptyState icon={History} title="No hay aprobaciones con esos filtros" />}
            />
            {filas.length > 0 && (
              <LoadMore
                shown={filas.length}
                hasMore={lista.hasNextPage}
                pendiente={lista.isFetchingNextPage}
                onMore={() => void lista.fetchNextPage()}
              />
            )}
          </>
        )}
      </Card>
    </>
  );
}
