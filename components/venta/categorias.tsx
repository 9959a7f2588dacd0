'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { useLocal } from '@/components/offline/use-local';
import { cx } from '@/components/ui/cx';
import { localCounter } from '@/lib/offline/local';
import type { FiltroCatalogo } from '@/lib/venta/query-options';

type CategoriasProps = {
  grupo: FiltroCatalogo['grupo'];
  onGrupo: (grupo: FiltroCatalogo['grupo']) => void;
  /** A search looks everywhere, so no group is marked meanwhile. */
  buscando: boolean;
};

/** The groups of the grid on one line: favourites first, then everything, then each category. */
export const Categorias = memo(function Categorias({ grupo, onGrupo, buscando }: CategoriasProps) {
  const categorias = useCategorias();
  const { fila, oculto, correr } = useDesborde(categorias.length);
  const grupos: { valor: FiltroCatalogo['grupo']; nombre: string }[] = [
    { valor: 'favoritos', nombre: 'Favoritos' },
    { valor: 'todos', nombre: 'Todos' },
    ...categorias.map((c) => ({ valor: c.id, nombre: c.nombre })),
  ];
  return (
    <div className="relative -mx-1 shrink-0">
      <fieldset ref={fila} className="flex min-w-0 gap-2 overflow-x-auto p-1 [scrollbar-width:none]">
        <legend className="sr-only">Grupo de productos</legend>
        {grupos.map(({ valor, nombre }) => {
          const marcado = !buscando && valor === grupo;
          return (
            <button
              key={valor}
              type="button"
              aria-pressed={marcado}
              onClick={(event) => {
                onGrupo(valor);
                event.currentTarget.scrollIntoView({ block: 'nearest', inline: 'center', behavior: 'smooth' });
              }}
              className={cx(
                'h-9 shrink-0 rounded-full border px-3.5 text-xs font-semibold whitespace-nowrap pointer-coarse:h-11 pointer-coarse:px-4',
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
      {oculto.antes && <Correr lado="antes" onClick={() => correr(-1)} />}
      {oculto.despues && <Correr lado="despues" onClick={() => correr(1)} />}
    </div>
  );
});

/** The categories of the device's catalogue that have something to sell. */
function useCategorias(): readonly { id: number; nombre: string }[] {
  const cambios = useLocal((e) => e.catalogo.cambios, 0);
  return useMemo(() => {
    // Before the catalogue says that it is there, the page is still as the server drew it.
    const copia = cambios === 0 ? null : localCounter().copia;
    if (!copia) return [];
    const cuentas = copia.index.countByCategory();
    return copia.categorias.filter((c) => cuentas.has(c.id));
  }, [cambios]);
}

/** For a mouse; keys and fingers move the line by themselves. */
function Correr({ lado, onClick }: { lado: 'antes' | 'despues'; onClick: () => void }) {
  const Flecha = lado === 'antes' ? ChevronLeft : ChevronRight;
  return (
    <div
      aria-hidden="true"
      className={cx(
        'pointer-events-none absolute inset-y-0 flex w-20 items-center from-fondo from-45%',
        lado === 'antes' ? 'left-0 justify-start bg-linear-to-r' : 'right-0 justify-end bg-linear-to-l',
      )}
    >
      <button
        type="button"
        tabIndex={-1}
        onClick={onClick}
        className="pointer-events-auto grid size-9 place-items-center rounded-full text-tinta-2 hover:bg-superficie-2 hover:text-tinta pointer-coarse:hidden"
      >
        <Flecha className="size-5" />
      </button>
    </div>
  );
}

/** Whether the line goes on out of sight at either end, and how to move it. */
function useDesborde(cuantos: number) {
  const fila = useRef<HTMLFieldSetElement>(null);
  const [oculto, setOculto] = useState({ antes: false, despues: false });

  // biome-ignore lint/correctness/useExhaustiveDependencies: more groups change what fits
  useEffect(() => {
    const lugar = fila.current;
    if (!lugar) return;
    const medir = () => {
      const resto = lugar.scrollWidth - lugar.clientWidth - lugar.scrollLeft;
      setOculto({ antes: lugar.scrollLeft > 4, despues: resto > 4 });
    };
    medir();
    lugar.addEventListener('scroll', medir, { passive: true });
    const observador = new ResizeObserver(medir);
    observador.observe(lugar);
    return () => {
      lugar.removeEventListener('scroll', medir);
      observador.disconnect();
    };
  }, [cuantos]);

  const correr = (sentido: 1 | -1) =>
    fila.current?.scrollBy({ left: sentido * fila.current.clientWidth * 0.7, behavior: 'smooth' });
  return { fila, oculto, correr };
}
