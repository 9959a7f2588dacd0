'use client';

import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { eliminarRolAction } from '@/lib/rol/actions';

/** Takes a role of the shop off the lists. */
export function EliminarRol({ rol }: { rol: { id: number; nombre: string } }) {
  const router = useRouter();
  const [preguntando, setPreguntando] = useState(false);
  return (
    <>
      <Button icon={<Trash2 aria-hidden="true" />} onClick={() => setPreguntando(true)}>
        Eliminar
      </Button>
      <ConfirmDialog
        open={preguntando}
        onOpenChange={setPreguntando}
        title={`¿Eliminar el rol ${rol.nombre}?`}
        description="Deja de aparecer en las listas. No se puede mientras alguien lo tenga."
        confirm="Eliminar"
        peligro
        onConfirm={async () => {
          const hecho = await eliminarRolAction({ id: rol.id });
          if (!hecho.ok) return hecho.message;
          toast.success(`Rol ${rol.nombre} eliminado`);
          router.push('/roles');
          router.refresh();
        }}
      />
    </>
  );
}
