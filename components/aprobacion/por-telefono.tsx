'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { enviarPedido, esperaQuery } from '@/lib/aprobacion/query-options';
import type { AprobacionDto } from '@/lib/aprobacion/schemas';
import type { Desenlace } from './desenlace';
import { TiempoRestante } from './tiempo-restante';

type PorTelefonoProps = {
  id: number;
  motivo: string;
  pedida: boolean;
  onPedida: () => void;
  onFin: (desenlace: Desenlace) => void;
  onCancelar: () => void;
};

/** Asks the superiors, and waits with the till as it is: the act goes on by itself when one of them says yes. */
export function PorTelefono({ id, motivo, pedida, onPedida, onFin, onCancelar }: PorTelefonoProps) {
  const pedido = useMutation({ mutationFn: () => enviarPedido(id, motivo), onSuccess: onPedida });
  const { data } = useQuery({ ...esperaQuery(id), enabled: pedida });
  const estado = data?.estado;

  useEffect(() => {
    if (estado === 'APROBADA') onFin({ como: 'aprobada' });
  }, [estado, onFin]);

  if (!pedida) {
    return (
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (motivo.length >= 3) pedido.mutate();
        }}
      >
        {pedido.isError && (
          <Notice tone="falta" alert>
            {pedido.error.message}
          </Notice>
        )}
        <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
          <Button size="mostrador" onClick={onCancelar} disabled={pedido.isPending}>
            Cancelar
          </Button>
          <Button
            type="submit"
            variant="primario"
            size="mostrador"
            pendiente={pedido.isPending}
            disabled={motivo.length < 3}
          >
            Pedir aprobación
          </Button>
        </div>
      </form>
    );
  }
  if (data && estado === 'RECHAZADA') return <Negada data={data} onFin={onFin} />;
  if (estado === 'VENCIDA' || estado === 'CANCELADA') return <Perdida onFin={onFin} onCancelar={onCancelar} />;
  return (
    <div className="flex flex-col gap-4">
      <Notice title="Esperando la respuesta">
        <p role="status">El pedido ya llegó a los superiores. Al aprobarse, la operación sigue sola.</p>
        <TiempoRestante vence={data?.vence_en ?? null} />
      </Notice>
      <Button size="mostrador" className="sm:self-end" onClick={onCancelar}>
        Cancelar el pedido
      </Button>
    </div>
  );
}

function Negada({ data, onFin }: { data: AprobacionDto; onFin: PorTelefonoProps['onFin'] }) {
  const frase = `${data.aprobador ?? 'Un superior'} lo rechazó: ${data.respuesta ?? 'sin motivo'}`;
  return (
    <div className="flex flex-col gap-4">
      <Notice tone="falta" alert title={`${data.aprobador ?? 'Un superior'} lo rechazó`}>
        {data.respuesta}
      </Notice>
      <Button size="mostrador" className="sm:self-end" onClick={() => onFin({ como: 'rechazada', frase })}>
        Entendido
      </Button>
    </div>
  );
}

function Perdida({ onFin, onCancelar }: Pick<PorTelefonoProps, 'onFin' | 'onCancelar'>) {
  return (
    <div className="flex flex-col gap-4">
      <Notice tone="aviso" alert title="El pedido venció">
        Nadie respondió a tiempo.
      </Notice>
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <Button size="mostrador" onClick={onCancelar}>
          Cancelar
        </Button>
        <Button size="mostrador" variant="primario" onClick={() => onFin({ como: 'otra_vez' })}>
          Volver a pedir
        </Button>
      </div>
    </div>
  );
}
