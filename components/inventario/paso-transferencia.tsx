import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import type { useGuardar } from '@/components/usuario/use-guardar';

type PasoProps = Pick<ReturnType<typeof useGuardar>, 'form' | 'pendiente' | 'rechazo'> & {
  /** What is done, on the card and on its button. */
  accion: string;
  onHacer: () => void;
  children: ReactNode;
};

/** The frame of a step of a transfer: its form, why it was refused, and the button. */
export function PasoDeTransferencia({ accion, form, pendiente, rechazo, onHacer, children }: PasoProps) {
  return (
    <Card title={accion}>
      <form
        ref={form}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          onHacer();
        }}
      >
        {children}
        {rechazo && (
          <Notice tone="falta" alert>
            {rechazo.message}
          </Notice>
        )}
        <Button type="submit" variant="primario" pendiente={pendiente} className="self-end">
          {accion}
        </Button>
      </form>
    </Card>
  );
}
