'use client';

import { FolderTree, Pencil, Trash2 } from 'lucide-react';
import type { Route } from 'next';
import { useState } from 'react';
import { BotonExportar } from '@/components/shared/boton-exportar';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { cx } from '@/components/ui/cx';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { eliminarCategoriaAction } from '@/lib/producto/actions';
import type { EnArbol } from '@/lib/producto/rules';
import type { CategoriaDto } from '@/lib/producto/schemas';
import { cuantos } from './cuenta';
import { FormularioCategoria } from './formulario-categoria';
import { useActo } from './use-acto';

type Categoria = EnArbol<CategoriaDto>;

/** The tree as a list, each category under its father; each can be renamed, moved and, when empty, deleted. */
export function ArbolCategorias({ categorias }: { categorias: readonly Categoria[] }) {
  const [editada, setEditada] = useState<Categoria | 'nueva' | null>(null);
  const [eliminada, setEliminada] = useState<Categoria | null>(null);
  const { hacer, rechazo } = useActo();
  return (
    <>
      <Card
        flush
        title={cuantos(categorias.length, 'categoría', 'categorías')}
        aside={
          <span className="flex flex-wrap items-center justify-end gap-2">
            <BotonExportar ruta="/api/inventario/categorias" />
            <Button variant="primario" onClick={() => setEditada('nueva')}>
              Nueva categoría
            </Button>
          </span>
        }
      >
        {rechazo && (
          <Notice tone="falta" alert className="mx-4 mb-3">
            {rechazo.message}
          </Notice>
        )}
        {categorias.length === 0 ? (
          <EmptyState icon={FolderTree} title="Todavía no hay categorías" description="Cada producto va en una." />
        ) : (
          <ul className="divide-y divide-borde border-t border-borde">
            {categorias.map((c) => (
              <li
                key={c.id}
                className="flex items-center gap-2 py-1 pr-4"
                style={{ paddingLeft: `${1.25 + c.nivel * 1.5}rem` }}
              >
                <Link
                  href={`/productos?id_categoria=${c.id}` as Route}
                  className="group flex min-h-11 min-w-0 flex-1 flex-wrap items-center gap-x-2"
                >
                  <span className={cx('group-hover:underline', c.nivel === 0 && 'font-semibold')}>{c.nombre}</span>
                  <span className="num text-xs whitespace-nowrap text-tinta-2">
                    {cuantos(c.total_productos, 'producto', 'productos')}
                  </span>
                </Link>
                <Button variant="fantasma" size="icono" aria-label={`Editar ${c.nombre}`} onClick={() => setEditada(c)}>
                  <Pencil aria-hidden="true" />
                </Button>
                <Button
                  variant="fantasma"
                  size="icono"
                  aria-label={`Eliminar ${c.nombre}`}
                  onClick={() => setEliminada(c)}
                >
                  <Trash2 aria-hidden="true" />
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Dialog
        open={editada !== null}
        onOpenChange={(abierto) => !abierto && setEditada(null)}
        title={editada === 'nueva' ? 'Nueva categoría' : `Editar ${editada?.nombre ?? ''}`}
        width="chico"
      >
        {editada && (
          <FormularioCategoria
            categoria={editada === 'nueva' ? null : editada}
            categorias={categorias}
            alGuardar={() => setEditada(null)}
          />
        )}
      </Dialog>
      <ConfirmDialog
        open={eliminada !== null}
        onOpenChange={(abierto) => !abierto && setEliminada(null)}
        title={`¿Eliminar la categoría ${eliminada?.nombre ?? ''}?`}
        confirm="Eliminar"
        peligro
        onConfirm={async () => {
          hacer(eliminarCategoriaAction, { id: eliminada?.id }, { aviso: 'Categoría eliminada' });
          return undefined;
        }}
      />
    </>
  );
}
