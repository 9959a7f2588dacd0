'use client';

import { Eye, EyeOff } from 'lucide-react';
import { unstable_rethrow } from 'next/navigation';
import { type KeyboardEvent, useActionState, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { type EstadoIngreso, ingresarAction } from '@/lib/auth/actions';
import { SegundoPaso } from './segundo-paso';

const SIN_RED = 'No se llega al servidor. Revise la conexión e intente de nuevo.';

async function ingresar(previo: EstadoIngreso, datos: FormData): Promise<EstadoIngreso> {
  try {
    return await ingresarAction(previo, datos);
  } catch (error) {
    unstable_rethrow(error);
    const { desafio, email } = previo;
    const intento = previo.intento + 1;
    if (desafio) return { intento, email, desafio, message: SIN_RED };
    return { intento, email: String(datos.get('email') ?? ''), message: SIN_RED };
  }
}

/** Mail and password. After a refusal the mail stays, the password empties, and the cursor is where to go on. */
export function IngresarForm({ volver }: { volver: string | undefined }) {
  const [estado, accion, pendiente] = useActionState(ingresar, { intento: 0, email: '' });
  const [visible, setVisible] = useState(false);
  const [mayusculas, setMayusculas] = useState(false);
  const email = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const errorEmail = estado.campos?.email;

  useEffect(() => {
    if (estado.intento === 0 || estado.desafio) return;
    (errorEmail ? email : password).current?.focus();
  }, [estado.intento, estado.desafio, errorEmail]);

  if (estado.desafio) return <SegundoPaso estado={estado} accion={accion} pendiente={pendiente} volver={volver} />;

  const notarMayusculas = (e: KeyboardEvent) => setMayusculas(e.getModifierState('CapsLock'));

  return (
    <form action={accion} noValidate className="flex flex-col gap-5">
      {estado.message && !pendiente && (
        <Notice tone="falta" alert>
          {estado.message}
        </Notice>
      )}
      {volver && <input type="hidden" name="volver" value={volver} />}
      <Field label="Correo" error={errorEmail}>
        <Input
          ref={email}
          name="email"
          type="email"
          size="mostrador"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          key={`email-${estado.intento}`}
          defaultValue={estado.email}
        />
      </Field>
      <Field
        label="Contraseña"
        error={estado.campos?.password}
        hint={mayusculas ? 'Bloq Mayús está activado.' : undefined}
      >
        <Input
          ref={password}
          name="password"
          type={visible ? 'text' : 'password'}
          size="mostrador"
          autoComplete="current-password"
          onKeyUp={notarMayusculas}
          onBlur={() => setMayusculas(false)}
          suffix={
            <Button
              variant="fantasma"
              size="icono"
              className="-mr-2"
              aria-label="Mostrar la contraseña"
              aria-pressed={visible}
              onClick={() => setVisible(!visible)}
            >
              {visible ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
            </Button>
          }
        />
      </Field>
      <Button type="submit" variant="primario" size="mostrador" pendiente={pendiente} className="mt-1 w-full">
        Ingresar
      </Button>
    </form>
  );
}
