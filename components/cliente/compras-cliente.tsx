'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { ReceiptText } from 'lucide-react';
import type { Route } from 'next';
import { BotonExportar } from '@/components/shared/boton-exportar';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { LoadMore } from '@/components/ui/load-more';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EstadoVenta } from '@/components/venta/estado-venta';
import { cobradoDe } from '@/components/venta/venta-dto';
import { formatMonto } from '@/lib/money';
import { formatFechaHora } from '@/lib/time';
import { comprasQuery } from '@/lib/venta/query-options';
import { folioDe } from '@/lib/venta/rules';
import type { VentaDto } from '@/lib/venta/schemas';

const COLUMNAS: Column<VentaDto>[] = [
  { key: 'folio', title: 'Ticket', main: true, cell: (v) => <span className="num">{folioDe(v)}</span> },
  { key: 'fecha', title: 'Fecha', cell: (v) => <span className="num">{formatFechaHora(v.fecha)}</span> },
  {
    key: 'productos',
    title: 'Productos',
    wideOnly: true,
    cell: (v) => <span className="line-clamp-1 text-tinta-2">{v.detalles.map((d) => d.nombre).join(', ')}</span>,
  },
  { key: 'estado', title: 'Estado', cell: (v) => <EstadoVenta estado={v.estado_venta} /> },
  {
    key: 'total',
    title: 'Cobrado Bs',
    numeric: true,
    cell: (v) => (
      <span className={v.estado_venta === 'ANULADA' ? 'num text-tinta-3 line-through' : 'num font-semibold'}>
        {formatMonto(cobradoDe(v))}
      </span>
    ),
  },
];

/** The tickets of a customer, newest first. */
export function ComprasCliente({ idCliente }: { idCliente: number }) {
  const consulta = useInfiniteQuery(comprasQuery(idCliente));
  const ventas = consulta.data?.pages.flatMap((p) => p.ventas) ?? [];
  return (
    <Card flush title="Sus tickets" aside={<BotonExportar ruta={`/api/clientes/${idCliente}/compras`} />}>
      {consulta.isPending ? (
        <SkeletonRows rows={5} label="Cargando tickets…" />
      ) : consulta.isError && ventas.length === 0 ? (
        <ErrorState message={consulta.error.message} onRetry={() => void consulta.refetch()} />
      ) : (
        <>
          <DataTable
            caption="Tickets del cliente"
            columns={COLUMNAS}
            rows={ventas}
            rowKey={(v) => v.id}
            rowHref={(v) => `/ventas/${v.id}` as Route}
            empty={
              <EmptyState
                icon={ReceiptText}
                title="Todavía no compró"
                description="Sus tickets aparecen aquí cuando se le elige en el mostrador."
              />
            }
          />
          {ventas.length > 0 && (
            <LoadMore
              shown={ventas.length}
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
