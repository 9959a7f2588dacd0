'use client';

import { History, PencilLine, Tags } from 'lucide-react';
import type { Route } from 'next';
import { useState } from 'react';
import { BotonExportar } from '@/components/shared/boton-exportar';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { Link } from '@/components/ui/link';
import { type FiltroLista, parametrosDe } from '@/lib/producto/query-options';
import type { EnArbol } from '@/lib/producto/rules';
import type { CategoriaDto } from '@/lib/producto/schemas';
import { contar, cuantos } from './cuenta';
import { DialogoEdicion } from './dialogo-edicion';

type BarraListaProps = {
  filtro: FiltroLista;
  total: number | null;
  elegidos: ReadonlySet<number>;
  onSoltar: () => void;
  categorias: readonly EnArbol<CategoriaDto>[];
  puedeEditarMuchos: boolean;
};

/** What can be done with all that the list shows, or with the rows chosen: change them, download them. */
export function BarraLista({ filtro, total, elegidos, onSoltar, categorias, puedeEditarMuchos }: BarraListaProps) {
  const [open, setOpen] = useState(false);
  const n = elegidos.size > 0 ? elegidos.size : (total ?? 0);
  const { buscar, id_categoria, favorito, bajo_stock } = filtro;
  const cuales =
    elegidos.size > 0
      ? { ids: [...elegidos] }
      : {
          filtro: {
            ...(buscar.trim() && { buscar: buscar.trim() }),
            ...(id_categoria && { id_categoria }),
            ...(favorito && { favorito }),
            ...(bajo_stock && { bajo_stock }),
          },
        };
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      {puedeEditarMuchos && n > 0 && (
        <Button icon={<PencilLine aria-hidden="true" />} onClick={() => setOpen(true)}>
          {elegidos.size > 0 ? `Editar ${cuantos(n, 'elegido', 'elegidos')}` : `Editar los ${contar(n)}`}
        </Button>
      )}
      {elegidos.size > 0 && (
        <>
          <Link href={`/productos/etiquetas?ids=${[...elegidos].join(',')}` as Route} className={buttonClass({})}>
            <Tags aria-hidden="true" />
            Etiquetas
          </Link>
          <Button variant="fantasma" onClick={onSoltar}>
            Soltar
          </Button>
        </>
      )}
      <span className="ml-auto flex flex-wrap gap-2">
        {puedeEditarMuchos && (
          <Link href={'/productos/ediciones' as Route} className={buttonClass({ variant: 'fantasma' })}>
            <History aria-hidden="true" />
            Ediciones
          </Link>
        )}
        <BotonExportar ruta="/api/inventario/producto/exportar" filtro={Object.fromEntries(parametrosDe(filtro))} />
      </span>
      {puedeEditarMuchos && (
        <DialogoEdicion
          open={open}
          onOpenChange={setOpen}
          cuales={cuales}
          cuantos={n}
          categorias={categorias}
          alHacer={onSoltar}
        />
      )}
    </div>
  );
}
