'use client';

import { type ReactNode, useState, useTransition } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';
import { Field } from './field';
import { Notice } from './notice';
import { Textarea } from './textarea';

type ConfirmDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The question: "¿Anular el ticket 000123?". */
  title: ReactNode;
  /** What will happen, and what cannot be undone. */
  description?: ReactNode;
  /** The verb of the act: "Anular". */
  confirm: string;
  peligro?: boolean;
  /** Asks for a reason of at least `min` letters, given to `onConfirm`. */
  motivo?: { label?: string; placeholder?: string; min?: number };
  /** Does the act. Returns the sentence of a refusal, which keeps the dialog open; nothing when done, which closes it. */
  onConfirm: (motivo: string) => Promise<string | undefined>;
  children?: ReactNode;
};

/** A decision before an act that costs something to undo, with its reason when one is kept. */
export function ConfirmDialog({ open, onOpenChange, ...rest }: ConfirmDialogProps) {
  const [pendiente, startTransition] = useTransition();
  const { title, description, ...body } = rest;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      role="alertdialog"
      width="chico"
      title={title}
      description={description}
      locked={pendiente}
    >
      <ConfirmBody
        {...body}
        pendiente={pendiente}
        startTransition={startTransition}
        close={() => onOpenChange(false)}
      />
    </Dialog>
  );
}

type ConfirmBodyProps = Pick<ConfirmDialogProps, 'confirm' | 'peligro' | 'motivo' | 'onConfirm' | 'children'> & {
  pendiente: boolean;
  startTransition: (act: () => Promise<void>) => void;
  close: () => void;
};

/** Mounted with the dialog, so that each opening starts with an empty reason and no refusal. */
function ConfirmBody({
  confirm,
  peligro,
  motivo,
  onConfirm,
  children,
  pendiente,
  startTransition,
  close,
}: ConfirmBodyProps) {
  const [texto, setTexto] = useState('');
  const [rechazo, setRechazo] = useState<string>();
  const falta = motivo !== undefined && texto.trim().length < (motivo.min ?? 3);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (falta) return;
        startTransition(async () => {
          const sentence = await onConfirm(texto.trim());
          if (sentence) setRechazo(sentence);
          else close();
        });
      }}
      className="flex flex-col gap-4"
    >
      {children}
      {motivo && (
        <Field label={motivo.label ?? 'Motivo'} hint="Queda en la auditoría.">
          <Textarea
            value={texto}
            onChange={(event) => setTexto(event.target.value)}
            placeholder={motivo.placeholder}
            maxLength={300}
            rows={2}
          />
        </Field>
      )}
      {rechazo && (
        <Notice tone="falta" alert>
          {rechazo}
        </Notice>
      )}
      <div className="mt-2 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <Button onClick={close} disabled={pendiente}>
          Cancelar
        </Button>
        <Button type="submit" variant={peligro ? 'peligro' : 'primario'} pendiente={pendiente} disabled={falta}>
          {confirm}
        </Button>
      </div>
    </form>
  );
}
