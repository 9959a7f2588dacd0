'use client';

import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { DialogoAtajos } from './dialogo-atajos';
import { DialogoDescuento } from './dialogo-descuento';
import type { Descuento, Linea } from './ticket';

export type Ventana = 'cobro' | 'descuento' | 'ayuda' | 'vaciar';

type VentanasProps = {
  ventana: Ventana | null;
  onCerrar: () => void;
  /** The highlighted line. */
  linea: Linea | null;
  /** A charge of this ticket had no answer. */
  sinRespuesta: boolean;
  onDescuento: (descuento: Descuento | null) => void;
  onVaciar: () => void;
};

/** The small dialogs of the counter. The charge has its own file. */
export function Ventanas({ ventana, onCerrar, linea, sinRespuesta, onDescuento, onVaciar }: VentanasProps) {
  return (
    <>
      <DialogoDescuento
        linea={ventana === 'descuento' ? linea : null}
        onCerrar={onCerrar}
        onAplicar={(descuento) => {
          onDescuento(descuento);
          onCerrar();
        }}
      />
      <DialogoAtajos open={ventana === 'ayuda'} onOpenChange={onCerrar} />
      <ConfirmDialog
        open={ventana === 'vaciar'}
        onOpenChange={onCerrar}
        title="¿Vaciar el ticket?"
        description={
          sinRespuesta
            ? 'Un intento de cobro quedó sin respuesta. Antes de vaciarlo, conviene mirar en Ventas si llegó.'
            : 'Se quitan todas sus líneas. Nada se ha cobrado todavía.'
        }
        confirm="Vaciar"
        peligro
        onConfirm={async () => {
          onVaciar();
          return undefined;
        }}
      />
    </>
  );
}
