'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { crearCategoriaAction } from '@/lib/producto/actions';
import { NombreDeCategoria } from './nombre-de-categoria';

/** What the form needs of a category. */
export type OpcionCategoria = { id: number; nombre: string };

type CampoCategoriaProps = {
  categorias: readonly OpcionCategoria[];
  value: number | null;
  onValueChange: (id: number | null) => void;
  error: string | undefined;
};

/** The category, with a way to create the one that is missing without leaving the form. */
export function CampoCategoria({ categorias, value, onValueChange, error }: CampoCategoriaProps) {
  const [propias, setPropias] = useState<OpcionCategoria[]>([]);
  const [open, setOpen] = useState(false);
  const nuevas = propias.filter((p) => !categorias.some((c) => c.id === p.id));
  const opciones = [...categorias, ...nuevas].sort((a, b) => a.nombre.localeCompare(b.nombre, 'es'));
  return (
    <>
      <div className="flex items-end gap-2">
        <Field label="Categoría" error={error} className="flex-1">
          <Select value={value ?? ''} onChange={(event) => onValueChange(Number(event.target.value) || null)} required>
            <option value="">Elegir…</option>
            {opciones.map(({ id, nombre }) => (
              <option key={id} value={id}>
                {nombre}
              </option>
            ))}
          </Select>
        </Field>
        <Button icon={<Plus aria-hidden="true" />} onClick={() => setOpen(true)} className={error ? 'mb-5.5' : ''}>
          Nueva
        </Button>
      </div>
      <Dialog open={open} onOpenChange={setOpen} title="Nueva categoría" width="chico">
        <NombreDeCategoria
          etiqueta="Nombre"
          boton="Crear"
          guardar={(nombre, clave) => crearCategoriaAction({ nombre }, clave)}
          onGuardada={({ id, nombre }) => {
            setPropias((antes) => [...antes, { id, nombre }]);
            onValueChange(id);
            setOpen(false);
          }}
        />
      </Dialog>
    </>
  );
}
