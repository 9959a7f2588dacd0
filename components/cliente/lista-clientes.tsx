'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Contact, UserPlus } from 'lucide-react';
import type { Route } from 'next';
import { parseAsString, useQueryState } from 'nuqs';
import { useDeferredValue, useMemo, useState } from 'react';
import { BotonExportar } from '@/components/shared/boton-exportar';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { LoadMore } from '@/components/ui/load-more';
import { SearchField } from '@/components/ui/search-field';
import { SkeletonRows } from '@/components/ui/skeleton';
import { clientesQuery } from '@/lib/cliente/query-options';
import type { ClienteDto } from '@/lib/cliente/schemas';
import { formatDia } from '@/lib/time';
import { DialogoDatos } from './dialogo-datos';

const COLUMNAS: Column<ClienteDto>[] = [
  { key: 'nombre', title: 'Cliente', main: true, cell: (c) => c.nombre },
  { key: 'ci_nit', title: 'CI o NIT', cell: (c) => <span className="num">{c.ci_nit ?? '—'}</span> },
  { key: 'telefono', title: 'Teléfono', cell: (c) => <span className="num">{c.telefono ?? '—'}</span> },
  { key: 'desde', title: 'Desde', wideOnly: true, cell: (c) => <span className="num">{formatDia(c.created_at)}</span> },
];

/** The customers of the chain, searched as one types, a page after another. */
export function ListaClientes({ puedeCrear }: { puedeCrear: boolean }) {
  const [buscar, setBuscar] = useQueryState(
    'buscar',
    parseAsString.withDefault('').withOptions({ history: 'replace' }),
  );
  const [creando, setCreando] = useState(false);
  const texto = useDeferredValue(buscar.trim());
  const consulta = useInfiniteQuery({ ...clientesQuery(texto), placeholderData: keepPreviousData });
  const clientes = useMemo(() => consulta.data?.pages.flatMap((p) => p.clientes) ?? [], [consulta.data]);

  return (
    <>
      <search className="mb-4 flex flex-wrap items-center gap-3">
        <SearchField
          label="Nombre, CI, NIT o teléfono"
          value={buscar}
          onValueChange={(valor) => void setBuscar(valor || null)}
          className="min-w-56 flex-1"
        />
        {puedeCrear && (
          <Button variant="primario" icon={<UserPlus aria-hidden="true" />} onClick={() => setCreando(true)}>
            Nuevo cliente
          </Button>
        )}
      </search>
      <Card flush title="Clientes" aside={<BotonExportar ruta="/api/clientes" filtro={{ buscar: texto }} />}>
        {consulta.isPending ? (
          <SkeletonRows rows={8} label="Cargando clientes…" />
        ) : consulta.isError && clientes.length === 0 ? (
          <ErrorState message={consulta.error.message} onRetry={() => void consulta.refetch()} />
        ) : (
          <>
            <DataTable
              caption="Clientes"
              columns={COLUMNAS}
              rows={clientes}
              rowKey={(c) => c.id}
              rowHref={(c) => `/clientes/${c.id}` as Route}
              empty={
                <EmptyState
                  icon={Contact}
                  title={texto ? 'No hay clientes así' : 'Todavía no hay clientes'}
                  description={
                    texto
                      ? 'Pruebe con menos palabras, o con el CI.'
                      : 'Se registran aquí, o en el mostrador al cobrar, con F6.'
                  }
                />
              }
            />
            {clientes.length > 0 && (
              <LoadMore
                shown={clientes.length}
                total={consulta.data?.pages[0]?.total}
                hasMore={consulta.hasNextPage}
                pendiente={consulta.isFetchingNextPage}
                onMore={() => void consulta.fetchNextPage()}
              />
            )}
          </>
        )}
      </Card>
      <DialogoDatos open={creando} onOpenChange={setCreando} />
    </>
  );
}
