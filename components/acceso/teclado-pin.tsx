'use client';

import { CornerDownLeft, Delete } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { PIN_MAXIMO, PIN_MINIMO } from '@/lib/auth/pin-rules';

const TECLAS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

type TecladoPinProps = {
  /** Whose PIN it is: "PIN de Rosa Mamani". */
  label: string;
  /** The sentence of the last refusal. */
  rechazo: string | null;
  pendiente: boolean;
  /** Just so many, where it is not a PIN. */
  digitos?: number;
  onPin: (pin: string) => void;
  /** Another way in, under the keys. */
  children?: ReactNode;
};

/**
 * Big keys for a finger and a field for the keyboard; what is typed shows as dots, is nowhere kept, and is gone once sent.
 * Mount it anew (`key`) for another person.
 */
export function TecladoPin({ label, rechazo, pendiente, digitos, onPin, children }: TecladoPinProps) {
  const id = useId();
  const campo = useRef<HTMLInputElement>(null);
  const [pin, setPin] = useState('');
  const maximo = digitos ?? PIN_MAXIMO;
  useEffect(() => {
    if (!pendiente) campo.current?.focus();
  }, [pendiente]);

  const escribir = (texto: string) => setPin(texto.replace(/\D/g, '').slice(0, maximo));
  const listo = pin.length >= (digitos ?? PIN_MINIMO) && !pendiente;
  const enviar = () => {
    if (!listo) return;
    onPin(pin);
    setPin('');
  };
  const tecla = 'h-14 text-xl sm:h-16';
  return (
    <form
      autoComplete="off"
      noValidate
      className="flex w-full max-w-72 flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        enviar();
      }}
    >
      <label htmlFor={id} className="text-center text-sm font-medium">
        {label}
      </label>
      <input
        id={id}
        ref={campo}
        value={pin}
        onChange={(event) => escribir(event.target.value)}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        data-1p-ignore="true"
        data-lpignore="true"
        spellCheck={false}
        maxLength={maximo}
        aria-invalid={rechazo ? true : undefined}
        aria-describedby={rechazo ? `${id}-rechazo` : undefined}
        readOnly={pendiente}
        className="num h-14 w-full rounded-md border border-borde-campo bg-superficie text-center text-2xl tracking-[0.4em] [-webkit-text-security:disc]"
      />
      <p id={`${id}-rechazo`} role="alert" className="min-h-5 text-center text-sm font-medium text-falta">
        {rechazo}
      </p>
      <fieldset className="grid grid-cols-3 gap-2">
        <legend className="sr-only">Teclado</legend>
        {TECLAS.map((t) => (
          <Button key={t} className={tecla} disabled={pendiente} onClick={() => escribir(pin + t)}>
            {t}
          </Button>
        ))}
        <Button
          variant="fantasma"
          className={tecla}
          aria-label="Borrar"
          disabled={pendiente || pin === ''}
          onClick={() => setPin(pin.slice(0, -1))}
        >
          <Delete aria-hidden="true" />
        </Button>
        <Button className={tecla} disabled={pendiente} onClick={() => escribir(`${pin}0`)}>
          0
        </Button>
        <Button
          type="submit"
          variant="primario"
          className={tecla}
          aria-label="Entrar"
          pendiente={pendiente}
          disabled={!listo}
        >
          {!pendiente && <CornerDownLeft aria-hidden="true" />}
        </Button>
      </fieldset>
      {children}
    </form>
  );
}
