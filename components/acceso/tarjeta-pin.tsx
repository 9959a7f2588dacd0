'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState, useSyncExternalStore } from 'react';
import { sentenceOf } from '@/components/caja/use-acto';
import { sinCambios } from '@/components/shared/sin-cambios';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { SkeletonRows } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast';
import { ApiError } from '@/lib/api-client';
import { PIN_MAXIMO, PIN_MINIMO } from '@/lib/auth/pin-rules';
import { enviarPin, llavesQuery, quitarPinPropio } from '@/lib/auth/query-options';
import { formatFechaHora } from '@/lib/time';
import { CodigoDeEquipo } from './codigo-de-equipo';
import { fijarMinutosDeBloqueo, MINUTOS, minutosDeBloqueo } from './inactividad';

/** One's PIN of the counter: whether there is one, setting it, taking it away; when this device locks, and its code. */
export function TarjetaPin({ idUsuario }: { idUsuario: number }) {
  const queryClient = useQueryClient();
  const { data, error } = useQuery(llavesQuery());
  const [poniendo, setPoniendo] = useState(false);
  const refrescar = () => queryClient.invalidateQueries({ queryKey: llavesQuery().queryKey });
  const quitar = useMutation({
    mutationFn: quitarPinPropio,
    onSuccess() {
      toast.success('PIN quitado');
      void refrescar();
    },
    onError: (fallo) => toast.error(sentenceOf(fallo)),
  });
  if (error) return <Card title="PIN del mostrador">{sentenceOf(error)}</Card>;
  if (!data) {
    return (
      <Card title="PIN del mostrador">
        <SkeletonRows rows={2} label="Cargando…" />
      </Card>
    );
  }
  const { puesto, cambiado_en } = data.pin;
  return (
    <Card title="PIN del mostrador">
      <p className="text-tinta-2">
        {puesto && cambiado_en
          ? `Puesto el ${formatFechaHora(cambiado_en)}. Sirve para pasar a una caja donde lo admitan y para desbloquear la pantalla.`
          : 'Con un PIN se pasa al mostrador sin cerrar la caja y se desbloquea la pantalla.'}
      </p>
      {data.nivel === 'pin' ? (
        <Notice className="mt-4">Para cambiarlo hay que ingresar con el correo y la contraseña.</Notice>
      ) : (
        <div className="mt-4 flex flex-wrap gap-2">
          <Button variant={puesto ? 'secundario' : 'primario'} onClick={() => setPoniendo(true)}>
            {puesto ? 'Cambiar el PIN' : 'Poner un PIN'}
          </Button>
          {puesto && (
            <Button variant="fantasma" pendiente={quitar.isPending} onClick={() => quitar.mutate()}>
              Quitar
            </Button>
          )}
        </div>
      )}
      <BloqueoDelDispositivo />
      <CodigoDeEquipo idUsuario={idUsuario} />
      <Dialog
        open={poniendo}
        onOpenChange={setPoniendo}
        width="chico"
        title={puesto ? 'Cambiar el PIN' : 'Poner un PIN'}
      >
        <FormularioPin
          onHecho={() => {
            setPoniendo(false);
            toast.success('PIN guardado');
            void refrescar();
          }}
        />
      </Dialog>
    </Card>
  );
}

function FormularioPin({ onHecho }: { onHecho: () => void }) {
  const [pin, setPin] = useState('');
  const [otra, setOtra] = useState('');
  const [password, setPassword] = useState('');
  const guardar = useMutation({ mutationFn: enviarPin, onSuccess: onHecho });
  const campos = guardar.error instanceof ApiError ? guardar.error.campos : {};
  const distintos = otra !== '' && otra.length >= pin.length && otra !== pin;
  const listo = pin.length >= PIN_MINIMO && pin === otra && password !== '';
  const alEnviar = (event: FormEvent) => {
    event.preventDefault();
    if (listo) guardar.mutate({ pin, password });
  };
  const numeros = (texto: string) => texto.replace(/\D/g, '').slice(0, PIN_MAXIMO);
  const oculto = 'num [&_input]:[-webkit-text-security:disc]';
  return (
    <form onSubmit={alEnviar} noValidate autoComplete="off" className="flex flex-col gap-4">
      <Field
        label="PIN nuevo"
        hint={`De ${PIN_MINIMO} a ${PIN_MAXIMO} números, que no sean una escalera ni su fecha de nacimiento.`}
        error={campos.pin}
      >
        <Input inputMode="numeric" value={pin} onChange={(e) => setPin(numeros(e.target.value))} className={oculto} />
      </Field>
      <Field label="Otra vez" error={distintos ? 'No es igual al de arriba.' : undefined}>
        <Input inputMode="numeric" value={otra} onChange={(e) => setOtra(numeros(e.target.value))} className={oculto} />
      </Field>
      <Field label="Su contraseña" error={campos.password}>
        <Input
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(e) => setPassword(e.target.value)}
        />
      </Field>
      {guardar.error && !campos.pin && !campos.password && (
        <Notice tone="falta" alert>
          {sentenceOf(guardar.error)}
        </Notice>
      )}
      <Button type="submit" variant="primario" pendiente={guardar.isPending} disabled={!listo}>
        Guardar
      </Button>
    </form>
  );
}

function BloqueoDelDispositivo() {
  const guardado = useSyncExternalStore(sinCambios, minutosDeBloqueo, () => 5);
  const [minutos, setMinutos] = useState<number | null>(null);
  return (
    <Field
      label="Esta pantalla se bloquea sola"
      hint="Solo en este dispositivo, en el mostrador."
      className="mt-5 max-w-72"
    >
      <Select
        value={String(minutos ?? guardado)}
        onChange={(event) => {
          const elegido = Number(event.target.value);
          fijarMinutosDeBloqueo(elegido);
          setMinutos(elegido);
        }}
      >
        {[...new Set([...MINUTOS, guardado])].map((m) => (
          <option key={m} value={m}>
            {m === 1 ? 'Después de 1 minuto sin uso' : `Después de ${m} minutos sin uso`}
          </option>
        ))}
      </Select>
    </Field>
  );
}
