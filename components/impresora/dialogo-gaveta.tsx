'use client';

import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { anotar } from '@/lib/offline/notes';
import { useAjustes } from './use-ajustes';

type DialogoGavetaProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  idSesion: number;
  idUsuario: number;
};

/**
 * Opens the drawer without a sale, with its motive. It is noted at once, or when there is a server again, whether or not a
 * printer of this device opens it: a drawer with a key is opened by hand.
 */
export function DialogoGaveta({ open, onOpenChange, idSesion, idUsuario }: DialogoGavetaProps) {
  const { ajustes } = useAjustes();
  const porAqui = ajustes.salida !== 'sistema';

  async function abrir(motivo: string): Promise<string | undefined> {
    if (!(await anotar(idUsuario, { acto: 'caja.abrir_gaveta', idSesion, nota: { motivo } })))
      return 'El equipo no pudo guardarlo: la gaveta no se abrió.';
    if (!porAqui) {
      toast.success('Anotado. La gaveta se abre con su llave.');
      return undefined;
    }
    try {
      const { pulsarGaveta } = await import('@/lib/impresora/impresora');
      await pulsarGaveta(ajustes);
      toast.success('Gaveta abierta');
    } catch (error) {
      toast.error(error instanceof Error ? error.message : 'La gaveta no se abrió.');
    }
    return undefined;
  }

  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title="¿Abrir la gaveta sin una venta?"
      description={
        porAqui
          ? 'Queda anotado quién la abrió, cuándo y por qué.'
          : 'Este equipo no abre la gaveta: se abre con su llave, y queda anotado quién, cuándo y por qué.'
      }
      confirm={porAqui ? 'Abrir gaveta' : 'Anotar'}
      motivo={{ placeholder: 'Por ejemplo: dar cambio a un cliente' }}
      onConfirm={abrir}
    />
  );
}
