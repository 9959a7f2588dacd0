'use client';

import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { sentenceOf } from '@/components/caja/use-acto';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { enviarConfirmacion, enviarInicioSegundoFactor } from '@/lib/auth/query-options';
import { CodigosDeRespaldo } from './codigos-de-respaldo';

/** Three steps: the password, the QR with its first code, and the recovery codes to keep. */
export function ActivarSegundoFactor({ onHecho }: { onHecho: () => void }) {
  const [texto, setTexto] = useState('');
  const inicio = useMutation({ mutationFn: enviarInicioSegundoFactor, onSuccess: () => setTexto('') });
  const confirmacion = useMutation({ mutationFn: enviarConfirmacion, onError: () => setTexto('') });
  const secreto = inicio.data;
  if (confirmacion.data) return <CodigosDeRespaldo codigos={confirmacion.data.codigos} onHecho={onHecho} />;
  const acto = secreto ? confirmacion : inicio;
  const alEnviar = (event: FormEvent) => {
    event.preventDefault();
    if (texto === '') return;
    if (secreto) confirmacion.mutate({ codigo: texto });
    else inicio.mutate({ password: texto });
  };
  return (
    <form onSubmit={alEnviar} noValidate autoComplete="off" className="flex flex-col gap-4">
      {secreto && (
        <>
          <p className="text-sm text-tinta-2">
            Escanee el QR con una aplicación de códigos (Google Authenticator, Aegis, FreeOTP…) o escriba la clave a
            mano.
          </p>
          {/* biome-ignore lint/performance/noImgElement: a data URL made for this answer */}
          <img src={secreto.qr} alt="QR del segundo factor" className="mx-auto size-48 rounded-md bg-superficie" />
          <p className="num rounded-md bg-superficie-2 px-3 py-2 text-center text-sm break-all select-all">
            {secreto.secreto.replace(/(.{4})(?=.)/g, '$1 ')}
          </p>
        </>
      )}
      {secreto ? (
        <Field key="codigo" label="Código de la aplicación">
          <Input
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={7}
            value={texto}
            onChange={(event) => setTexto(event.target.value)}
            className="num"
            autoFocus
          />
        </Field>
      ) : (
        <Field key="clave" label="Su contraseña">
          <Input
            type="password"
            autoComplete="current-password"
            value={texto}
            onChange={(event) => setTexto(event.target.value)}
          />
        </Field>
      )}
      {acto.error && (
        <Notice tone="falta" alert>
          {sentenceOf(acto.error)}
        </Notice>
      )}
      <Button type="submit" variant="primario" pendiente={acto.isPending} disabled={texto === ''}>
        {secreto ? 'Activar' : 'Seguir'}
      </Button>
    </form>
  );
}
