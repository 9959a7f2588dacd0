'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { eliminarProductoAction } from '@/lib/producto/actions';

/** The button that deletes a product, after asking; then back to the list. */
export function EliminarProducto({ id, nombre }: { id: number; nombre: string }) {
  const router = useRouter();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="fantasma" icon={<Trash2 aria-hidden="true" />} onClick={() => setOpen(true)}>
        Eliminar
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={`¿Eliminar ${nombre}?`}
        description="Deja de venderse y su código queda libre. Sus ventas y movimientos se conservan."
        confirm="Eliminar"
        peligro
        onConfirm={async () => {
          const hecho = await eliminarProductoAction({ id });
          if (!hecho.ok) return hecho.message;
          toast.success(`${nombre} eliminado`);
          void queries.invalidateQueries({ queryKey: ['productos'] });
          router.push('/productos');
        }}
      />
    </>
  );
}
