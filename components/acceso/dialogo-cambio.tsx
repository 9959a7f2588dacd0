'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sentenceOf } from '@/components/caja/use-acto';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { SkeletonRows } from '@/components/ui/skeleton';
import { enviarCambio, mostradorQuery } from '@/lib/caja/query-options';
import { otraPersona } from './candado-store';
import { FichasPersona } from './fichas-persona';
import { TecladoPin } from './teclado-pin';

type DialogoCambioProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** Another person comes to the counter with their PIN; the till stays open and the ticket where it is. */
export function DialogoCambio({ open, onOpenChange }: DialogoCambioProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      width="chico"
      title="Cambiar de persona"
      description="La caja sigue abierta y el ticket se queda como está."
    >
      <Cuerpo />
    </Dialog>
  );
}

/** Mounted with the dialog: each opening asks anew who may come. */
function Cuerpo() {
  const { data, error, refetch } = useQuery({ ...mostradorQuery(), refetchOnMount: 'always' });
  const [elegida, setElegida] = useState<number | null>(null);
  const cambio = useMutation({
    mutationFn: enviarCambio,
    onSuccess() {
      otraPersona();
      window.location.reload();
    },
  });
  if (error) {
    return (
      <div className="flex flex-col items-start gap-3">
        <Notice tone="falta" alert>
          {sentenceOf(error)}
        </Notice>
        <Button onClick={() => void refetch()}>Reintentar</Button>
      </div>
    );
  }
  if (!data) return <SkeletonRows rows={3} label="Buscando quiénes pueden pasar…" />;
  const { personas } = data;
  if (personas.length === 0) {
    return (
      <Notice>
        {data.caja
          ? 'Nadie más está admitido en esta caja. Se admite en Caja, «Personas en esta caja».'
          : 'Para cambiar de persona hay que tener una caja abierta.'}
      </Notice>
    );
  }
  const quien = personas.find((p) => p.id_usuario === elegida) ?? personas[0];
  return (
    <div className="flex flex-col items-center gap-4">
      <FichasPersona
        personas={personas}
        elegida={quien?.id_usuario ?? null}
        onElegir={(id) => {
          setElegida(id);
          cambio.reset();
        }}
      />
      {quien && (
        <TecladoPin
          key={quien.id_usuario}
          label={`PIN de ${quien.nombre}`}
          rechazo={cambio.error ? sentenceOf(cambio.error) : null}
          pendiente={cambio.isPending || cambio.isSuccess}
          onPin={(pin) => cambio.mutate({ id_usuario: quien.id_usuario, pin })}
        />
      )}
    </div>
  );
}
