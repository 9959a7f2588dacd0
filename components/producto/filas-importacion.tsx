'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { ErrorState } from '@/components/ui/error-state';
import { LoadMore } from '@/components/ui/load-more';
import { Segmented } from '@/components/ui/segmented';
import { SkeletonRows } from '@/components/ui/skeleton';
import { filasQuery, type VistaFilas } from '@/lib/producto/query-options';
import type { ImportacionDto, ImportacionFilaDto } from '@/lib/producto/schemas-importacion';
import { contar } from './cuenta';

const LINEA: Column<ImportacionFilaDto> = {
  key: 'linea',
  title: 'Línea',
  wideOnly: true,
  cell: (f) => <span className="num text-tinta-2">{contar(f.linea)}</span>,
};
const NOMBRE: Column<ImportacionFilaDto> = {
  key: 'nombre',
  title: 'Producto',
  main: true,
  cell: (f) => (
    <span className="flex min-w-0 flex-col">
      <span className="line-clamp-2 break-words">
        {f.crudo.nombre ?? <span className="text-tinta-3">sin nombre</span>}
      </span>
      <span className="num text-xs font-normal text-tinta-2">
        <span className="@2xl:hidden">línea {contar(f.linea)} · </span>
        {f.crudo.codigo_barras ?? 'sin código'}
      </span>
    </span>
  ),
};
const RAZON: Column<ImportacionFilaDto> = {
  key: 'razon',
  title: 'Motivo',
  cell: (f) => <span className={f.falla ? 'text-falta' : 'text-aviso'}>{f.falla ?? f.aviso ?? '—'}</span>,
  className: '@2xl:max-w-md',
};
const cruda = (clave: string, title: string, numeric = false): Column<ImportacionFilaDto> => ({
  key: clave,
  title,
  numeric,
  cell: (f) => f.crudo[clave] ?? '—',
});
const DE_TODAS = [
  LINEA,
  NOMBRE,
  cruda('categoria', 'Categoría'),
  cruda('precio_venta', 'Precio', true),
  cruda('costo_compra', 'Costo', true),
  cruda('stock_actual', 'Stock', true),
];

/** The rows of the file: those refused with their reason, those with a remark, and all of them as they were written. */
export function FilasImportacion({ importacion }: { importacion: ImportacionDto }) {
  const { filas, filas_malas: malas, resumen } = importacion;
  const [vista, setVista] = useState<VistaFilas>(malas > 0 ? 'malas' : 'todas');
  const consulta = useInfiniteQuery(filasQuery(importacion.id, vista, importacion.updated_at));
  const vistas: { value: VistaFilas; label: string; total: number }[] = [
    { value: 'malas', label: 'Con error', total: malas },
    { value: 'avisos', label: 'Con aviso', total: resumen.avisos },
    { value: 'todas', label: 'Todas', total: filas },
  ];
  const conFilas = vistas.filter((v) => v.total > 0);
  const leidas = consulta.data?.pages.flatMap((p) => p.filas) ?? [];
  const total = vistas.find((v) => v.value === vista)?.total ?? null;
  return (
    <Card
      flush
      title="Filas del archivo"
      className="overflow-clip"
      aside={
        conFilas.length > 1 && (
          <Segmented
            label="Qué filas"
            size="normal"
            options={conFilas.map(({ value, label, total: n }) => ({ value, label: `${label} · ${contar(n)}` }))}
            value={vista}
            onValueChange={setVista}
          />
        )
      }
    >
      {consulta.isPending ? (
        <SkeletonRows rows={5} label="Cargando filas…" />
      ) : consulta.isError && leidas.length === 0 ? (
        <ErrorState message={consulta.error.message} onRetry={() => void consulta.refetch()} />
      ) : (
        <>
          <DataTable
            caption="Filas del archivo"
            columns={vista === 'todas' ? DE_TODAS : [LINEA, NOMBRE, RAZON]}
            rows={leidas}
            rowKey={(f) => f.linea}
          />
          <LoadMore
            shown={leidas.length}
            total={total}
            hasMore={consulta.hasNextPage}
            pendiente={consulta.isFetchingNextPage}
            onMore={() => void consulta.fetchNextPage()}
          />
        </>
      )}
    </Card>
  );
}
