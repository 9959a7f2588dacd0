'use client';

import { Truck } from 'lucide-react';
import type { Route } from 'next';
import { parseAsString, useQueryStates } from 'nuqs';
import type { Column } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Segmented } from '@/components/ui/segmented';
import type { TransferenciaDto } from '@/lib/inventario/schemas-respuestas';
import { formatFechaHora } from '@/lib/time';
import { ChipTransferencia } from './chips';
import { monto } from './formato';
import { ListaPaginada } from './lista-paginada';

const COLUMNAS: Column<TransferenciaDto>[] = [
  { key: 'folio', title: 'Transferencia', main: true, cell: (t) => `${t.folio} · ${t.origen} → ${t.destino}` },
  { key: 'estado', title: 'Estado', cell: (t) => <ChipTransferencia estado={t.estado} /> },
  {
    key: 'pedida',
    title: 'Pedida',
    cell: (t) => <span className="num whitespace-nowrap">{formatFechaHora(t.solicitada_en)}</span>,
  },
  { key: 'quien', title: 'Quién', cell: (t) => t.solicitante },
  { key: 'productos', title: 'Productos', numeric: true, cell: (t) => t.productos },
  {
    key: 'camino',
    title: 'En camino (Bs)',
    numeric: true,
    cell: (t) => (t.valor_en_camino === 0 ? '—' : monto(t.valor_en_camino)),
  },
];

/** The transfers of one's branches; those that wait for something first of all. */
export function ListaTransferencias() {
  const [filtro, setFiltro] = useQueryStates({ pendientes: parseAsString }, { history: 'replace' });
  return (
    <>
      <Segmented
        label="Cuáles"
        className="mb-4 max-w-sm"
        value={filtro.pendientes === 'true' ? 'pendientes' : 'todas'}
        options={[
          { value: 'todas', label: 'Todas' },
          { value: 'pendientes', label: 'Por terminar' },
        ]}
        onValueChange={(v) => void setFiltro({ pendientes: v === 'pendientes' ? 'true' : null })}
      />
      <ListaPaginada<TransferenciaDto>
        title="Transferencias"
        camino="transferencia"
        filtro={filtro}
        columns={COLUMNAS}
        rowKey={(t) => t.id}
        rowHref={(t) => `/inventario/transferencias/${t.id}` as Route}
        empty={
          <EmptyState
            icon={Truck}
            title="No hay transferencias"
            description="Se pide mercadería a otra sucursal, o se le envía la que sobra."
          />
        }
      />
    </>
  );
}
