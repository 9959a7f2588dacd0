'use client';

import { useQueryClient } from '@tanstack/react-query';
import { KeyRound, UserCheck, UserX } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Dialog } from '@/components/ui/dialog';
import { toast } from '@/components/ui/toast';
import { editarUsuarioAction, eliminarUsuarioAction } from '@/lib/usuario/actions';
import type { UsuarioDto } from '@/lib/usuario/schemas';
import { ClaveProvisional } from './clave-provisional';

/** What is done to a person as a whole: a password for one entry, leaving, and coming back. */
export function AccionesUsuario({ usuario }: { usuario: UsuarioDto }) {
  const router = useRouter();
  const queries = useQueryClient();
  const [abierto, setAbierto] = useState<'clave' | 'baja' | null>(null);
  const [pendiente, startTransition] = useTransition();
  const listo = (frase: string) => {
    toast.success(frase);
    void queries.invalidateQueries({ queryKey: ['usuarios'] });
    router.refresh();
  };
  if (!usuario.estado) {
    const volver = () =>
      startTransition(async () => {
        const hecho = await editarUsuarioAction({ id: usuario.id, estado: true });
        if (hecho.ok) listo(`${usuario.name} vuelve a trabajar`);
        else toast.error(hecho.message);
      });
    return (
      <Button variant="primario" icon={<UserCheck aria-hidden="true" />} pendiente={pendiente} onClick={volver}>
        Dar de alta
      </Button>
    );
  }
  return (
    <>
      <Button icon={<KeyRound aria-hidden="true" />} onClick={() => setAbierto('clave')}>
        Dar otra contraseña
      </Button>
      <Button icon={<UserX aria-hidden="true" />} onClick={() => setAbierto('baja')}>
        Dar de baja
      </Button>
      <Dialog
        open={abierto === 'clave'}
        onOpenChange={(open) => setAbierto(open ? 'clave' : null)}
        width="chico"
        title={`Otra contraseña para ${usuario.name}`}
        description="Sus ingresos abiertos se cierran y se le avisa por correo."
      >
        <ClaveProvisional
          idUsuario={usuario.id}
          onHecho={() => {
            setAbierto(null);
            listo('Contraseña cambiada');
          }}
        />
      </Dialog>
      <ConfirmDialog
        open={abierto === 'baja'}
        onOpenChange={(open) => setAbierto(open ? 'baja' : null)}
        title={`¿Dar de baja a ${usuario.name}?`}
        description="Ya no podrá ingresar y sus ingresos abiertos se cierran. Lo que hizo queda a su nombre."
        confirm="Dar de baja"
        peligro
        onConfirm={async () => {
          const hecho = await eliminarUsuarioAction({ id: usuario.id });
          if (!hecho.ok) return hecho.message;
          listo(`${usuario.name} ya no puede ingresar`);
        }}
      />
    </>
  );
}
