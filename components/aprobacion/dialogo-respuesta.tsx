'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import { enviarRespuesta } from '@/lib/aprobacion/query-options';
import type { AprobacionDto } from '@/lib/aprobacion/schemas';
import { enTitulo } from './descripcion';

/** What is about to be answered, and how. */
export type Respuesta = { a: AprobacionDto; acto: 'aprobar' | 'rechazar' };

/** Reasons at one tap; the field is for the others. */
const FRASES = {
  aprobar: ['Está bien', 'Por esta vez', 'Cliente conocido', 'Ya lo hablamos'],
  rechazar: ['Es demasiado', 'No corresponde', 'Falta explicar', 'Consúlteme antes'],
} as const;

const TITULO = { aprobar: 'Aprobar', rechazar: 'Rechazar' } as const;

type DialogoRespuestaProps = { respuesta: Respuesta | null; onClose: () => void };

/** The reason of an answer: tapping one sends it. */
export function DialogoRespuesta({ respuesta, onClose }: DialogoRespuestaProps) {
  const [pendiente, setPendiente] = useState(false);
  return (
    <Dialog
      open={respuesta !== null}
      onOpenChange={(abierto) => !abierto && onClose()}
      width="chico"
      locked={pendiente}
      title={respuesta ? `${TITULO[respuesta.acto]}: ${respuesta.a.solicitante}` : ''}
      description={respuesta ? `${enTitulo(respuesta.a.resumen)}.` : ''}
    >
      {respuesta && <Cuerpo respuesta={respuesta} onClose={onClose} onPendiente={setPendiente} />}
    </Dialog>
  );
}

type CuerpoProps = { respuesta: Respuesta; onClose: () => void; onPendiente: (pendiente: boolean) => void };

function Cuerpo({ respuesta: { a, acto }, onClose, onPendiente }: CuerpoProps) {
  const queries = useQueryClient();
  const [texto, setTexto] = useState('');
  const envio = useMutation({
    mutationFn: (frase: string) => {
      onPendiente(true);
      return enviarRespuesta(a.id, acto, frase);
    },
    onSuccess: () => {
      toast.success(acto === 'aprobar' ? `Aprobado: ${a.solicitante} puede seguir` : 'Rechazado');
      onClose();
    },
    onSettled: () => {
      onPendiente(false);
      void queries.invalidateQueries({ queryKey: ['aprobaciones'] });
    },
  });
  const peligro = acto === 'rechazar';
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (texto.trim().length >= 3) envio.mutate(texto.trim());
      }}
    >
      <div className="grid grid-cols-2 gap-2">
        {FRASES[acto].map((frase) => (
          <Button key={frase} size="mostrador" disabled={envio.isPending} onClick={() => envio.mutate(frase)}>
            {frase}
          </Button>
        ))}
      </div>
      <Field label="Otro motivo">
        <Input size="mostrador" maxLength={200} value={texto} onChange={(event) => setTexto(event.target.value)} />
      </Field>
      {envio.isError && (
        <Notice tone="falta" alert>
          {envio.error.message}
        </Notice>
      )}
      <Button
        type="submit"
        size="mostrador"
        variant={peligro ? 'peligro' : 'primario'}
        pendiente={envio.isPending}
        disabled={texto.trim().length < 3}
      >
        {TITULO[acto]}
      </Button>
    </form>
  );
}
