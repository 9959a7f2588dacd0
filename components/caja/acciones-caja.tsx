'use client';

import { Ellipsis, Pencil, Plus, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { DropdownItem, DropdownMenu } from '@/components/ui/dropdown-menu';
import { toast } from '@/components/ui/toast';
import { eliminarCajaAction } from '@/lib/caja/actions';
import type { AsignableDto, CajaDto } from '@/lib/caja/schemas-respuestas';
import { DialogoCaja } from './dialogo-caja';

/** The button that creates a caja in one's branch. */
export function NuevaCaja({ asignables }: { asignables: readonly AsignableDto[] }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="primario" icon={<Plus aria-hidden="true" />} onClick={() => setOpen(true)}>
        Nueva caja
      </Button>
      <DialogoCaja open={open} onOpenChange={setOpen} asignables={asignables} />
    </>
  );
}

type AccionesCajaProps = { caja: CajaDto; asignables: readonly AsignableDto[]; alEliminar?: '/cajas' };

/** What can be done to one caja. Deleting from its own page goes back to the list. */
export function AccionesCaja({ caja, asignables, alEliminar }: AccionesCajaProps) {
  const router = useRouter();
  const [abierto, setAbierto] = useState<'editar' | 'eliminar' | null>(null);
  const cambiar = (cual: 'editar' | 'eliminar') => (open: boolean) => setAbierto(open ? cual : null);
  return (
    <>
      <DropdownMenu
        trigger={
          <Button variant="fantasma" size="icono" aria-label={`Acciones de ${caja.nombre}`}>
            <Ellipsis aria-hidden="true" />
          </Button>
        }
      >
        <DropdownItem icon={<Pencil aria-hidden="true" />} onSelect={() => setAbierto('editar')}>
          Editar
        </DropdownItem>
        <DropdownItem icon={<Trash2 aria-hidden="true" />} peligro onSelect={() => setAbierto('eliminar')}>
          Eliminar
        </DropdownItem>
      </DropdownMenu>
      <DialogoCaja open={abierto === 'editar'} onOpenChange={cambiar('editar')} caja={caja} asignables={asignables} />
      <ConfirmDialog
        open={abierto === 'eliminar'}
        onOpenChange={cambiar('eliminar')}
        title={`¿Eliminar ${caja.nombre}?`}
        description="Deja de aparecer en las listas. Sus sesiones y movimientos se conservan."
        confirm="Eliminar"
        peligro
        onConfirm={async () => {
          const hecho = await eliminarCajaAction({ id: caja.id });
          if (!hecho.ok) return hecho.message;
          toast.success(`${caja.nombre} eliminada`);
          if (alEliminar) router.push(alEliminar);
          router.refresh();
        }}
      />
    </>
  );
}
