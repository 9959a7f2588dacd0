'use client';

import type { Route } from 'next';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import type { DocumentoStockDetalleDto, LineaDocumentoDto } from '@/lib/inventario/schemas-respuestas';
import { conSigno, monto } from './formato';

const COLUMNAS: Column<LineaDocumentoDto>[] = [
  { key: 'nombre', title: 'Producto', main: true, cell: (l) => <span className="wrap-anywhere">{l.nombre}</span> },
  { key: 'cantidad', title: 'Cantidad', numeric: true, cell: (l) => conSigno(l.cantidad, l.unidad) },
  { key: 'costo', title: 'Costo', numeric: true, cell: (l) => monto(l.costo_unitario) },
  { key: 'valor', title: 'Al costo', numeric: true, cell: (l) => monto(l.valor) },
];

/** The lines of a stock document; each opens the kardex of its product. */
export function DetalleDocumento({ documento }: { documento: DocumentoStockDetalleDto }) {
  return (
    <Card flush title="Productos" aside={documento.valor === null ? undefined : `Total Bs ${monto(documento.valor)}`}>
      <DataTable
        caption="Productos del documento"
        columns={COLUMNAS}
        rows={documento.lineas}
        rowKey={(l) => l.linea}
        rowHref={(l) => `/inventario/kardex/${l.id_producto}?id_sucursal=${documento.id_sucursal}` as Route}
      />
    </Card>
  );
}
