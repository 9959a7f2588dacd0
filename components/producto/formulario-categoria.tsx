'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { crearCategoriaAction, editarCategoriaAction } from '@/lib/producto/actions';
import { type EnArbol, MAXIMO_NIVELES } from '@/lib/producto/rules';
import type { CategoriaDto } from '@/lib/producto/schemas';
import { useActo } from './use-acto';

type FormularioCategoriaProps = {
  categoria: EnArbol<CategoriaDto> | null;
  categorias: readonly EnArbol<CategoriaDto>[];
  alGuardar: () => void;
};

/** The name of a category and where it hangs. */
export function FormularioCategoria({ categoria, categorias, alGuardar }: FormularioCategoriaProps) {
  const [nombre, setNombre] = useState(categoria?.nombre ?? '');
  const [padre, setPadre] = useState(categoria?.id_padre ? String(categoria.id_padre) : '');
  const { hacer, pendiente, rechazo, campos } = useActo();
  const enviar = (event: FormEvent) => {
    event.preventDefault();
    if (!nombre.trim()) return;
    const raw = { nombre, id_padre: padre === '' ? null : Number(padre) };
    if (categoria) {
      hacer(editarCategoriaAction, { id: categoria.id, ...raw }, { aviso: 'Categoría guardada', alHacer: alGuardar });
    } else hacer(crearCategoriaAction, raw, { aviso: 'Categoría creada', alHacer: alGuardar });
  };
  const posibles = categorias.filter((c) => c.id !== categoria?.id && c.nivel < MAXIMO_NIVELES - 1);
  return (
    <form onSubmit={enviar} noValidate className="flex flex-col gap-4">
      <Field label="Nombre" error={campos.nombre}>
        <Input value={nombre} onChange={(event) => setNombre(event.target.value)} maxLength={100} />
      </Field>
      <Field label="Dentro de" error={campos.id_padre}>
        <Select value={padre} onChange={(event) => setPadre(event.target.value)}>
          <option value="">Ninguna, es principal</option>
          {posibles.map((c) => (
            <option key={c.id} value={c.id}>
              {`${'\u2003'.repeat(c.nivel)}${c.nombre}`}
            </option>
          ))}
        </Select>
      </Field>
      {rechazo && !rechazo.campos && (
        <Notice tone="falta" alert>
          {rechazo.message}
        </Notice>
      )}
      <div className="flex justify-end">
        <Button type="submit" variant="primario" pendiente={pendiente} disabled={!nombre.trim()}>
          Guardar
        </Button>
      </div>
    </form>
  );
}
