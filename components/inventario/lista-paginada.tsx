'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { Route } from 'next';
import { type ReactNode, useDeferredValue } from 'react';
import { BotonExportar } from '@/components/shared/boton-exportar';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { ErrorState } from '@/components/ui/error-state';
import { LoadMore } from '@/components/ui/load-more';
import { SkeletonRows } from '@/components/ui/skeleton';
import { listaQuery } from '@/lib/inventario/query-options';

type ListaPaginadaProps<T> = {
  title: string;
  aside?: ReactNode;
  /** After `/api/inventario/`. */
  camino: string;
  filtro?: Readonly<Record<string, string | null>>;
  columns: readonly Column<T>[];
  rowKey: (row: T) => string | number;
  rowHref?: (row: T) => Route;
  rowClass?: (row: T) => string | undefined;
  empty: ReactNode;
};

/**
 * A list of the room with its loading, error and empty states, read a page at a time and refreshed as things change; all
 * that is filtered can be taken as a file.
 */
export function ListaPaginada<T>({ title, aside, camino, filtro, empty, ...tabla }: ListaPaginadaProps<T>) {
  const consulta = useInfiniteQuery({
    ...listaQuery<T>(camino, useDeferredValue(filtro)),
    placeholderData: keepPreviousData,
  });
  const filas = consulta.data?.pages.flatMap((p) => p.filas) ?? [];
  return (
    <Card
      flush
      title={title}
      aside={
        <span className="flex flex-wrap items-center justify-end gap-2">
          <BotonExportar ruta={`/api/inventario/${camino}`} {...(filtro && { filtro })} />
          {aside}
        </span>
      }
    >
      {consulta.isPending ? (
        <SkeletonRows rows={8} label="Cargando…" />
      ) : consulta.isError ? (
        <ErrorState message={consulta.error.message} onRetry={() => void consulta.refetch()} />
      ) : (
        <>
          <DataTable caption={title} rows={filas} empty={empty} {...tabla} />
          {filas.length > 0 && (
            <LoadMore
              shown={filas.length}
              hasMore={consulta.hasNextPage}
              pendiente={consulta.isFetchingNextPage}
              onMore={() => void consulta.fetchNextPage()}
            />
          )}
        </>
      )}
    </Card>
  );
}
