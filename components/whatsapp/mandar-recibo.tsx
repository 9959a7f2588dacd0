'use client';

import { MessageCircle } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { newUuid } from '@/lib/uuid';
import { mandarReciboAction } from '@/lib/venta/actions';
import { CamposTelefono, SIN_NUMERO } from './campos-telefono';

/** Sends a ticket's receipt to the customer's WhatsApp. */
export function MandarRecibo({ idVenta, folio }: { idVenta: number; folio: string }) {
  const [abierto, setAbierto] = useState(false);
  const [telefono, setTelefono] = useState(SIN_NUMERO);
  // each opening is one act: its clave lasts through every try to the same number
  const clave = useRef('');
  return (
    <>
      <Button
        icon={<MessageCircle aria-hidden="true" />}
        onClick={() => {
          clave.current = newUuid();
          setAbierto(true);
        }}
      >
        Enviar por WhatsApp
      </Button>
      <ConfirmDialog
        open={abierto}
        onOpenChange={setAbierto}
        title={`Enviar el recibo ${folio}`}
        description="Sale como texto, del WhatsApp de la tienda."
        confirm="Enviar"
        onConfirm={async () => {
          const hecho = await mandarReciboAction({ id: idVenta, ...telefono }, clave.current).catch(() => null);
          if (!hecho) return 'El servidor no respondió. Se puede intentar otra vez: no se mandará dos veces.';
          if (!hecho.ok) return hecho.message;
          setTelefono(SIN_NUMERO);
          toast.success('El recibo está en cola para salir');
          return undefined;
        }}
      >
        <CamposTelefono
          valor={telefono}
          onValor={(valor) => {
            clave.current = newUuid();
            setTelefono(valor);
          }}
        />
      </ConfirmDialog>
    </>
  );
}
