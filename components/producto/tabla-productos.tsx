import { Star } from 'lucide-react';
import type { Route } from 'next';
import type { ReactNode } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
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
  // Beside the box that chooses it.
  className: 'pr-10 @2xl:pr-3',
  cell: (p) => (
    <span className="flex min-w-0 items-center gap-3">
      {p.imagen && (
        // biome-ignore lint/performance/noImgElement: the picture is behind the session's cookie and already small
        <img src={p.imagen} alt="" loading="lazy" className="size-9 shrink-0 rounded-sm object-contain" />
      )}
      <span className="flex min-w-0 flex-col">
        <span className="line-clamp-2">
          {p.favorito && <Star aria-label="Favorito" className="mr-1 inline size-3.5 fill-acento text-acento" />}
          {p.nombre}
        </span>
        <span className="num text-xs font-normal text-tinta-2">
          {[p.codigo_barras ?? 'sin código', p.sku].filter(Boolean).join(' · ')}
        </span>
      </span>
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
    cell: (p) => {
      const costo = p.costo_promedio ?? p.costo_compra;
      return costo === null ? '—' : formatMonto(centavos(costo));
    },
  },
  {
    key: 'margen',
    title: 'Margen',
    numeric: true,
    wideOnly: true,
    cell: (p) => {
      const costo = p.costo_promedio ?? p.costo_compra;
      return costo === null ? '—' : <Margen precio={centavos(p.precio_venta)} costo={centavos(costo)} />;
    },
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

/** Which rows are chosen, for an act on many. */
export type Seleccion = { ids: ReadonlySet<number>; alternar: (id: number) => void };

function eleccion({ ids, alternar }: Seleccion): Column<ProductoDto> {
  return {
    key: 'elegir',
    title: 'Elegir',
    bare: true,
    cell: (p) => (
      // Above the link that covers the row.
      <Checkbox
        label={<span className="sr-only">Elegir {p.nombre}</span>}
        checked={ids.has(p.id)}
        onChange={() => alternar(p.id)}
        className="relative z-10 pointer-coarse:p-3 @2xl:-my-1"
      />
    ),
    className: 'absolute top-2 right-2 @2xl:static @2xl:w-12',
  };
}

type TablaProductosProps = {
  productos: readonly ProductoDto[];
  conCosto: boolean;
  /** Absent for whoever may not change many at once. */
  seleccion?: Seleccion | undefined;
  empty: ReactNode;
};

/** The catalogue as rows; cost and margin only for whoever may see them. A row opens its product. */
export function TablaProductos({ productos, conCosto, seleccion, empty }: TablaProductosProps) {
  return (
    <DataTable
      caption="Productos"
      columns={[
        ...(seleccion ? [eleccion(seleccion)] : []),
        NOMBRE,
        ...COMUNES,
        PRECIO,
        ...(conCosto ? DE_COSTO : []),
        STOCK,
      ]}
      rows={productos}
      rowClass={(p) => (seleccion?.ids.has(p.id) ? 'bg-marca-suave/40' : undefined)}
      rowKey={(p) => p.id}
      rowHref={(p) => `/productos/${p.id}` as Route}
      empty={empty}
    />
  );
}
