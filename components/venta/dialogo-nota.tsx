'use client';

import { type FormEvent, type RefObject, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { MAXIMO_NOTA } from '@/lib/venta/rules';

type DialogoNotaProps = {
  open: boolean;
  title: string;
  /** Of what it is said. */
  que?: string | undefined;
  label: string;
  placeholder?: string;
  /** Where it will be seen. */
  hint: string;
  maximo?: number;
  nota: string | null;
  /** The verb of the button. */
  accion?: string;
  onCerrar: () => void;
  onGuardar: (nota: string | null) => void;
};

/** A few words about a line or a ticket. Left empty, there are none. */
export function DialogoNota({ open, title, que, onCerrar, ...rest }: DialogoNotaProps) {
  const campo = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      open={open}
      onOpenChange={(abierto) => !abierto && onCerrar()}
      width="chico"
      title={title}
      description={que}
      initialFocus={campo}
    >
      <Formulario campo={campo} {...rest} />
    </Dialog>
  );
}

type FormularioProps = Omit<DialogoNotaProps, 'open' | 'title' | 'que' | 'onCerrar'> & {
  campo: RefObject<HTMLInputElement | null>;
};

function Formulario({
  campo,
  nota,
  label,
  placeholder,
  hint,
  maximo = MAXIMO_NOTA,
  accion = 'Guardar',
  onGuardar,
}: FormularioProps) {
  const [texto, setTexto] = useState(nota ?? '');
  function enviar(event: FormEvent) {
    event.preventDefault();
    onGuardar(texto.trim() || null);
  }
  return (
    <form onSubmit={enviar} className="flex flex-col gap-4">
      <Field label={label} hint={hint} opcional>
        <Input
          ref={campo}
          size="mostrador"
          maxLength={maximo}
          placeholder={placeholder}
          value={texto}
          onChange={(event) => setTexto(event.target.value)}
        />
      </Field>
      <Button type="submit" variant="primario" size="mostrador" className="self-end px-6">
        {accion}
      </Button>
    </form>
  );
}
