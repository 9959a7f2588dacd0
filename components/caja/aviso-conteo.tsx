'use client';

import { useMutation } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import { enviarCancelarConteo } from '@/lib/caja/query-options';
import type { SesionCajaDto } from '@/lib/caja/schemas-respuestas';
import { formatHora } from '@/lib/time';
import { sentenceOf } from './use-acto';

type AvisoConteoProps = {
  sesion: Pick<SesionCajaDto, 'id' | 'contando_desde' | 'contando_por'>;
  puedeCerrar: boolean;
  onLibre: () => void;
};

/** Says that the drawer is being counted, and the two ways on: to go on counting, or back to work. */
export function AvisoConteo({ sesion, puedeCerrar, onLibre }: AvisoConteoProps) {
  const cancelar = useMutation({
    mutationFn: () => enviarCancelarConteo(sesion.id),
    onSuccess: () => {
      toast.success('Conteo cancelado: la caja vuelve a operar');
      onLibre();
    },
  });
  if (!sesion.contando_desde) return null;
  return (
    <Notice tone="aviso" className="mb-5" title="La caja se está contando">
      <p>
        Desde las {formatHora(sesion.contando_desde)}
        {sesion.contando_por && `, por ${sesion.contando_por}`}. Mientras tanto no entra ni sale efectivo.
      </p>
      {cancelar.isError && (
        <p role="alert" className="mt-1 font-medium text-falta">
          {sentenceOf(cancelar.error)}
        </p>
      )}
      {puedeCerrar && (
        <div className="mt-3 flex flex-wrap gap-2">
          <Link href="/caja/cerrar" className={buttonClass({ variant: 'primario', size: 'mostrador' })}>
            Seguir contando
          </Link>
          <Button size="mostrador" pendiente={cancelar.isPending} onClick={() => cancelar.mutate()}>
            Cancelar el conteo
          </Button>
        </div>
      )}
    </Notice>
  );
}
