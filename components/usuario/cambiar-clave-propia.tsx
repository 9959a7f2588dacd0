'use client';

import type { Route } from 'next';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import { cambiarClaveAction } from '@/lib/usuario/actions';
import { CampoClave, CONSEJO_DE_CLAVE } from './campo-clave';
import { useGuardar } from './use-guardar';

type Props = {
  email: string;
  /** Where to go once it is done; without it the form empties and stays. */
  despues?: Route;
};

/** One's own password, with the present one. */
export function CambiarClavePropia({ email, despues }: Props) {
  const [actual, setActual] = useState('');
  const [nueva, setNueva] = useState('');
  const { form, pendiente, rechazo, campos, guardar } = useGuardar();
  return (
    <form
      ref={form}
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        guardar(
          () => cambiarClaveAction({ currentPassword: actual, newPassword: nueva }),
          ({ message }) => {
            if (despues) return window.location.replace(despues);
            setActual('');
            setNueva('');
            toast.success(message);
          },
        );
      }}
    >
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <CampoClave
        name="currentPassword"
        label="Contraseña actual"
        actual
        value={actual}
        onValueChange={setActual}
        error={campos.currentPassword}
      />
      <CampoClave
        name="newPassword"
        label="Contraseña nueva"
        hint={CONSEJO_DE_CLAVE}
        value={nueva}
        onValueChange={setNueva}
        error={campos.newPassword}
      />
      {rechazo && Object.keys(campos).length === 0 && (
        <Notice tone="falta" alert>
          {rechazo.message}
        </Notice>
      )}
      <div>
        <Button type="submit" variant="primario" pendiente={pendiente} className="w-full sm:w-auto">
          Cambiar la contraseña
        </Button>
      </div>
    </form>
  );
}
