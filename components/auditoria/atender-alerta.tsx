'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { atenderAlertaAction } from '@/lib/alerta/actions';

/** Says that somebody looked at an alert, with what came of it. */
export function AtenderAlerta({ id }: { id: number }) {
  const router = useRouter();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="primario" icon={<Check aria-hidden="true" />} onClick={() => setOpen(true)}>
        Atender
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title="¿Qué se averiguó?"
        description="La alerta queda atendida, con su nombre y esta nota. No se puede deshacer."
        confirm="Atender"
        motivo={{ label: 'Nota', placeholder: 'Por ejemplo: hubo un precio mal puesto y se corrigió' }}
        onConfirm={async (nota) => {
          const hecho = await atenderAlertaAction({ id, nota }).catch(() => null);
          if (!hecho) return 'El servidor no respondió. Se puede intentar otra vez.';
          if (!hecho.ok) return hecho.message;
          toast.success('Alerta atendida');
          void queries.invalidateQueries({ queryKey: ['alertas'] });
          router.refresh();
        }}
      />
    </>
  );
}
