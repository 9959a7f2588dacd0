'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import type { Route } from 'next';
import { parseAsString, useQueryStates } from 'nuqs';
import { useDeferredValue, useMemo } from 'react';
import { BotonExportar } from '@/components/shared/boton-exportar';
import { ElegirSucursal } from '@/components/sucursal/elegir-sucursal';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { LoadMore } from '@/components/ui/load-more';
import { Select } from '@/components/ui/select';
import { SkeletonRows } from '@/components/ui/skeleton';
import { actosQuery, type FiltroActos } from '@/lib/auditoria/query-options';
import type { AuditoriaDto } from '@/lib/auditoria/schemas';
import { formatFechaHora } from '@/lib/time';
import { Elegir, FiltrosComunes, type Opcion } from './filtros-comunes';

const COLUMNAS: Column<AuditoriaDto>[] = [
  {
    key: 'acto',
    title: 'Quién hizo qué',
    main: true,
    cell: (a) => (
      <span className="min-w-0 wrap-anywhere">
        <span className="font-semibold">{a.usuario}</span> <span className="font-normal">{a.frase}</span>
      </span>
    ),
    className: '@2xl:max-w-96',
  },
  {
    key: 'fecha',
    title: 'Cuándo',
    cell: (a) => <span className="num whitespace-nowrap">{formatFechaHora(a.fecha)}</span>,
  },
  { key: 'sucursal', title: 'Dónde', cell: (a) => a.sucursal ?? '—' },
  {
    key: 'dispositivo',
    title: 'Desde',
    cell: (a) => (
      <span className="flex min-w-0 flex-col @max-2xl:items-end">
        <span>{a.dispositivo ?? '—'}</span>
        {a.ip && <span className="num text-xs text-tinta-2">{a.ip}</span>}
      </span>
    ),
  },
];

const IP = /^(?:\d{1,3}(?:\.\d{1,3}){3}|(?=.*:.*:)[\da-f:.]{3,45})$/i;

const PARAMETROS = {
  desde: parseAsString,
  hasta: parseAsString,
  usuario: parseAsString,
  accion: parseAsString,
  sucursal: parseAsString,
  entidad: parseAsString,
  id_entidad: parseAsString,
  ip: parseAsString.withDefault(''),
  buscar: parseAsString.withDefault(''),
};

type ListaActosProps = {
  hoy: string;
  personas: readonly Opcion[];
  grupos: readonly { nombre: string; grupo: string; acciones: { accion: string; nombre: string }[] }[];
  /** Only for who sees several. */
  sucursales: readonly { id: number; nombre: string }[];
};

/** Who did what, newest first. The filters live in the address, so that what one found can be sent to another. */
export function ListaActos({ hoy, personas, grupos, sucursales }: ListaActosProps) {
  const [filtro, setFiltro] = useQueryStates(PARAMETROS, { history: 'replace', clearOnDefault: true });
  const poner = (cambio: Partial<FiltroActos>) => void setFiltro(cambio);
  // While it is being typed an address is no filter yet.
  const pedido = useDeferredValue({ ...filtro, ip: IP.test(filtro.ip) ? filtro.ip : '' });
  const consulta = useInfiniteQuery({ ...actosQuery(pedido), placeholderData: keepPreviousData });
  const actos = useMemo(() => consulta.data?.pages.flatMap((p) => p.filas) ?? [], [consulta.data]);
  const puestos = [filtro.desde, filtro.hasta, filtro.usuario, filtro.accion, filtro.sucursal, filtro.ip].filter(
    Boolean,
  );

  return (
    <>
      <FiltrosComunes
        filtro={filtro}
        hoy={hoy}
        etiqueta="Texto, ticket o pedido"
        puestos={puestos.length}
        onFiltro={poner}
      >
        <Elegir
          label="Persona"
          todos="Todas"
          value={filtro.usuario}
          opciones={personas}
          onValue={(usuario) => poner({ usuario })}
        />
        <Field label="Qué hizo">
          <Select value={filtro.accion ?? ''} onChange={(event) => poner({ accion: event.target.value || null })}>
            <option value="">Todo</option>
            {grupos.map(({ grupo, nombre, acciones }) => (
              <optgroup key={grupo} label={nombre}>
                <option value={grupo}>{nombre}: todo</option>
                {acciones.map((a) => (
                  <option key={a.accion} value={a.accion}>
                    {a.nombre}
                  </option>
                ))}
              </optgroup>
            ))}
          </Select>
        </Field>
        {sucursales.length > 1 && (
          <ElegirSucursal
            ninguna="Todas"
            sucursales={sucursales}
            value={filtro.sucursal}
            onValueChange={(id) => poner({ sucursal: id === null ? null : String(id) })}
          />
        )}
        <Field label="Dirección IP">
          <Input value={filtro.ip} inputMode="decimal" onChange={(event) => poner({ ip: event.target.value.trim() })} />
        </Field>
      </FiltrosComunes>
      {filtro.entidad && (
        <p className="mb-3 flex flex-wrap items-center gap-2 text-sm text-tinta-2">
          Solo lo hecho sobre {filtro.entidad.replaceAll('_', ' ')} {filtro.id_entidad}.
          <button
            type="button"
            className="min-h-11 font-medium text-marca underline"
            onClick={() => poner({ entidad: null, id_entidad: null })}
          >
            Ver todo
          </button>
        </p>
      )}
      <Card flush title="Actos" aside={<BotonExportar ruta="/api/auditoria" filtro={pedido} />}>
        {consulta.isPending ? (
          <SkeletonRows rows={8} label="Cargando la auditoría…" />
        ) : consulta.isError && !consulta.isPlaceholderData && actos.length === 0 ? (
          <ErrorState message={consulta.error.message} onRetry={() => void consulta.refetch()} />
        ) : (
          <>
            {consulta.isError && (
              <ErrorState message={consulta.error.message} onRetry={() => void consulta.refetch()} />
            )}
            <DataTable
              caption="Actos de la auditoría"
              columns={COLUMNAS}
              rows={actos}
              rowKey={(a) => a.id}
              rowHref={(a) => `/auditoria/${a.id}` as Route}
              empty={
                <EmptyState
                  icon={ScrollText}
                  title="Nadie hizo nada así"
                  description="Pruebe con otros días o personas, o quite algún filtro."
                />
              }
            />
            {actos.length > 0 && (
              <LoadMore
                shown={actos.length}
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
