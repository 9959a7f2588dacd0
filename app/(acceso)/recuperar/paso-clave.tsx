import { Eye, EyeOff } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Encabezado } from './encabezado';
import { cambiarClave } from './pedidos';
import { usePedido } from './use-pedido';

type Props = { email: string; permiso: string; onVencido: () => void; onHecho: () => void };

/** The new password, once: it can be seen instead of typed twice. */
export function PasoClave({ email, permiso, onVencido, onHecho }: Props) {
  const [clave, setClave] = useState('');
  const [visible, setVisible] = useState(false);
  const { pendiente, rechazo, intento, enviar, decir } = usePedido();
  const campo = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (intento >= 0) campo.current?.focus();
  }, [intento]);
  const vencido = rechazo !== null && !rechazo.campos.newPassword;

  const alCambiar = async (evento: FormEvent) => {
    evento.preventDefault();
    if (!clave) return decir('newPassword', 'Falta la contraseña nueva.');
    if (await enviar(() => cambiarClave(email, clave, permiso))) onHecho();
  };

  return (
    <form onSubmit={(e) => void alCambiar(e)} noValidate>
      <Encabezado titulo="Elija una contraseña nueva" rechazo={rechazo} campo="newPassword">
        Al cambiarla se cierran todos sus ingresos, aquí y en otros dispositivos.
      </Encabezado>
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field
        label="Contraseña nueva"
        hint="De 8 caracteres o más. Una frase corta sirve y se recuerda."
        error={rechazo?.campos.newPassword}
      >
        <Input
          ref={campo}
          name="newPassword"
          type={visible ? 'text' : 'password'}
          size="mostrador"
          autoComplete="new-password"
          value={clave}
          onChange={(e) => setClave(e.target.value)}
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
      <Button type="submit" variant="primario" size="mostrador" pendiente={pendiente} className="mt-5 w-full">
        Cambiar la contraseña
      </Button>
      {vencido && (
        <Button size="mostrador" className="mt-3 w-full" onClick={onVencido}>
          Pedir otro código
        </Button>
      )}
    </form>
  );
}
