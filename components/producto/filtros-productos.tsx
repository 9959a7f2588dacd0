'use client';

import { Star, TriangleAlert, X } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { cx } from '@/components/ui/cx';
import { SearchField } from '@/components/ui/search-field';
import { Select } from '@/components/ui/select';
import type { FiltroLista } from '@/lib/producto/query-options';
import type { EnArbol, Orden } from '@/lib/producto/rules';
import type { CategoriaDto } from '@/lib/producto/schemas';

const ORDENES: readonly { valor: Orden; nombre: string }[] = [
  { valor: 'nombre', nombre: 'Por nombre, A–Z' },
  { valor: '-nombre', nombre: 'Por nombre, Z–A' },
  { valor: 'precio', nombre: 'Más baratos primero' },
  { valor: '-precio', nombre: 'Más caros primero' },
  { valor: 'stock', nombre: 'Menos existencia primero' },
  { valor: '-stock', nombre: 'Más existencia primero' },
];

type FiltrosProductosProps = {
  /** What is in the field; the list follows a moment later. */
  texto: string;
  onTexto: (texto: string) => void;
  onEnter: () => void;
  filtro: FiltroLista;
  onFiltro: (cambio: Partial<FiltroLista>) => void;
  categorias: readonly EnArbol<CategoriaDto>[];
};

/** Which products: by name or code, favourites, low stock, category; and in which order. */
export function FiltrosProductos({ texto, onTexto, onEnter, filtro, onFiltro, categorias }: FiltrosProductosProps) {
  const categoria = categorias.find((c) => c.id === filtro.id_categoria);
  const alPulsar = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    onEnter();
  };
  return (
    <search className="mb-4 flex flex-col gap-3">
      <div className="grid grid-cols-2 gap-2.5 lg:grid-cols-[minmax(0,1fr)_13rem_14.5rem]">
        <SearchField
          label="Nombre o código de barras"
          value={texto}
          onValueChange={onTexto}
          onKeyDown={alPulsar}
          spellCheck={false}
          className="col-span-2 max-w-none lg:col-span-1"
        />
        <Select
          aria-label="Categoría"
          value={filtro.id_categoria ?? ''}
          onChange={(event) => onFiltro({ id_categoria: Number(event.target.value) || null })}
        >
          <option value="">Todas las categorías</option>
          {categorias.map(({ id, nombre, nivel }) => (
            <option key={id} value={id}>
              {`${'\u2003'.repeat(nivel)}${nombre}`}
            </option>
          ))}
        </Select>
        <Select
          aria-label="Orden"
          value={filtro.orden ?? ''}
          onChange={(event) => onFiltro({ orden: (event.target.value || null) as Orden | null })}
        >
          <option value="">{filtro.buscar ? 'Lo más parecido primero' : 'Los más nuevos primero'}</option>
          {ORDENES.map(({ valor, nombre }) => (
            <option key={valor} value={valor}>
              {nombre}
            </option>
          ))}
        </Select>
      </div>
      <fieldset className="flex flex-wrap gap-2">
        <legend className="sr-only">Filtros</legend>
        <Filtro activo={filtro.favorito} onClick={() => onFiltro({ favorito: !filtro.favorito })}>
          <Star aria-hidden="true" /> Favoritos
        </Filtro>
        <Filtro activo={filtro.bajo_stock} onClick={() => onFiltro({ bajo_stock: !filtro.bajo_stock })}>
          <TriangleAlert aria-hidden="true" /> Stock bajo
        </Filtro>
        {categoria && (
          <Filtro activo onClick={() => onFiltro({ id_categoria: null })}>
            {categoria.nombre} <X aria-hidden="true" />
          </Filtro>
        )}
      </fieldset>
    </search>
  );
}

function Filtro({ activo, onClick, children }: { activo: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-pressed={activo}
      onClick={onClick}
      className={cx(
        'flex h-9 shrink-0 items-center gap-1.5 rounded-full border px-3.5 text-xs font-semibold whitespace-nowrap transition-colors duration-100 pointer-coarse:h-11 pointer-coarse:px-4 [&_svg]:size-3.5',
        activo
          ? 'border-transparent bg-tinta text-fondo'
          : 'border-borde bg-superficie text-tinta-2 hover:border-borde-fuerte hover:text-tinta',
      )}
    >
      {children}
    </button>
  );
}
