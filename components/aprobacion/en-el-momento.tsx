'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { Skeleton } from '@/components/ui/skeleton';
import { enviarPin, superioresQuery } from '@/lib/aprobacion/query-options';
import { TecladoPin } from './teclado-pin';

type EnElMomentoProps = {
  id: number;
  motivo: string;
  onPendiente: (pendiente: boolean) => void;
  onAprobada: () => void;
  onCancelar: () => void;
};

const MINIMO = 6;

/** A superior who is at the counter: their name and their PIN, which is never kept. */
export function EnElMomento({ id, motivo, onPendiente, onAprobada, onCancelar }: EnElMomentoProps) {
  const superiores = useQuery(superioresQuery(id));
  const [elegido, setElegido] = useState<number | null>(null);
  const [pin, setPin] = useState('');
  const envio = useMutation({
    mutationFn: (body: { id_usuario: number; pin: string; motivo: string }) => enviarPin(id, body),
    onSuccess: onAprobada,
    onError: () => setPin(''),
  });
  const conPin = superiores.data?.filter((s) => s.con_pin) ?? [];
  const quien = elegido ?? (conPin.length === 1 ? (conPin[0]?.id_usuario ?? null) : null);
  const listo = quien !== null && pin.length >= MINIMO && motivo.length >= 3;

  const { isPending } = envio;
  useEffect(() => onPendiente(isPending), [isPending, onPendiente]);

  if (superiores.isPending) return <Skeleton className="h-40" />;
  if (superiores.isError) {
    return (
      <Notice tone="falta" alert title={superiores.error.message}>
        <Button size="compacto" className="mt-2" onClick={() => void superiores.refetch()}>
          Reintentar
        </Button>
      </Notice>
    );
  }
  if (conPin.length === 0) {
    return (
      <Notice tone="aviso" title="Ningún superior tiene PIN">
        Se puede pedir por teléfono. El PIN se pone en el perfil de cada persona.
      </Notice>
    );
  }
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (listo && !isPending) envio.mutate({ id_usuario: quien, pin, motivo });
      }}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <div className="flex flex-col gap-4">
          <Field label="Quién aprueba">
            <Select
              size="mostrador"
              value={quien ?? ''}
              onChange={(event) => setElegido(Number(event.target.value) || null)}
            >
              <option value="">Elija quién</option>
              {conPin.map((s) => (
                <option key={s.id_usuario} value={s.id_usuario}>
                  {s.nombre} · {s.rol}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="PIN">
            <Input
              size="mostrador"
              type="password"
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={12}
              value={pin}
              onChange={(event) => setPin(event.target.value.replace(/\D/g, ''))}
            />
          </Field>
        </div>
        <TecladoPin
          onDigito={(d) => setPin((p) => (p + d).slice(0, 12))}
          onBorrar={() => setPin((p) => p.slice(0, -1))}
        />
      </div>
      {envio.isError && (
        <Notice tone="falta" alert>
          {envio.error.message}
        </Notice>
      )}
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <Button size="mostrador" onClick={onCancelar} disabled={isPending}>
          Cancelar
        </Button>
        <Button type="submit" variant="primario" size="mostrador" pendiente={isPending} disabled={!listo}>
          Aprobar
        </Button>
      </div>
    </form>
  );
}
