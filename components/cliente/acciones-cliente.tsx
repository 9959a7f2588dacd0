'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { eliminarClienteAction } from '@/lib/cliente/actions';
import type { ClienteDto } from '@/lib/cliente/schemas';
import { DialogoDatos } from './dialogo-datos';

/** What can be done with a customer. */
export function AccionesCliente({ cliente }: { cliente: ClienteDto }) {
  const router = useRouter();
  const queries = useQueryClient();
  const [abierto, setAbierto] = useState<'editar' | 'eliminar' | null>(null);
  return (
    <>
      <Button icon={<Pencil aria-hidden="true" />} onClick={() => setAbierto('editar')}>
        Editar
      </Button>
      <Button icon={<Trash2 aria-hidden="true" />} className="text-falta!" onClick={() => setAbierto('eliminar')}>
        Eliminar
      </Button>
      <DialogoDatos
        key={cliente.updated_at}
        open={abierto === 'editar'}
        onOpenChange={() => setAbierto(null)}
        cliente={cliente}
      />
      <ConfirmDialog
        open={abierto === 'eliminar'}
        onOpenChange={() => setAbierto(null)}
        title={`¿Eliminar a ${cliente.nombre}?`}
        description="Deja de ofrecerse en el mostrador. Sus tickets se conservan, y su CI o NIT queda libre."
        confirm="Eliminar"
        peligro
        onConfirm={async () => {
          const hecho = await eliminarClienteAction({ id: cliente.id });
          if (!hecho.ok) return hecho.message;
          toast.success(`${cliente.nombre}: eliminado`);
          void queries.invalidateQueries({ queryKey: ['clientes'] });
          router.push('/clientes' as Route);
          return undefined;
        }}
      />
    </>
  );
}
