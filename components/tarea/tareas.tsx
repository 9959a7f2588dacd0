'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { ClipboardCheck } from 'lucide-react';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { BotonExportar } from '@/components/shared/boton-exportar';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { LoadMore } from '@/components/ui/load-more';
import { SearchField } from '@/components/ui/search-field';
import { Segmented } from '@/components/ui/segmented';
import { SkeletonRows } from '@/components/ui/skeleton';
import { tareasQuery } from '@/lib/tarea/query-options';
import { ListaTareas } from './lista-tareas';

const ESTADOS = ['PENDIENTE', 'RESUELTA'] as const;

/** What is not right and stopped nobody, until somebody says what came of it; live. */
export function Tareas({ puedeResolver, conSucursal }: { puedeResolver: boolean; conSucursal: boolean }) {
  const [filtro, setFiltro] = useQueryStates({
    estado: parseAsStringLiteral(ESTADOS).withDefault('PENDIENTE'),
    buscar: parseAsString.withDefault(''),
  });
  const lista = useInfiniteQuery(tareasQuery(filtro));
  const tareas = lista.data?.pages.flatMap((p) => p.tareas) ?? [];
  return (
    <>
      <div className="mb-4 flex flex-wrap items-end gap-3">
        <Segmented
          label="Qué ver"
          className="min-w-64"
          options={[
            { value: 'PENDIENTE', label: 'Pendientes' },
            { value: 'RESUELTA', label: 'Resueltas' },
          ]}
          value={filtro.estado}
          onValueChange={(estado) => void setFiltro({ estado })}
        />
        <SearchField
          label="Buscar en las tareas"
          value={filtro.buscar}
          onValueChange={(buscar) => void setFiltro({ buscar })}
        />
      </div>
      <Card flush title="Tareas" aside={<BotonExportar ruta="/api/tareas" filtro={filtro} />} className="overflow-clip">
        {lista.isPending && <SkeletonRows rows={5} />}
        {lista.isError && <ErrorState message={lista.error.message} onRetry={() => void lista.refetch()} />}
        {lista.data &&
          (tareas.length === 0 ? (
            <EmptyState
              icon={ClipboardCheck}
              title={filtro.estado === 'PENDIENTE' ? 'Nada pendiente' : 'Todavía no se resolvió ninguna'}
              description="Lo que un cierre no explica queda aquí hasta que alguien dice qué pasó."
            />
          ) : (
            <>
              <ListaTareas
                tareas={tareas}
                puedeResolver={puedeResolver}
                conSesion
                conSucursal={conSucursal}
                onResuelta={() => void lista.refetch()}
              />
              <LoadMore
                shown={tareas.length}
                hasMore={lista.hasNextPage}
                pendiente={lista.isFetchingNextPage}
                onMore={() => void lista.fetchNextPage()}
              />
            </>
          ))}
      </Card>
    </>
  );
}
