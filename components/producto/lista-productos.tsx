'use client';

import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { PackageSearch } from 'lucide-react';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { parseAsBoolean, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import { Card } from '@/components/ui/card';
import { cx } from '@/components/ui/cx';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Link } from '@/components/ui/link';
import { LoadMore } from '@/components/ui/load-more';
import { SkeletonRows } from '@/components/ui/skeleton';
import { duenoDeCodigoQuery, productosQuery } from '@/lib/producto/query-options';
import { type EnArbol, ORDENES } from '@/lib/producto/rules';
import type { CategoriaDto } from '@/lib/producto/schemas';
import { BarraLista } from './barra-lista';
import { FiltrosProductos } from './filtros-productos';
import { TablaProductos } from './tabla-productos';

const PARAMETROS = {
  buscar: parseAsString.withDefault(''),
  id_categoria: parseAsInteger,
  favorito: parseAsBoolean.withDefault(false),
  bajo_stock: parseAsBoolean.withDefault(false),
  orden: parseAsStringLiteral(ORDENES),
};
const PAUSA_MS = 180;

type ListaProductosProps = {
  categorias: readonly EnArbol<CategoriaDto>[];
  puedeEditar: boolean;
  puedeEditarMuchos: boolean;
  conCosto: boolean;
};

/** The catalogue: searched as one types, filtered, a page after another. The address holds what is being looked at. */
export function ListaProductos({ categorias, puedeEditar, puedeEditarMuchos, conCosto }: ListaProductosProps) {
  const router = useRouter();
  const queries = useQueryClient();
  const [filtro, setFiltro] = useQueryStates(PARAMETROS, { history: 'replace', clearOnDefault: true });
  const [abriendo, setAbriendo] = useState(false);
  const [texto, setTexto] = useTextoDeBusqueda(filtro.buscar, abriendo, (buscar) => void setFiltro({ buscar }));
  const consulta = useInfiniteQuery({ ...productosQuery(filtro), placeholderData: keepPreviousData });
  const productos = useMemo(() => consulta.data?.pages.flatMap((p) => p.productos) ?? [], [consulta.data]);
  // Drawn when there is time, but for the first of them: until then the list would say that there are none.
  const diferidos = useDeferredValue(productos);
  const mostrados = diferidos.length > 0 ? diferidos : productos;
  const [elegidos, setElegidos] = useState<ReadonlySet<number>>(new Set());
  const alternar = (id: number) =>
    setElegidos((antes) => {
      const nuevo = new Set(antes);
      if (!nuevo.delete(id)) nuevo.add(id);
      return nuevo;
    });

  /** Enter after a code, typed or scanned, opens its product; anything else is only searched. */
  const abrirExacto = async () => {
    const codigo = texto.trim();
    if (!codigo) return;
    // The address must not change while it goes to another page: that would call the visit off.
    setAbriendo(true);
    const dueno = await queries.fetchQuery(duenoDeCodigoQuery(codigo)).catch(() => null);
    if (dueno) router.push(`/productos/${dueno.id}` as Route);
    else setAbriendo(false);
  };

  return (
    <>
      <FiltrosProductos
        texto={texto}
        onTexto={setTexto}
        onEnter={() => void abrirExacto()}
        filtro={filtro}
        onFiltro={(cambio) => void setFiltro(cambio)}
        categorias={categorias}
      />
      <BarraLista
        filtro={filtro}
        total={consulta.data?.pages[0]?.total ?? null}
        elegidos={elegidos}
        onSoltar={() => setElegidos(new Set())}
        categorias={categorias}
        puedeEditarMuchos={puedeEditarMuchos}
      />
      <Card
        flush
        className={cx('overflow-clip', consulta.isPlaceholderData && 'opacity-70 transition-opacity delay-150')}
      >
        {consulta.isPending ? (
          <SkeletonRows rows={9} label="Cargando productos…" />
        ) : consulta.isError && productos.length === 0 ? (
          <ErrorState message={consulta.error.message} onRetry={() => void consulta.refetch()} />
        ) : (
          <>
            <TablaProductos
              productos={mostrados}
              conCosto={conCosto}
              seleccion={{ ids: elegidos, alternar }}
              empty={<SinProductos filtro={filtro} puedeEditar={puedeEditar} onQuitar={() => void setFiltro(null)} />}
            />
            {productos.length > 0 && (
              <LoadMore
                shown={productos.length}
                total={consulta.data?.pages[0]?.total}
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

/** The text of the field now, and the address a moment after the last key, unless it must wait. */
function useTextoDeBusqueda(enDireccion: string, espera: boolean, onBuscar: (texto: string) => void) {
  const [texto, setTexto] = useState(enDireccion);
  const [visto, setVisto] = useState(enDireccion);
  if (visto !== enDireccion) {
    // The address changed by itself (back, "quitar filtros"): the field follows, unless it is what it just asked for.
    setVisto(enDireccion);
    if (texto.trim() !== enDireccion.trim()) setTexto(enDireccion);
  }
  useEffect(() => {
    if (espera || texto.trim() === enDireccion.trim()) return;
    const pausa = setTimeout(() => onBuscar(texto.trim()), PAUSA_MS);
    return () => clearTimeout(pausa);
  });
  return [texto, setTexto] as const;
}

type SinProductosProps = {
  filtro: { buscar: string; id_categoria: number | null; favorito: boolean; bajo_stock: boolean };
  puedeEditar: boolean;
  onQuitar: () => void;
};

function SinProductos({ filtro, puedeEditar, onQuitar }: SinProductosProps) {
  const filtrado = filtro.buscar !== '' || filtro.id_categoria !== null || filtro.favorito || filtro.bajo_stock;
  const codigo = /^\d{6,}$/.test(filtro.buscar.trim()) ? filtro.buscar.trim() : null;
  const nuevo = (codigo ? `/productos/nuevo?codigo=${codigo}` : '/productos/nuevo') as Route;
  return (
    <EmptyState
      icon={PackageSearch}
      title={filtrado ? 'No hay productos así' : 'Todavía no hay productos'}
      description={
        filtrado
          ? codigo
            ? `Nadie tiene el código ${codigo}.`
            : 'Pruebe con menos palabras, o quite algún filtro.'
          : 'Se pueden crear uno por uno, o traer todos desde un archivo de Excel o CSV.'
      }
      action={
        <>
          {filtrado && (
            <button type="button" onClick={onQuitar} className={buttonClass({})}>
              Quitar filtros
            </button>
          )}
          {puedeEditar && (
            <Link href={nuevo} className={buttonClass({ variant: 'primario' })}>
              {codigo ? 'Crear con este código' : 'Nuevo producto'}
            </Link>
          )}
        </>
      }
    />
  );
}
