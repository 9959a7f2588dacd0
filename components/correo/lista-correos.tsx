'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { MailSearch } from 'lucide-react';
import type { Route } from 'next';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useDeferredValue, useMemo } from 'react';
import { BotonExportar } from '@/components/shared/boton-exportar';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { cx } from '@/components/ui/cx';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { LoadMore } from '@/components/ui/load-more';
import { SearchField } from '@/components/ui/search-field';
import { SkeletonRows } from '@/components/ui/skeleton';
import { correosQuery } from '@/lib/correo/query-options';
import { type CorreoDto, ESTADOS_DE_CORREO } from '@/lib/correo/schemas';
import { formatFechaHora } from '@/lib/time';
import { EstadoCorreo, NOMBRE_DE_ESTADO } from './estado-correo';

const COLUMNAS: readonly Column<CorreoDto>[] = [
  { key: 'asunto', title: 'Asunto', main: true, cell: (c) => <span className="wrap-anywhere">{c.asunto}</span> },
  { key: 'para', title: 'Para', cell: (c) => <span className="wrap-anywhere">{c.para}</span> },
  { key: 'tipo', title: 'Tipo', wideOnly: true, cell: (c) => c.tipo },
  {
    key: 'creado',
    title: 'Cuándo',
    cell: (c) => <span className="num whitespace-nowrap">{formatFechaHora(c.creado_en)}</span>,
  },
  { key: 'estado', title: 'Estado', cell: (c) => <EstadoCorreo estado={c.estado} /> },
];

const PARAMETROS = { buscar: parseAsString.withDefault(''), estado: parseAsStringLiteral(ESTADOS_DE_CORREO) };

/** The outbox, newest first: narrowed by state and text. A row opens the mail. */
export function ListaCorreos() {
  const [filtro, setFiltro] = useQueryStates(PARAMETROS, { history: 'replace', clearOnDefault: true });
  const consulta = useInfiniteQuery({ ...correosQuery(useDeferredValue(filtro)), placeholderData: keepPreviousData });
  const correos = useMemo(() => consulta.data?.pages.flatMap((p) => p.correos) ?? [], [consulta.data]);
  return (
    <>
      <search className="mb-4 flex flex-wrap items-center gap-3">
        <SearchField
          label="Buscar por dirección o asunto"
          className="w-full sm:w-80"
          value={filtro.buscar}
          onValueChange={(buscar) => void setFiltro({ buscar })}
        />
        <fieldset className="flex min-w-0 flex-wrap gap-2">
          <legend className="sr-only">Estado</legend>
          {ESTADOS_DE_CORREO.map((estado) => (
            <FiltroEstado
              key={estado}
              activo={filtro.estado === estado}
              onClick={() => void setFiltro({ estado: filtro.estado === estado ? null : estado })}
            >
              {NOMBRE_DE_ESTADO[estado]}
            </FiltroEstado>
          ))}
        </fieldset>
      </search>
      <Card
        flush
        title="Correos"
        aside={<BotonExportar ruta="/api/correos" filtro={filtro} />}
        className={cx('overflow-clip', consulta.isPlaceholderData && 'opacity-70')}
      >
        {consulta.isPending ? (
          <SkeletonRows rows={8} label="Cargando los correos…" />
        ) : consulta.isError && correos.length === 0 ? (
          <ErrorState message={consulta.error.message} onRetry={() => void consulta.refetch()} />
        ) : (
          <>
            <DataTable
              caption="Correos"
              columns={COLUMNAS}
              rows={correos}
              rowKey={(c) => c.id}
              rowHref={(c) => `/correos/${c.id}` as Route}
              empty={
                <SinCorreos
                  filtrado={filtro.buscar !== '' || filtro.estado !== null}
                  onQuitar={() => void setFiltro(null)}
                />
              }
            />
            {correos.length > 0 && (
              <LoadMore
                shown={correos.length}
                total={consulta.data?.pages[0]?.total}
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

function FiltroEstado({ activo, onClick, children }: { activo: boolean; onClick: () => void; children: string }) {
  return (
    <button
      type="button"
      aria-pressed={activo}
      onClick={onClick}
      className={cx(
        'flex h-9 shrink-0 items-center rounded-full border px-3.5 text-xs font-semibold pointer-coarse:h-11 pointer-coarse:px-4',
        activo
          ? 'border-transparent bg-tinta text-fondo'
          : 'border-borde bg-superficie text-tinta-2 hover:border-borde-fuerte hover:text-tinta',
      )}
    >
      {children}
    </button>
  );
}

function SinCorreos({ filtrado, onQuitar }: { filtrado: boolean; onQuitar: () => void }) {
  return (
    <EmptyState
      icon={MailSearch}
      title={filtrado ? 'No hay correos así' : 'Todavía no hay correos'}
      description={
        filtrado
          ? 'Pruebe con menos palabras, o quite el filtro.'
          : 'Aquí queda cada correo que manda la tienda: bienvenidas, códigos, cierres de caja y aprobaciones.'
      }
      action={filtrado && <Button onClick={onQuitar}>Quitar filtros</Button>}
    />
  );
}
