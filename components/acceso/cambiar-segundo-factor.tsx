'use client';

import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { sentenceOf } from '@/components/caja/use-acto';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import { ApiError } from '@/lib/api-client';
import { enviarDesactivacion, enviarRenovacion } from '@/lib/auth/query-options';
import { CodigosDeRespaldo } from './codigos-de-respaldo';

type CambiarSegundoFactorProps = { acto: 'codigos' | 'desactivar'; onHecho: () => void };

/** What needs the password and a code: new recovery codes, or turning it off. */
export function CambiarSegundoFactor({ acto, onHecho }: CambiarSegundoFactorProps) {
  const [password, setPassword] = useState('');
  const [codigo, setCodigo] = useState('');
  const cambio = useMutation({
    mutationFn: async (datos: { password: string; codigo: string }) => {
      if (acto === 'codigos') return (await enviarRenovacion(datos)).codigos;
      await enviarDesactivacion(datos);
      return null;
    },
    onSuccess(codigos) {
      if (codigos) return;
      toast.success('Segundo factor desactivado');
      onHecho();
    },
    onError: () => setCodigo(''),
  });
  if (cambio.data) return <CodigosDeRespaldo codigos={cambio.data} onHecho={onHecho} />;
  const campos = cambio.error instanceof ApiError ? cambio.error.campos : {};
  const alEnviar = (event: FormEvent) => {
    event.preventDefault();
    if (password && codigo) cambio.mutate({ password, codigo });
  };
  return (
    <form onSubmit={alEnviar} noValidate autoComplete="off" className="flex flex-col gap-4">
      <p className="text-sm text-tinta-2">
        {acto === 'codigos' ? 'Los códigos anteriores dejan de servir.' : 'Para ingresar bastará la contraseña.'}
      </p>
      <Field label="Su contraseña" error={campos.password}>
        <Input
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <Field label="Código de la aplicación o de respaldo" error={campos.codigo}>
        <Input
          autoComplete="one-time-code"
          maxLength={40}
          value={codigo}
          onChange={(event) => setCodigo(event.target.value)}
          className="num"
        />
      </Field>
      {cambio.error && Object.keys(campos).length === 0 && (
        <Notice tone="falta" alert>
          {sentenceOf(cambio.error)}
        </Notice>
      )}
      <Button
        type="submit"
        variant={acto === 'codigos' ? 'primario' : 'peligro'}
        pendiente={cambio.isPending}
        disabled={!password || !codigo}
      >
        {acto === 'codigos' ? 'Renovar' : 'Desactivar'}
      </Button>
    </form>
  );
}
