'use client';

import { useQuery } from '@tanstack/react-query';
import { Card } from '@/components/ui/card';
import { ErrorState } from '@/components/ui/error-state';
import { SkeletonRows } from '@/components/ui/skeleton';
import { balanceQuery } from '@/lib/caja/query-options';
import { Cifra } from './cifra';

/** What an open drawer should hold, for whoever may see it. */
export function BalanceVivo({ idSesion }: { idSesion: number }) {
  const { data: b, error, refetch, isFetching } = useQuery(balanceQuery(idSesion));
  if (!b) {
    return (
      <Card title="Balance" flush>
        {error ? (
          <ErrorState message={error.message} onRetry={refetch} pendiente={isFetching} />
        ) : (
          <SkeletonRows rows={5} />
        )}
      </Card>
    );
  }
  const lineas: [string, number | null][] = [
    ['Monto inicial', b.monto_inicial],
    ['Ventas en efectivo', b.ventas.efectivo],
    ['Ingresos', b.ingresos],
    ['Egresos', b.egresos && -b.egresos],
    ['Compras', b.compras && -b.compras],
    ['Agente bancario', b.agentes.neto],
    ['Recargas', b.recargas],
    ['Fiado cobrado', b.fiado],
    ['Otros', b.otros],
  ];
  return (
    <Card title="Balance" aside="Se actualiza solo">
      <dl className="num grid grid-cols-[1fr_auto] gap-y-1.5">
        {lineas
          .filter(([nombre, valor]) => valor !== 0 || nombre === 'Monto inicial' || nombre === 'Ventas en efectivo')
          .map(([nombre, valor]) => (
            <Linea key={nombre} nombre={nombre} valor={valor} />
          ))}
        <dt className="mt-1.5 border-t border-borde pt-2.5 font-semibold">Debería haber en la gaveta</dt>
        <dd className="mt-1.5 border-t border-borde pt-2.5 text-right text-base font-bold">
          <Cifra valor={b.monto_final_teorico} />
        </dd>
        <dt className="mt-3 text-xs text-tinta-2">No pasa por la gaveta</dt>
        <dd />
        <Linea nombre="QR" valor={b.ventas.qr} />
        <Linea nombre="Transferencia" valor={b.ventas.transferencia} />
      </dl>
    </Card>
  );
}

function Linea({ nombre, valor }: { nombre: string; valor: number | null }) {
  return (
    <>
      <dt className="text-tinta-2">{nombre}</dt>
      <dd className="text-right">
        <Cifra valor={valor} />
      </dd>
    </>
  );
}
