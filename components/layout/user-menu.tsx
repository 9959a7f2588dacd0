'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Candado } from '@/components/acceso/candado';
import { BotonDePersona } from './person-button';
import type { UserMenuProps } from './user-menu-props';

const traerMenu = () => import('./person-menu').then((m) => m.PersonMenu);
const traerCambio = () => import('@/components/acceso/dialogo-cambio').then((m) => m.DialogoCambio);
const DialogoCambio = dynamic(traerCambio, { ssr: false });

/** The page has what it needs to work before this much has passed. */
const TRAER_MS = 2_000;

/** Who is at the till, and what concerns the person rather than the shop: their turn, the lock, the way out. */
export function UserMenu({ usuario, paso, enMostrador = false, onSignOut }: UserMenuProps) {
  const [saliendo, startTransition] = useTransition();
  const [cambiando, setCambiando] = useState(false);
  // The menu comes with the first look at it, or by itself when the page is idle: the network may be gone by then.
  const [Menu, setMenu] = useState<Awaited<ReturnType<typeof traerMenu>> | null>(null);
  useEffect(() => {
    const espera = setTimeout(() => void Promise.all([traerMenu(), traerCambio()]).catch(() => {}), TRAER_MS);
    return () => clearTimeout(espera);
  }, []);
  async function abrir(): Promise<void> {
    try {
      const traido = await traerMenu();
      setMenu(() => traido);
    } catch {
      toast.error('Sin conexión, el menú no se pudo traer.');
    }
  }
  return (
    <>
      {Menu ? (
        <Menu
          usuario={usuario}
          paso={paso}
          enMostrador={enMostrador}
          saliendo={saliendo}
          onCambiar={() => setCambiando(true)}
          onSalir={() => startTransition(() => salir(onSignOut))}
        />
      ) : (
        <BotonDePersona
          nombre={usuario.nombre}
          aria-haspopup="menu"
          aria-expanded={false}
          onPointerEnter={() => void traerMenu().catch(() => {})}
          onClick={() => void abrir()}
        />
      )}
      {enMostrador && cambiando && <DialogoCambio open onOpenChange={setCambiando} />}
      <Candado porInactividad={enMostrador} />
    </>
  );
}

/** Leaves, unless this device has tickets that nobody else does. The store is not part of every page. */
async function salir(onSignOut: UserMenuProps['onSignOut']): Promise<void> {
  const { salirDelEquipo } = await import('@/components/offline/impedimento');
  const impedimento = await salirDelEquipo();
  if (impedimento) toast.error(impedimento);
  else await onSignOut();
}
