'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { PackageSearch } from 'lucide-react';
import type { Route } from 'next';
import { parseAsString, useQueryStates } from 'nuqs';
import { useDeferredValue, useMemo } from 'react';
import { BotonExportar } from '@/components/shared/boton-exportar';
import { ElegirSucursal } from '@/components/sucursal/elegir-sucursal';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Link } from '@/components/ui/link';
import { LoadMore } from '@/components/ui/load-more';
import { SkeletonRows } from '@/components/ui/skeleton';
import { type FiltroInventario, inventarioQuery } from '@/lib/auditoria/query-options';
import type { MovimientoInventarioDto } from '@/lib/auditoria/schemas';
import { centavosDeJson, formatMonto } from '@/lib/money';
import { formatCantidad, milesimasDeJson } from '@/lib/quantity';
import { formatFechaHora } from '@/lib/time';
import { Elegir, FiltrosComunes, type Opcion } from './filtros-comunes';

const TIPOS: readonly Opcion[] = [
  { valor: 'VENTA', nombre: 'Venta' },
  { valor: 'ANULACION', nombre: 'Anulación' },
  { valor: 'AJUSTE', nombre: 'Ajuste' },
  { valor: 'INICIAL', nombre: 'Stock inicial' },
  { valor: 'ENTRADA', nombre: 'Entrada' },
  { valor: 'SALIDA', nombre: 'Salida' },
  { valor: 'REGULARIZACION', nombre: 'Regularización' },
];

const COLUMNAS: Column<MovimientoInventarioDto>[] = [
  {
    key: 'producto',
    title: 'Producto',
    main: true,
    cell: (m) => <span className="wrap-anywhere">{m.producto}</span>,
    className: '@2xl:max-w-72',
  },
  {
    key: 'fecha',
    title: 'Cuándo',
    cell: (m) => <span className="num whitespace-nowrap">{formatFechaHora(m.fecha)}</span>,
  },
  {
    key: 'documento',
    title: 'Documento',
    cell: (m) =>
      m.enlace ? (
        <Link
          href={m.enlace as Route}
          className="inline-flex min-h-8 items-center text-marca underline pointer-coarse:min-h-11"
        >
          {m.documento}
        </Link>
      ) : (
        m.documento
      ),
  },
  { key: 'usuario', title: 'Quién', cell: (m) => m.usuario },
  { key: 'sucursal', title: 'Dónde', cell: (m) => m.sucursal },
  {
    key: 'cantidad',
    title: 'Cantidad',
    numeric: true,
    cell: (m) => (
      <span className="font-semibold whitespace-nowrap">
        {m.cantidad > 0 ? '+' : ''}
        {formatCantidad(milesimasDeJson(m.cantidad) ?? 0)} {m.unidad === 'unidad' ? '' : m.unidad}
      </span>
    ),
  },
  {
    key: 'valor',
    title: 'Al costo',
    numeric: true,
    cell: (m) => (m.valor === null ? '—' : formatMonto(centavosDeJson(m.valor) ?? 0)),
  },
];

const PARAMETROS = {
  desde: parseAsString,
  hasta: parseAsString,
  usuario: parseAsString,
  tipo: parseAsString,
  sucursal: parseAsString,
  id_producto: parseAsString,
  buscar: parseAsString.withDefault(''),
};

type ListaInventarioProps = {
  hoy: string;
  personas: readonly Opcion[];
  sucursales: readonly { id: number; nombre: string }[];
};

/** Every movement of goods, newest first, with its document. */
export function ListaInventario({ hoy, personas, sucursales }: ListaInventarioProps) {
  const [filtro, setFiltro] = useQueryStates(PARAMETROS, { history: 'replace', clearOnDefault: true });
  const poner = (cambio: Partial<FiltroInventario>) => void setFiltro(cambio);
  const consulta = useInfiniteQuery({
    ...inventarioQuery(useDeferredValue(filtro)),
    placeholderData: keepPreviousData,
  });
  const filas = useMemo(() => consulta.data?.pages.flatMap((p) => p.filas) ?? [], [consulta.data]);
  const puestos = [filtro.desde, filtro.hasta, filtro.usuario, filtro.tipo, filtro.sucursal].filter(Boolean).length;

  return (
    <>
      <FiltrosComunes filtro={filtro} hoy={hoy} etiqueta="Producto o código" puestos={puestos} onFiltro={poner}>
        <Elegir label="Tipo" value={filtro.tipo} opciones={TIPOS} onValue={(tipo) => poner({ tipo })} />
        <Elegir
          label="Persona"
          todos="Todas"
          value={filtro.usuario}
          opciones={personas}
          onValue={(usuario) => poner({ usuario })}
        />
        {sucursales.length > 1 && (
          <ElegirSucursal
            ninguna="Todas"
            sucursales={sucursales}
            value={filtro.sucursal}
            onValueChange={(id) => poner({ sucursal: id === null ? null : String(id) })}
          />
        )}
      </FiltrosComunes>
      <Card flush title="Movimientos" aside={<BotonExportar ruta="/api/auditoria/inventario" filtro={filtro} />}>
        {consulta.isPending ? (
          <SkeletonRows rows={8} label="Cargando los movimientos…" />
        ) : consulta.isError ? (
          <ErrorState message={consulta.error.message} onRetry={() => void consulta.refetch()} />
        ) : (
          <>
            <DataTable
              caption="Movimientos de mercadería"
              columns={COLUMNAS}
              rows={filas}
              rowKey={(m) => m.id}
              empty={
                <EmptyState
                  icon={PackageSearch}
                  title="No hay movimientos así"
                  description="Pruebe con otros días u otro producto, o quite algún filtro."
                />
              }
            />
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
    </>
  );
}
