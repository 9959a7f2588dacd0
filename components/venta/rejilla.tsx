'use client';

import { PackageSearch, Star } from 'lucide-react';
import { memo, useDeferredValue, useMemo } from 'react';
import { useEstable } from '@/components/shared/use-estable';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { ProgressBar } from '@/components/ui/progress-bar';
import { Skeleton } from '@/components/ui/skeleton';
import type { VistaCatalogo } from '@/lib/offline/catalogue-copy';
import { localCounter } from '@/lib/offline/local';
import type { FiltroCatalogo, ProductoMostrador } from '@/lib/venta/query-options';
import { TarjetaProducto } from './tarjeta-producto';
import { type Linea, unidadesDe } from './ticket';

const REJILLA = 'grid grid-cols-2 gap-2.5 sm:grid-cols-[repeat(auto-fill,minmax(10rem,1fr))]';

/** Tiles that a letter writes in its own frame, which is a row on a screen of a counter; the others follow in the next. */
const PRIMERAS = 4;

type RejillaProps = {
  filtro: FiltroCatalogo;
  productos: readonly ProductoMostrador[];
  /** Index of the tile that Enter adds; −1 without a search. */
  marcada: number;
  lineas: readonly Linea[];
  /** How the device's catalogue stands. */
  vista: VistaCatalogo;
  hayMas: boolean;
  onVerMas: () => void;
  onElegir: (producto: ProductoMostrador, porTeclado: boolean) => void;
};

/** The products at hand: what the group or the search brings, with what to do when it brings nothing. */
export function Rejilla({ filtro, productos, marcada, lineas, vista, hayMas, onVerMas, onElegir }: RejillaProps) {
  const cantidades = useMemo(() => unidadesPorProducto(lineas), [lineas]);
  const elegir = useEstable(onElegir);
  const enSeguida = useDeferredValue(productos);
  const masEnSeguida = useDeferredValue(hayMas);
  if (productos.length === 0) {
    if (vista.error && !vista.completo) {
      return <ErrorState message={vista.error} onRetry={() => localCounter().copia?.sync()} />;
    }
    if (!vista.leido || (!vista.completo && vista.cargados === 0)) return <RejillaGris />;
    if (vista.completo) return <SinProductos filtro={filtro} />;
  }
  return (
    <>
      {!vista.completo && <Cargando cargados={vista.cargados} total={vista.total} />}
      <ul aria-label="Productos" className={REJILLA}>
        <Tarjetas
          productos={productos}
          desde={0}
          hasta={PRIMERAS}
          marcada={marcada < PRIMERAS ? marcada : -1}
          cantidades={cantidades}
          onElegir={elegir}
        />
        <Tarjetas
          productos={enSeguida}
          desde={PRIMERAS}
          marcada={marcada < PRIMERAS ? -1 : marcada}
          cantidades={cantidades}
          onElegir={elegir}
        />
      </ul>
      {masEnSeguida && (
        <div className="grid place-items-center py-4">
          <Button onClick={onVerMas}>Ver más productos</Button>
        </div>
      )}
    </>
  );
}

type TarjetasProps = {
  productos: readonly ProductoMostrador[];
  /** Those of these places: from the first, to before the second. */
  desde: number;
  hasta?: number;
  marcada: number;
  /** Of each product, in thousandths, on the ticket. */
  cantidades: ReadonlyMap<number, number>;
  onElegir: (producto: ProductoMostrador, porTeclado: boolean) => void;
};

/** Some of the tiles, drawn when something of theirs changes: by place, so that a letter's are written on those there are. */
const Tarjetas = memo(function Tarjetas({ productos, desde, hasta, marcada, cantidades, onElegir }: TarjetasProps) {
  return productos.slice(desde, hasta).map((producto, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: by place
    <li key={i} data-marcada={desde + i === marcada || undefined}>
      <TarjetaProducto
        producto={producto}
        enTicket={cantidades.get(producto.id) ?? 0}
        marcada={desde + i === marcada}
        onElegir={onElegir}
      />
    </li>
  ));
});

/** The first load: what is here can be sold already. */
function Cargando({ cargados, total }: { cargados: number; total: number | null }) {
  return (
    <div role="status" className="mb-3">
      <p className="num mb-1 text-xs text-tinta-2">
        Cargando el catálogo: {cargados.toLocaleString('es-BO')}
        {total !== null && ` de ${total.toLocaleString('es-BO')}`}. Ya se puede vender.
      </p>
      <ProgressBar label="Cargando el catálogo" {...(total !== null && { value: cargados, max: total })} />
    </div>
  );
}

/** How much of each product the ticket takes, in thousandths, however it is sold. */
function unidadesPorProducto(lineas: readonly Linea[]): Map<number, number> {
  const sumas = new Map<number, number>();
  for (const l of lineas) sumas.set(l.producto.id, (sumas.get(l.producto.id) ?? 0) + unidadesDe(l));
  return sumas;
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
