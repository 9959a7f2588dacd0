'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { MoneyField } from '@/components/ui/money-field';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import { enviarRecuento } from '@/lib/caja/query-options';
import type { SesionCajaDto } from '@/lib/caja/schemas-respuestas';
import { jsonDeCentavos } from '@/lib/money';
import { useActo } from './use-acto';

type DialogoRecuentoProps = {
  sesion: SesionCajaDto;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onDone: () => void;
};

/** What the drawer of a closed caja really held, and why it was counted otherwise. */
export function DialogoRecuento({ sesion, open, onOpenChange, onDone }: DialogoRecuentoProps) {
  const [pendiente, setPendiente] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      width="chico"
      locked={pendiente}
      title={`Recontar el cierre de ${sesion.caja.nombre}`}
      description="El conteo sellado no cambia: el recuento se asienta aparte y corrige la diferencia."
    >
      {open && (
        <Cuerpo
          idSesion={sesion.id}
          onPendiente={setPendiente}
          onDone={() => {
            onOpenChange(false);
            onDone();
          }}
        />
      )}
    </Dialog>
  );
}

type CuerpoProps = { idSesion: number; onPendiente: (pendiente: boolean) => void; onDone: () => void };

function Cuerpo({ idSesion, onPendiente, onDone }: CuerpoProps) {
  const [monto, setMonto] = useState<number | null>(null);
  const [motivo, setMotivo] = useState('');
  const acto = useActo({
    send: enviarRecuento,
    onDone: () => {
      toast.success('Recuento asentado');
      onDone();
    },
  });
  const listo = monto !== null && motivo.trim().length >= 3;
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={async (event) => {
        event.preventDefault();
        if (!listo || acto.pendiente) return;
        onPendiente(true);
        await acto
          .enviarAsync({ id: idSesion, monto: jsonDeCentavos(monto), motivo: motivo.trim() })
          .catch(() => {})
          .finally(() => onPendiente(false));
      }}
    >
      <Field
        label="Efectivo que había al cerrar"
        hint="Todo lo que de verdad había en la gaveta en ese cierre."
        error={acto.campos.monto}
      >
        <MoneyField size="grande" value={monto} onValueChange={setMonto} />
      </Field>
      <Field label="Motivo" error={acto.campos.motivo}>
        <Input
          size="mostrador"
          value={motivo}
          maxLength={200}
          placeholder="Por ejemplo: apareció un billete bajo la bandeja"
          onChange={(event) => setMotivo(event.target.value)}
        />
      </Field>
      {acto.rechazo && (
        <Notice tone="falta" alert>
          {acto.rechazo}
        </Notice>
      )}
      <Button type="submit" variant="primario" size="mostrador" pendiente={acto.pendiente} disabled={!listo}>
        Asentar el recuento
      </Button>
    </form>
  );
}
