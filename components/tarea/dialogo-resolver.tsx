'use client';

import { useQueryClient } from '@tanstack/react-query';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { enviarResolucion } from '@/lib/tarea/query-options';
import type { TareaDto } from '@/lib/tarea/schemas';

type DialogoResolverProps = { tarea: TareaDto | null; onClose: () => void; onResuelta: () => void };

/** What came of a task, in words; it stays with them. */
export function DialogoResolver({ tarea, onClose, onResuelta }: DialogoResolverProps) {
  const queries = useQueryClient();
  return (
    <ConfirmDialog
      open={tarea !== null}
      onOpenChange={(abierto) => !abierto && onClose()}
      title="¿Qué pasó con esta tarea?"
      description={tarea?.resumen}
      confirm="Resolver"
      motivo={{ label: 'Qué se encontró y qué se hizo', placeholder: 'Por ejemplo: era un retiro sin registrar' }}
      onConfirm={async (resolucion) => {
        if (!tarea) return;
        try {
          await enviarResolucion(tarea.id, resolucion);
        } catch (error) {
          return error instanceof Error ? error.message : 'Algo falló. Vuelva a intentarlo.';
        }
        toast.success('Tarea resuelta');
        void queries.invalidateQueries({ queryKey: ['tareas'] });
        onResuelta();
      }}
    />
  );
}
