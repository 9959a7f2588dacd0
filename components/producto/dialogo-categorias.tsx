'use client';

import { useQueryClient } from '@tanstack/react-query';
import { FolderOpen, Pencil, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { crearCategoriaAction, editarCategoriaAction, eliminarCategoriaAction } from '@/lib/producto/actions';
import type { CategoriaDto } from '@/lib/producto/schemas';
import { cuantos } from './cuenta';
import { NombreDeCategoria } from './nombre-de-categoria';

/** The button that opens the categories, and their dialog: create, rename, delete. */
export function Categorias({ categorias }: { categorias: readonly CategoriaDto[] }) {
  const [open, setOpen] = useState(false);
  const [editada, setEditada] = useState<number | null>(null);
  const [eliminada, setEliminada] = useState<CategoriaDto | null>(null);
  const actualizar = useActualizar();
  return (
    <>
      <Button icon={<FolderOpen aria-hidden="true" />} onClick={() => setOpen(true)}>
        Categorías
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title="Categorías" width="chico">
        <NombreDeCategoria
          etiqueta="Nueva categoría"
          boton="Agregar"
          guardar={(nombre, clave) => crearCategoriaAction({ nombre }, clave)}
          onGuardada={() => actualizar('Categoría creada')}
        />
        {categorias.length === 0 ? (
          <EmptyState icon={FolderOpen} title="Todavía no hay categorías" className="py-6" />
        ) : (
          <ul className="-mx-2 mt-4 max-h-[50dvh] divide-y divide-borde overflow-y-auto">
            {categorias.map((categoria) => (
              <li key={categoria.id} className="px-2 py-1.5">
                {editada === categoria.id ? (
                  <NombreDeCategoria
                    etiqueta={`Nuevo nombre de ${categoria.nombre}`}
                    boton="Guardar"
                    inicial={categoria.nombre}
                    guardar={(nombre) => editarCategoriaAction({ id: categoria.id, nombre })}
                    onGuardada={() => {
                      setEditada(null);
                      actualizar('Categoría guardada');
                    }}
                    onCancelar={() => setEditada(null)}
                  />
                ) : (
                  <FilaDeCategoria
                    categoria={categoria}
                    onEditar={() => setEditada(categoria.id)}
                    onEliminar={() => setEliminada(categoria)}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
      </Dialog>
      <ConfirmDialog
        open={eliminada !== null}
        onOpenChange={(abierto) => !abierto && setEliminada(null)}
        title={`¿Eliminar la categoría ${eliminada?.nombre ?? ''}?`}
        confirm="Eliminar"
        peligro
        onConfirm={async () => {
          const hecho = await eliminarCategoriaAction({ id: eliminada?.id });
          if (!hecho.ok) return hecho.message;
          actualizar('Categoría eliminada');
        }}
      />
    </>
  );
}

function useActualizar() {
  const router = useRouter();
  const queries = useQueryClient();
  return (aviso: string) => {
    toast.success(aviso);
    void queries.invalidateQueries({ queryKey: ['categorias'] });
    void queries.invalidateQueries({ queryKey: ['productos'] });
    router.refresh();
  };
}

type FilaProps = { categoria: CategoriaDto; onEditar: () => void; onEliminar: () => void };

function FilaDeCategoria({ categoria, onEditar, onEliminar }: FilaProps) {
  const { nombre, total_productos: total } = categoria;
  return (
    <div className="flex items-center gap-2">
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{nombre}</span>
        <span className="num text-xs text-tinta-2">{cuantos(total, 'producto', 'productos')}</span>
      </span>
      <Button variant="fantasma" size="icono" aria-label={`Cambiar el nombre de ${nombre}`} onClick={onEditar}>
        <Pencil aria-hidden="true" />
      </Button>
      <Button variant="fantasma" size="icono" aria-label={`Eliminar ${nombre}`} onClick={onEliminar}>
        <Trash2 aria-hidden="true" />
      </Button>
    </div>
  );
}
