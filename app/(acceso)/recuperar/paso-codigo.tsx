import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Encabezado } from './encabezado';
import { confirmarCodigo, pedirCodigo } from './pedidos';
import { useCuentaAtras } from './use-cuenta-atras';
import { usePedido } from './use-pedido';

const LARGO = 6;
const ESPERA_S = 60;

type Props = {
  email: string;
  llegaSolo: boolean;
  onOtroCorreo: () => void;
  onConfirmado: (permiso: string) => void;
};

/** The code, typed or pasted whole; it says nothing of whether the mail is of somebody. */
export function PasoCodigo({ email, llegaSolo, onOtroCorreo, onConfirmado }: Props) {
  const [codigo, setCodigo] = useState('');
  const [reenviado, setReenviado] = useState(false);
  const [resta, empezar] = useCuentaAtras(ESPERA_S);
  const confirmacion = usePedido();
  const reenvio = usePedido();
  const campo = useRef<HTMLInputElement>(null);
  const { intento } = confirmacion;
  useEffect(() => {
    if (intento >= 0) campo.current?.select();
  }, [intento]);

  const alConfirmar = async (evento: FormEvent) => {
    evento.preventDefault();
    if (codigo.length < LARGO) return confirmacion.decir('code', `El código tiene ${LARGO} caracteres.`);
    await confirmacion.enviar(async () => onConfirmado(await confirmarCodigo(email, codigo)));
  };
  const alReenviar = async () => {
    const hecho = await reenvio.enviar(() => pedirCodigo(email));
    setReenviado(hecho);
    if (hecho) {
      setCodigo('');
      empezar();
    }
    campo.current?.focus();
  };

  return (
    <form onSubmit={(e) => void alConfirmar(e)} noValidate>
      <Encabezado titulo="Escriba el código" rechazo={confirmacion.rechazo ?? reenvio.rechazo} campo="code">
        <p>
          Si <strong className="break-all text-tinta">{email}</strong> es de una persona de la tienda,{' '}
          {llegaSolo
            ? 'le llegó un código de 6 letras y números. Puede tardar un minuto; mire también en correo no deseado.'
            : 'el código está en Correos, donde lo ve quien administra la tienda. Pídaselo.'}{' '}
          Vale 15 minutos.
        </p>
      </Encabezado>
      <Field label="Código" error={confirmacion.rechazo?.campos.code}>
        <Input
          ref={campo}
          name="code"
          size="grande"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          className="font-mono tracking-[0.3em]"
          value={codigo}
          onChange={(e) => setCodigo(limpio(e.target.value))}
        />
      </Field>
      <Button
        type="submit"
        variant="primario"
        size="mostrador"
        pendiente={confirmacion.pendiente}
        className="mt-5 w-full"
      >
        Continuar
      </Button>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button
          size="mostrador"
          className="flex-auto"
          pendiente={reenvio.pendiente}
          disabled={resta > 0}
          onClick={() => void alReenviar()}
        >
          {resta > 0 ? `Pedir otro en ${resta} s` : 'Pedir otro código'}
        </Button>
        <Button size="mostrador" variant="fantasma" className="flex-auto" onClick={onOtroCorreo}>
          Otro correo
        </Button>
      </div>
      <p role="status" className="mt-3 text-sm text-tinta-2">
        {reenviado && 'Pedido. El código anterior ya no vale.'}
      </p>
    </form>
  );
}

/** Letters and digits of what was typed or pasted, in capitals. */
function limpio(texto: string): string {
  return texto
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .slice(0, LARGO);
}
