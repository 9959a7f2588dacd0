'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Segmented } from '@/components/ui/segmented';
import { toast } from '@/components/ui/toast';
import { resolverIncidenciaAction } from '@/lib/mostrador/actions';
import type { IncidenciaDto } from '@/lib/mostrador/schemas';
import { palabrasDeDecision } from './tipos';

const DECISIONES = [
  { value: 'ASENTAR', label: 'Que entre' },
  { value: 'DESCARTAR', label: 'Descartarlo' },
] as const;
type Decision = (typeof DECISIONES)[number]['value'];

/** Resolves an incidencia with its reason; of a fact that waits, decides whether it enters. */
export function ResolverIncidencia({ incidencia, onClose }: { incidencia: IncidenciaDto | null; onClose: () => void }) {
  const queries = useQueryClient();
  const [decision, setDecision] = useState<Decision>('ASENTAR');
  if (!incidencia) return null;
  const { id, frase, retenido } = incidencia;
  const palabras = palabrasDeDecision(incidencia);
  const descarta = retenido && decision === 'DESCARTAR';
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={retenido ? palabras.pregunta : '¿Cómo se resolvió?'}
      description={frase}
      confirm={retenido ? (descarta ? 'Descartar' : palabras.asienta) : 'Resolver'}
      peligro={descarta}
      motivo={{ label: 'Motivo', placeholder: 'Por ejemplo: faltaba registrar la compra del lunes' }}
      onConfirm={async (motivo) => {
        const pedido = { id, motivo, ...(retenido && { con: decision }) };
        const hecho = await resolverIncidenciaAction(pedido).catch(() => null);
        if (!hecho) return 'El servidor no respondió. Se puede intentar otra vez.';
        if (!hecho.ok) return hecho.message;
        toast.success('Incidencia resuelta');
        void queries.invalidateQueries({ queryKey: ['incidencias'] });
        onClose();
      }}
    >
      {retenido && (
        <div className="flex flex-col gap-2">
          <Segmented
            label="Decisión"
            value={decision}
            onValueChange={(nueva) => setDecision(nueva)}
            options={[...DECISIONES]}
          />
          <p className="text-sm text-tinta-2">{descarta ? palabras.descarta : palabras.entra}</p>
        </div>
      )}
    </ConfirmDialog>
  );
}
