'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { editarUsuarioAction } from '@/lib/usuario/actions';
import { CampoClave } from './campo-clave';
import { useGuardar } from './use-guardar';

/** A password for one entry of somebody else. Mounted with its dialog, so that each opening starts empty. */
export function ClaveProvisional({ idUsuario, onHecho }: { idUsuario: number; onHecho: () => void }) {
  const [password, setPassword] = useState('');
  const { form, pendiente, rechazo, campos, guardar } = useGuardar();
  return (
    <form
      ref={form}
      noValidate
      autoComplete="off"
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        guardar(() => editarUsuarioAction({ id: idUsuario, password }), onHecho);
      }}
    >
      <CampoClave
        name="password"
        label="Contraseña provisional"
        hint="De 8 caracteres o más. Al ingresar se le pedirá una propia."
        value={password}
        onValueChange={setPassword}
        error={campos.password}
      />
      {rechazo && !campos.password && (
        <Notice tone="falta" alert>
          {rechazo.message}
        </Notice>
      )}
      <Button type="submit" variant="primario" pendiente={pendiente} disabled={password === ''}>
        Cambiar
      </Button>
    </form>
  );
}
