import { Star } from 'lucide-react';
import type { Route } from 'next';
import type { ReactNode } from 'react';
import { type Column, DataTable } from '@/components/ui/data-table';
import { centavosDeJson, formatMonto } from '@/lib/money';
import type { ProductoDto } from '@/lib/producto/schemas';
import { Existencia } from './existencia';
import { Margen } from './margen';

const centavos = (monto: number) => centavosDeJson(monto) ?? 0;

const NOMBRE: Column<ProductoDto> = {
  key: 'nombre',
  title: 'Producto',
  main: true,
  cell: (p) => (
    <span className="flex min-w-0 flex-col">
      <span className="line-clamp-2">
        {p.favorito && <Star aria-label="Favorito" className="mr-1 inline size-3.5 fill-acento text-acento" />}
        {p.nombre}
      </span>
      <span className="num text-xs font-normal text-tinta-2">{p.codigo_barras ?? 'sin código'}</span>
    </span>
  ),
};

const COMUNES: Column<ProductoDto>[] = [
  {
    key: 'categoria',
    title: 'Categoría',
    wideOnly: true,
    cell: (p) => <span className="wrap-anywhere text-tinta-2">{p.categoria.nombre}</span>,
    className: '@2xl:max-w-44',
  },
];

const DE_COSTO: Column<ProductoDto>[] = [
  {
    key: 'costo',
    title: 'Costo, Bs',
    numeric: true,
    wideOnly: true,
    cell: (p) => (p.costo_compra === null ? '—' : formatMonto(centavos(p.costo_compra))),
  },
  {
    key: 'margen',
    title: 'Margen',
    numeric: true,
    wideOnly: true,
    cell: (p) =>
      p.costo_compra === null ? '—' : <Margen precio={centavos(p.precio_venta)} costo={centavos(p.costo_compra)} />,
  },
];

const PRECIO: Column<ProductoDto> = {
  key: 'precio',
  title: 'Precio, Bs',
  numeric: true,
  cell: (p) => (
    <span className="font-semibold whitespace-nowrap">
      {formatMonto(centavos(p.precio_venta))}
      {p.unidad !== 'unidad' && <span className="font-normal text-tinta-2"> /{p.unidad}</span>}
    </span>
  ),
};

const STOCK: Column<ProductoDto> = {
  key: 'stock',
  title: 'Existencia',
  numeric: true,
  cell: (p) => <Existencia producto={p} />,
};

type TablaProductosProps = { productos: readonly ProductoDto[]; conCosto: boolean; empty: ReactNode };

/** The catalogue as rows; cost and margin only for whoever may see them. A row opens its product. */
export function TablaProductos({ productos, conCosto, empty }: TablaProductosProps) {
  return (
    <DataTable
      caption="Productos"
      columns={[NOMBRE, ...COMUNES, PRECIO, ...(conCosto ? DE_COSTO : []), STOCK]}
      rows={productos}
      rowKey={(p) => p.id}
      rowHref={(p) => `/productos/${p.id}` as Route}
      empty={empty}
    />
  );
}
