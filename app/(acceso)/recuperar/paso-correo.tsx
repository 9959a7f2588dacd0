import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Encabezado } from './encabezado';
import { pedirCodigo } from './pedidos';
import { usePedido } from './use-pedido';

type Props = { email: string; llegaSolo: boolean; onPedido: (email: string) => void };

/** Whose password: the mail to send the code to. */
export function PasoCorreo({ email, llegaSolo, onPedido }: Props) {
  const [texto, setTexto] = useState(email);
  const { pendiente, rechazo, intento, enviar, decir } = usePedido();
  const campo = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (intento >= 0) campo.current?.focus();
  }, [intento]);

  const alEnviar = async (evento: FormEvent) => {
    evento.preventDefault();
    const correo = texto.trim();
    if (!correo) return decir('email', 'Falta el correo.');
    if (await enviar(() => pedirCodigo(correo))) onPedido(correo);
  };

  return (
    <form onSubmit={(e) => void alEnviar(e)} noValidate>
      <Encabezado titulo="Recuperar la contraseña" rechazo={rechazo} campo="email">
        {llegaSolo
          ? 'Escriba el correo con que ingresa. Le llegará un código para elegir otra.'
          : 'Escriba el correo con que ingresa y pida el código a quien administra la tienda: aquí los correos no se envían todavía.'}
      </Encabezado>
      <Field label="Correo" error={rechazo?.campos.email}>
        <Input
          ref={campo}
          name="email"
          type="email"
          size="mostrador"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={texto}
          onChange={(e) => setTexto(e.target.value)}
        />
      </Field>
      <Button type="submit" variant="primario" size="mostrador" pendiente={pendiente} className="mt-5 w-full">
        Pedir el código
      </Button>
    </form>
  );
}
