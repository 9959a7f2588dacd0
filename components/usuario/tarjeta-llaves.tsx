'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { quitarLlaveDe } from '@/lib/auth/query-options';

type Llave = 'pin' | 'segundo-factor';

const LLAVES = {
  pin: {
    titulo: 'PIN del mostrador',
    tiene: 'Puede cambiar de persona en la caja y desbloquearla.',
    falta: 'No tiene: lo pone cada persona en su perfil.',
    quitar: 'Quitar el PIN',
    aviso: 'Para cuando lo olvidó. Después pone otro en su perfil, con su contraseña.',
    hecho: 'PIN quitado',
  },
  'segundo-factor': {
    titulo: 'Segundo factor',
    tiene: 'Al ingresar se le pide el código de su teléfono.',
    falta: 'No lo activó: se activa en el perfil.',
    quitar: 'Quitar el segundo factor',
    aviso:
      'Para cuando perdió el teléfono y los códigos de respaldo. Asegúrese antes de que quien lo pide es esa persona.',
    hecho: 'Segundo factor quitado',
  },
} as const;

/** The keys of a person besides the password, and how to take away the one they forgot or lost. */
export function TarjetaLlaves({
  idUsuario,
  nombre,
  llaves,
}: {
  idUsuario: number;
  nombre: string;
  llaves: { pin: boolean; segundoFactor: boolean };
}) {
  const router = useRouter();
  const [quitando, setQuitando] = useState<Llave>('pin');
  const [abierto, setAbierto] = useState(false);
  const textos = LLAVES[quitando];
  const fila = (llave: Llave, tiene: boolean) => (
    <li className="flex flex-wrap items-center justify-between gap-3">
      <div className="min-w-0">
        <p className="font-medium">{LLAVES[llave].titulo}</p>
        <p className="text-tinta-2">{tiene ? LLAVES[llave].tiene : LLAVES[llave].falta}</p>
      </div>
      {tiene && (
        <Button
          onClick={() => {
            setQuitando(llave);
            setAbierto(true);
          }}
        >
          {LLAVES[llave].quitar}
        </Button>
      )}
    </li>
  );
  return (
    <Card title="Llaves">
      <ul className="flex flex-col gap-4">
        {fila('pin', llaves.pin)}
        {fila('segundo-factor', llaves.segundoFactor)}
      </ul>
      <ConfirmDialog
        open={abierto}
        onOpenChange={setAbierto}
        title={`¿${textos.quitar} de ${nombre}?`}
        description={textos.aviso}
        confirm={textos.quitar}
        peligro
        onConfirm={async () => {
          try {
            await quitarLlaveDe(idUsuario, quitando);
          } catch (error) {
            return error instanceof Error ? error.message : 'No se pudo quitar.';
          }
          toast.success(textos.hecho);
          router.refresh();
        }}
      />
    </Card>
  );
}
