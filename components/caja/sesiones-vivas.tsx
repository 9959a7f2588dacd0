'use client';

import { useQuery } from '@tanstack/react-query';
import { Store } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { SkeletonRows } from '@/components/ui/skeleton';
import { vivasQuery } from '@/lib/caja/query-options';
import { BOLSILLOS } from '@/lib/caja/rules';
import type { Concepto } from '@/lib/caja/schemas';
import type { SesionVivaDto } from '@/lib/caja/schemas-cierre';
import type { BalanceDto } from '@/lib/caja/schemas-respuestas';
import { formatHora } from '@/lib/time';
import { Cifra } from './cifra';

/** Every open drawer as it is now, on one screen. Each figure opens the rows it is made of. */
export function SesionesVivas({ iniciales, conSucursal }: { iniciales: SesionVivaDto[]; conSucursal: boolean }) {
  const { data, error, refetch, isFetching } = useQuery({ ...vivasQuery(), initialData: iniciales });
  if (error) return <ErrorState message={error.message} onRetry={() => void refetch()} pendiente={isFetching} />;
  if (!data) return <SkeletonRows rows={4} />;
  if (data.length === 0) {
    return (
      <Card flush>
        <EmptyState
          icon={Store}
          title="No hay cajas abiertas"
          description="Cuando alguien abra una, sus cifras aparecen aquí al momento."
        />
      </Card>
    );
  }
  return (
    <div className="grid items-start gap-5 md:grid-cols-2 2xl:grid-cols-3">
      {data.map((viva) => (
        <Viva key={viva.sesion.id} viva={viva} conSucursal={conSucursal} />
      ))}
    </div>
  );
}

function Viva({
  viva: { sesion, balance: b, tickets, ultima_operacion },
  conSucursal,
}: {
  viva: SesionVivaDto;
  conSucursal: boolean;
}) {
  return (
    <Card
      title={
        <Link href={`/cajas/sesion/${sesion.id}` as Route} className="underline-offset-4 hover:underline">
          {sesion.caja.nombre}
        </Link>
      }
      aside={conSucursal ? sesion.caja.sucursal : undefined}
    >
      <p className="num -mt-2 text-xs text-pretty text-tinta-2">
        {sesion.cajero} · desde {formatHora(sesion.fecha_apertura)} ·{' '}
        {tickets === 1 ? '1 ticket' : `${tickets} tickets`}
        {ultima_operacion && ` · último movimiento ${formatHora(ultima_operacion)}`}
      </p>
      <p className="mt-3 text-xs text-tinta-2">Debería haber en la gaveta</p>
      <p className="text-2xl font-bold">
        <Cifra valor={b.monto_final_teorico} bs />
      </p>
      <div className="num mt-3 grid grid-cols-2 gap-x-5">
        {lineasDe(b).map(([concepto, nombre, valor]) => (
          <Link
            key={concepto}
            href={`/cajas/sesion/${sesion.id}?ver=${concepto}` as Route}
            className="flex min-h-11 items-center justify-between gap-3 border-b border-borde hover:bg-superficie-2"
          >
            <span className="text-tinta-2">{nombre}</span>
            <span className="font-medium">
              <Cifra valor={valor} />
            </span>
          </Link>
        ))}
      </div>
      <h3 className="mt-4 mb-2 text-xs font-medium text-tinta-2">Efectivo por negocio</h3>
      <dl className="num grid grid-cols-2 gap-2 sm:grid-cols-3">
        {BOLSILLOS.map(([clave, nombre]) => (
          <div key={clave} className="rounded-md border border-borde px-2.5 py-2">
            <dt className="text-xs text-tinta-2">{nombre}</dt>
            <dd className="font-semibold">
              <Cifra valor={b.bolsillos[clave]} />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function lineasDe(b: BalanceDto): [Concepto, string, number | null][] {
  const todas: [Concepto, string, number | null][] = [
    ['ventas_efectivo', 'Efectivo', b.ventas.efectivo],
    ['ventas_qr', 'QR', b.ventas.qr],
    ['ventas_transferencia', 'Transferencia', b.ventas.transferencia],
    ['agentes', 'Agente', b.agentes.neto],
    ['recargas', 'Recargas', b.recargas],
    ['fiado', 'Fiado', b.fiado],
    ['compras', 'Compras', b.compras && -b.compras],
    ['ingresos', 'Ingresos', b.ingresos],
    ['egresos', 'Egresos', b.egresos && -b.egresos],
    ['traspasos', 'Traspasos', b.traspasos],
    ['otros', 'Otros', b.otros],
  ];
  return todas.filter(([concepto, , valor]) => valor !== 0 || concepto.startsWith('ventas_efectivo'));
}
