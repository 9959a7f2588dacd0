'use client';

import { Plus } from 'lucide-react';
import { type FormEvent, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { ActionResult } from '@/lib/action/result';
import type { CategoriaDto } from '@/lib/producto/schemas';
import { newUuid } from '@/lib/uuid';

type NombreProps = {
  etiqueta: string;
  boton: string;
  inicial?: string;
  guardar: (nombre: string, clave: string) => Promise<ActionResult<CategoriaDto>>;
  onGuardada: (categoria: CategoriaDto) => void;
  onCancelar?: () => void;
};

/** One name and its button. The act's key serves every try of the same name. */
export function NombreDeCategoria({ etiqueta, boton, inicial = '', guardar, onGuardada, onCancelar }: NombreProps) {
  const [nombre, setNombre] = useState(inicial);
  const [rechazo, setRechazo] = useState<string>();
  const [pendiente, startTransition] = useTransition();
  const clave = useRef<{ nombre: string; clave: string } | null>(null);
  const enviar = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!nombre.trim()) return;
    if (clave.current?.nombre !== nombre) clave.current = { nombre, clave: newUuid() };
    const llave = clave.current.clave;
    startTransition(async () => {
      const hecho = await guardar(nombre, llave);
      if (!hecho.ok) return setRechazo(hecho.message);
      clave.current = null;
      setNombre(inicial);
      setRechazo(undefined);
      onGuardada(hecho.data);
    });
  };
  return (
    <form onSubmit={enviar}>
      <Field label={etiqueta} hideLabel={inicial !== ''} error={rechazo}>
        <span className="flex gap-2">
          <Input
            value={nombre}
            onChange={(event) => setNombre(event.target.value)}
            maxLength={100}
            className="flex-1"
          />
          <Button
            type="submit"
            variant="suave"
            pendiente={pendiente}
            icon={inicial ? undefined : <Plus aria-hidden="true" />}
          >
            {boton}
          </Button>
          {onCancelar && (
            <Button variant="fantasma" onClick={onCancelar} disabled={pendiente}>
              Cancelar
            </Button>
          )}
        </span>
      </Field>
    </form>
  );
}
