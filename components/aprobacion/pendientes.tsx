'use client';

import { useQuery } from '@tanstack/react-query';
import { BadgeCheck } from 'lucide-react';
import { useState } from 'react';
import { useDespierta } from '@/components/shared/use-despierta';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Chip } from '@/components/ui/chip';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { SkeletonRows } from '@/components/ui/skeleton';
import { pendientesQuery } from '@/lib/aprobacion/query-options';
import type { AprobacionDto } from '@/lib/aprobacion/schemas';
import { formatFechaHora } from '@/lib/time';
import { Descripcion, enTitulo } from './descripcion';
import { DialogoRespuesta, type Respuesta } from './dialogo-respuesta';
import { TiempoRestante } from './tiempo-restante';

/** What waits for an answer, as it arrives. Two taps answer one: yes or no, and why. */
export function Pendientes({ conSucursal }: { conSucursal: boolean }) {
  // The bell of the bar asks the same, and may have its answer before this wakes.
  const despierta = useDespierta();
  const lista = useQuery(pendientesQuery());
  const [respuesta, setRespuesta] = useState<Respuesta | null>(null);
  if (!despierta || lista.isPending) {
    return (
      <Card flush>
        <SkeletonRows rows={3} />
      </Card>
    );
  }
  if (lista.isError && !lista.data) {
    return <ErrorState message={lista.error.message} onRetry={() => void lista.refetch()} className="py-12" />;
  }
  const pedidos = lista.data ?? [];
  return (
    <>
      {pedidos.length === 0 ? (
        <Card>
          <EmptyState
            icon={BadgeCheck}
            title="Nada espera su aprobación"
            description="Los pedidos aparecen aquí en cuanto llegan, con un aviso."
          />
        </Card>
      ) : (
        <ul className="flex flex-col gap-4" aria-label="Pedidos pendientes">
          {pedidos.map((a) => (
            <li key={a.id}>
              <Pedido a={a} conSucursal={conSucursal} onResponder={setRespuesta} />
            </li>
          ))}
        </ul>
      )}
      <DialogoRespuesta respuesta={respuesta} onClose={() => setRespuesta(null)} />
    </>
  );
}

type PedidoProps = { a: AprobacionDto; conSucursal: boolean; onResponder: (r: Respuesta) => void };

function Pedido({ a, conSucursal, onResponder }: PedidoProps) {
  const despues = a.momento === 'DESPUES';
  return (
    <Card>
      <article aria-label={a.resumen} className="flex flex-col gap-3.5">
        <header className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <h2 className="num min-w-0 flex-1 basis-full text-base leading-snug font-semibold text-balance sm:basis-auto">
            {enTitulo(a.resumen)}
          </h2>
          {conSucursal && <Chip>{a.sucursal}</Chip>}
          <Chip tone={despues ? 'neutro' : 'aviso'}>
            {despues ? `Por revisar · ${formatFechaHora(a.creada_en)}` : <TiempoRestante vence={a.vence_en} />}
          </Chip>
        </header>
        {a.motivo && <p className="rounded-md bg-superficie-2 px-3.5 py-2.5 text-pretty">«{a.motivo}»</p>}
        <Descripcion filas={a.detalle} />
        {a.puede_resolver ? (
          <div className="grid grid-cols-2 gap-2.5 sm:flex sm:justify-end">
            <Button size="mostrador" onClick={() => onResponder({ a, acto: 'rechazar' })}>
              {despues ? 'Observar' : 'Rechazar'}
            </Button>
            <Button size="mostrador" variant="primario" onClick={() => onResponder({ a, acto: 'aprobar' })}>
              {despues ? 'Dar por bueno' : 'Aprobar'}
            </Button>
          </div>
        ) : (
          <p className="text-tinta-2">Lo tiene que responder otra persona.</p>
        )}
      </article>
    </Card>
  );
}
