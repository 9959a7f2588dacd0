'use client';

import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import type { EstadoIngreso } from '@/lib/auth/actions';

type SegundoPasoProps = {
  estado: EstadoIngreso;
  accion: (datos: FormData) => void;
  pendiente: boolean;
  volver: string | undefined;
};

/** The code of the second factor, after a right password. */
export function SegundoPaso({ estado, accion, pendiente, volver }: SegundoPasoProps) {
  const codigo = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (estado.intento > 0) codigo.current?.focus();
  }, [estado.intento]);
  return (
    <form action={accion} noValidate className="flex flex-col gap-5">
      {estado.message && !pendiente && (
        <Notice tone="falta" alert>
          {estado.message}
        </Notice>
      )}
      {volver && <input type="hidden" name="volver" value={volver} />}
      <Field
        label="Código de verificación"
        hint="Los 6 números de su aplicación, o un código de respaldo."
        error={estado.campos?.codigo}
      >
        <Input
          ref={codigo}
          key={estado.intento}
          name="codigo"
          size="mostrador"
          inputMode="text"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          className="num"
        />
      </Field>
      <Button type="submit" variant="primario" size="mostrador" pendiente={pendiente} className="mt-1 w-full">
        Verificar
      </Button>
      <Button type="submit" name="otra" value="si" variant="fantasma" disabled={pendiente}>
        Volver a la contraseña
      </Button>
    </form>
  );
}
