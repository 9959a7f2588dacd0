'use client';

import { PackageSearch, Star } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Skeleton } from '@/components/ui/skeleton';
import type { FiltroCatalogo, ProductoMostrador } from '@/lib/venta/query-options';
import { TarjetaProducto } from './tarjeta-producto';
import type { Linea } from './ticket';
import type { useCatalogo } from './use-catalogo';

const REJILLA = 'grid grid-cols-2 gap-2.5 sm:grid-cols-[repeat(auto-fill,minmax(10rem,1fr))]';

type RejillaProps = {
  filtro: FiltroCatalogo;
  productos: readonly ProductoMostrador[];
  /** Index of the tile that Enter adds; −1 without a search. */
  marcada: number;
  lineas: readonly Linea[];
  consulta: ReturnType<typeof useCatalogo>['consulta'];
  onElegir: (producto: ProductoMostrador, porTeclado: boolean) => void;
};

/** The products at hand: what the group or the search brings, with what to do when it brings nothing. */
export function Rejilla({ filtro, productos, marcada, lineas, consulta, onElegir }: RejillaProps) {
  const cantidades = useMemo(() => new Map(lineas.map((l) => [l.producto.id, l.cantidad])), [lineas]);
  if (consulta.isPending) return <RejillaGris />;
  if (consulta.isError && productos.length === 0) {
    return <ErrorState message={consulta.error?.message} onRetry={() => consulta.refetch()} />;
  }
  if (productos.length === 0) return <SinProductos filtro={filtro} />;
  return (
    <div className={cx('transition-opacity duration-150', consulta.isPlaceholderData && 'opacity-60')}>
      <ul aria-label="Productos" className={REJILLA}>
        {productos.map((producto, i) => (
          <li key={producto.id} data-marcada={i === marcada || undefined}>
            <TarjetaProducto
              producto={producto}
              enTicket={cantidades.get(producto.id) ?? 0}
              marcada={i === marcada}
              onElegir={onElegir}
            />
          </li>
        ))}
      </ul>
      {consulta.hasNextPage && (
        <div className="grid place-items-center py-4">
          <Button pendiente={consulta.isFetchingNextPage} onClick={() => consulta.fetchNextPage()}>
            Ver más productos
          </Button>
        </div>
      )}
    </div>
  );
}

function SinProductos({ filtro }: { filtro: FiltroCatalogo }) {
  if (filtro.texto) {
    return (
      <EmptyState
        icon={PackageSearch}
        title={`Nada se llama «${filtro.texto}»`}
        description="Pruebe con menos letras, o con el código de barras."
      />
    );
  }
  if (filtro.grupo === 'favoritos') {
    return (
      <EmptyState
        icon={Star}
        title="Todavía no hay favoritos"
        description="Los productos marcados con estrella en Productos aparecen aquí. Mientras tanto, se puede escanear o buscar."
      />
    );
  }
  return <EmptyState icon={PackageSearch} title="No hay productos aquí" description="Elija otro grupo o busque." />;
}

function RejillaGris() {
  return (
    <div role="status" className={REJILLA}>
      <span className="sr-only">Cargando productos…</span>
      {Array.from({ length: 12 }, (_, i) => i).map((i) => (
        <Skeleton key={i} className="h-26 rounded-md" />
      ))}
    </div>
  );
}
