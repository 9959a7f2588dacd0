'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { ReceiptText } from 'lucide-react';
import type { Route } from 'next';
import { parseAsString, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { BotonExportar } from '@/components/shared/boton-exportar';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { LoadMore } from '@/components/ui/load-more';
import { SkeletonRows } from '@/components/ui/skeleton';
import { formatMonto } from '@/lib/money';
import { formatFechaHora } from '@/lib/time';
import { type FiltroVentas, ventasQuery } from '@/lib/venta/query-options';
import { folioDe, NOMBRE_METODO } from '@/lib/venta/rules';
import type { VentaDto } from '@/lib/venta/schemas';
import { EstadoVenta } from './estado-venta';
import { FiltrosVentas } from './filtros-ventas';
import { SumaVentas } from './suma-ventas';
import { cobradoDe } from './venta-dto';

const metodosDe = (v: VentaDto) => v.pagos.map((p) => NOMBRE_METODO[p.metodo] ?? p.metodo).join(' + ') || '—';

/** On a phone the whole ticket fits in its main cell; the other columns are for a wide table. */
const COLUMNAS: Column<VentaDto>[] = [
  {
    key: 'folio',
    title: 'Ticket',
    main: true,
    cell: (v) => <Resumen venta={v} />,
    className: '@2xl:whitespace-nowrap @max-2xl:[&>a]:w-full',
  },
  {
    key: 'fecha',
    title: 'Fecha',
    wideOnly: true,
    cell: (v) => <span className="num">{formatFechaHora(v.fecha)}</span>,
  },
  {
    key: 'productos',
    title: 'Productos',
    wideOnly: true,
    cell: (v) => <span className="line-clamp-1 text-tinta-2">{v.detalles.map((d) => d.nombre).join(', ')}</span>,
    className: '@2xl:max-w-56',
  },
  { key: 'cajero', title: 'Cajero', wideOnly: true, cell: (v) => v.cajero },
  { key: 'cliente', title: 'Cliente', wideOnly: true, cell: (v) => v.cliente?.nombre ?? '—' },
  { key: 'metodo', title: 'Método', wideOnly: true, cell: metodosDe },
  { key: 'estado', title: 'Estado', wideOnly: true, cell: (v) => <EstadoVenta estado={v.estado_venta} /> },
  { key: 'total', title: 'Cobrado', numeric: true, wideOnly: true, cell: (v) => <Cobrado venta={v} /> },
];

function Cobrado({ venta }: { venta: VentaDto }) {
  return (
    <span className={venta.estado_venta === 'ANULADA' ? 'num text-tinta-3 line-through' : 'num font-semibold'}>
      {formatMonto(cobradoDe(venta))}
    </span>
  );
}

function Resumen({ venta }: { venta: VentaDto }) {
  return (
    <span className="flex items-center justify-between gap-3 @max-2xl:w-full">
      <span className="min-w-0">
        <span className="num">{folioDe(venta)}</span>
        <span className="num block truncate text-xs font-normal text-tinta-2 @2xl:hidden">
          {formatFechaHora(venta.fecha)} · {venta.cliente?.nombre ?? venta.cajero} · {metodosDe(venta)}
        </span>
      </span>
      <span className="flex shrink-0 flex-col items-end gap-0.5 @2xl:hidden">
        <Cobrado venta={venta} />
        {venta.estado_venta !== 'COMPLETADA' && <EstadoVenta estado={venta.estado_venta} />}
      </span>
    </span>
  );
}

const PARAMETROS = {
  desde: parseAsString,
  hasta: parseAsString,
  metodo_pago: parseAsString,
  estado_venta: parseAsString,
  buscar: parseAsString.withDefault(''),
};

/** The branch's tickets. Without a range it is today; a number or a product is looked for on any day. */
export function ListaVentas({ hoy }: { hoy: string }) {
  const [parametros, setParametros] = useQueryStates(PARAMETROS, { history: 'replace', clearOnDefault: true });
  const sinRango = parametros.desde === null && parametros.hasta === null && parametros.buscar === '';
  const filtro: FiltroVentas = sinRango ? { ...parametros, desde: hoy, hasta: hoy } : parametros;
  const consulta = useInfiniteQuery({ ...ventasQuery(filtro), placeholderData: keepPreviousData });
  const ventas = useMemo(() => consulta.data?.pages.flatMap((p) => p.ventas) ?? [], [consulta.data]);

  return (
    <>
      <FiltrosVentas filtro={filtro} hoy={hoy} onFiltro={(cambio) => void setParametros(cambio)} />
      <Card flush title="Tickets" aside={<BotonExportar ruta="/api/ventas" filtro={filtro} />}>
        {consulta.isPending ? (
          <SkeletonRows rows={8} label="Cargando tickets…" />
        ) : consulta.isError && ventas.length === 0 ? (
          <ErrorState message={consulta.error.message} onRetry={() => void consulta.refetch()} />
        ) : (
          <>
            {ventas.length > 0 && <SumaVentas ventas={ventas} hayMas={consulta.hasNextPage} />}
            <DataTable
              caption="Tickets"
              columns={COLUMNAS}
              rows={ventas}
              rowKey={(v) => v.id}
              rowHref={(v) => `/ventas/${v.id}` as Route}
              empty={
                <EmptyState
                  icon={ReceiptText}
                  title="No hay tickets así"
                  description="Pruebe con otros días, o quite algún filtro."
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
    </>
  );
}
