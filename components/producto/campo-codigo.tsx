'use client';

import { useQuery } from '@tanstack/react-query';
import { Barcode } from 'lucide-react';
import type { Route } from 'next';
import { type KeyboardEvent, useState } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Link } from '@/components/ui/link';
import { duenoDeCodigoQuery } from '@/lib/producto/query-options';
import { avisoDeCodigo, MAXIMO_CODIGO } from '@/lib/producto/rules';

type CampoCodigoProps = {
  value: string;
  onValueChange: (codigo: string) => void;
  /** The product being edited: its own code is not taken. */
  idPropio: number | null;
  error: string | undefined;
  /** After Enter: the scanner ends each code with one, and it must not send the form. */
  onEnter: () => void;
  autoFocus?: boolean;
};

/** Where the scanner writes. Says at once when the code looks mistyped, or already belongs to another product. */
export function CampoCodigo({ value, onValueChange, idPropio, error, onEnter, autoFocus = false }: CampoCodigoProps) {
  const [dejado, setDejado] = useState(value.trim());
  const { data: dueno } = useQuery(duenoDeCodigoQuery(dejado));
  const ajeno = !error && dueno && dueno.id !== idPropio && dejado === value.trim() ? dueno : null;
  const aviso = dejado === value.trim() ? avisoDeCodigo(dejado) : null;
  const alPulsar = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    setDejado(value.trim());
    onEnter();
  };
  return (
    <Field
      label="Código de barras"
      opcional
      hint={
        ajeno ? (
          <span role="status" className="text-falta">
            Ya es de{' '}
            <Link href={`/productos/${ajeno.id}` as Route} className="font-semibold underline underline-offset-2">
              {ajeno.nombre}
            </Link>
          </span>
        ) : aviso ? (
          <span role="status" className="text-aviso">
            {aviso} Si es un código propio, está bien así.
          </span>
        ) : (
          'Se puede escanear. Sin código también se vende, buscándolo por nombre.'
        )
      }
      error={error}
    >
      <Input
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
        onBlur={() => setDejado(value.trim())}
        onKeyDown={alPulsar}
        maxLength={MAXIMO_CODIGO}
        spellCheck={false}
        autoCapitalize="off"
        autoFocus={autoFocus}
        className="num"
        prefix={<Barcode aria-hidden="true" className="size-5" />}
      />
    </Field>
  );
}
