'use client';

import { useQuery } from '@tanstack/react-query';
import { cx } from '@/components/ui/cx';
import { categoriasQuery, type FiltroCatalogo } from '@/lib/venta/query-options';

type CategoriasProps = {
  grupo: FiltroCatalogo['grupo'];
  onGrupo: (grupo: FiltroCatalogo['grupo']) => void;
  /** A search looks everywhere, so no group is marked meanwhile. */
  buscando: boolean;
};

/** The groups of the grid: favourites first, then everything, then each category. */
export function Categorias({ grupo, onGrupo, buscando }: CategoriasProps) {
  const { data: categorias = [] } = useQuery(categoriasQuery());
  const grupos: { valor: FiltroCatalogo['grupo']; nombre: string }[] = [
    { valor: 'favoritos', nombre: 'Favoritos' },
    { valor: 'todos', nombre: 'Todos' },
    ...categorias.map((c) => ({ valor: c.id, nombre: c.nombre })),
  ];
  return (
    <fieldset className="-mx-1 flex shrink-0 gap-2 overflow-x-auto p-1 [scrollbar-width:none] lg:max-h-24 lg:flex-wrap lg:overflow-y-auto">
      <legend className="sr-only">Grupo de productos</legend>
      {grupos.map(({ valor, nombre }) => {
        const marcado = !buscando && valor === grupo;
        return (
          <button
            key={valor}
            type="button"
            aria-pressed={marcado}
            onClick={() => onGrupo(valor)}
            className={cx(
              'h-9 shrink-0 rounded-full border px-3.5 text-xs font-semibold whitespace-nowrap transition-colors duration-100 pointer-coarse:h-11 pointer-coarse:px-4',
              marcado
                ? 'border-transparent bg-tinta text-fondo'
                : 'border-borde bg-superficie text-tinta-2 hover:border-borde-fuerte hover:text-tinta',
            )}
          >
            {nombre}
          </button>
        );
      })}
    </fieldset>
  );
}
