'use client';

import type { Route } from 'next';
import { BotonExportar } from '@/components/shared/boton-exportar';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import type { SucursalDto } from '@/lib/sucursal/schemas';

const COLUMNAS: Column<SucursalDto>[] = [
  { key: 'nombre', title: 'Sucursal', main: true, cell: (s) => <span className="wrap-anywhere">{s.nombre}</span> },
  { key: 'direccion', title: 'Dirección', cell: (s) => <span className="wrap-anywhere">{s.direccion ?? '—'}</span> },
  { key: 'telefono', title: 'Teléfono', cell: (s) => <span className="num">{s.telefono ?? '—'}</span> },
  { key: 'redondeo', title: 'Redondeo', cell: (s) => (s.redondeo_efectivo ? 'A Bs 0,10' : 'Sin redondeo') },
  { key: 'dias', title: 'Devoluciones', numeric: true, cell: (s) => `${s.dias_devolucion} d` },
];

/** The branches; each opens its data. */
export function TablaSucursales({ sucursales }: { sucursales: readonly SucursalDto[] }) {
  return (
    <Card flush title="Todas" aside={<BotonExportar ruta="/api/sucursales" />}>
      <DataTable
        caption="Sucursales"
        columns={COLUMNAS}
        rows={sucursales}
        rowKey={(s) => s.id}
        rowHref={(s) => `/sucursales/${s.id}` as Route}
      />
    </Card>
  );
}
