'use client';

import dynamic from 'next/dynamic';
import { useState, useTransition } from 'react';
import { Candado } from '@/components/acceso/candado';
import { usePieza } from '@/components/shared/use-pieza';
import { toast } from '@/components/ui/toast';
import { BotonDePersona } from './person-button';
import type { UserMenuProps } from './user-menu-props';

const traerMenu = () => import('./person-menu').then((m) => m.PersonMenu);
const DialogoCambio = dynamic(() => import('@/components/acceso/dialogo-cambio').then((m) => m.DialogoCambio), {
  ssr: false,
});

/** Who is at the till, and what concerns the person rather than the shop: their turn, the lock, the way out. */
export function UserMenu({ usuario, paso, enMostrador = false, sinServidor = false, onSignOut }: UserMenuProps) {
  const [saliendo, startTransition] = useTransition();
  const [cambiando, setCambiando] = useState(false);
  const { pieza: Menu, pedir, anticipar } = usePieza(traerMenu);
  return (
    <>
      {Menu ? (
        <Menu
          usuario={usuario}
          paso={paso}
          enMostrador={enMostrador}
          saliendo={saliendo}
          onCambiar={() => setCambiando(true)}
          onSalir={() => startTransition(() => salir(usuario.id, onSignOut))}
        />
      ) : (
        <BotonDePersona
          nombre={usuario.nombre}
          aria-haspopup="menu"
          aria-expanded={false}
          onPointerEnter={anticipar}
          onClick={pedir}
        />
      )}
      {enMostrador && cambiando && <DialogoCambio open onOpenChange={setCambiando} />}
      <Candado porInactividad={enMostrador} sinServidor={sinServidor} />
    </>
  );
}

/** Leaves, unless this device has something that nobody else does. The store is not part of every page. */
async function salir(idUsuario: number, onSignOut: UserMenuProps['onSignOut']): Promise<void> {
  const { salirDelEquipo } = await import('@/lib/offline/leaving');
  const impedimento = await salirDelEquipo(idUsuario);
  if (impedimento) toast.error(impedimento);
  else await onSignOut();
}
