import { ArrowDownLeft, ArrowUpRight, Coins } from 'lucide-react';
import { AprobadoPor } from '@/components/aprobacion/aprobado-por';
import { EmptyState } from '@/components/ui/empty-state';
import type { MovimientoCajaDto } from '@/lib/caja/schemas-respuestas';
import { formatHora } from '@/lib/time';
import { Cifra } from './cifra';
import { EnlaceFoto } from './enlace-foto';

/** Cash in and out by hand, newest first. */
export function ListaMovimientos({ movimientos }: { movimientos: readonly MovimientoCajaDto[] }) {
  if (movimientos.length === 0) {
    return (
      <EmptyState
        icon={Coins}
        title="Sin ingresos ni egresos"
        description="Aquí queda cada entrada o salida de efectivo que no es de una venta."
      />
    );
  }
  return (
    <ul className="divide-y divide-borde">
      {movimientos.map((m) => (
        <li key={m.id} className="flex items-center gap-3 px-4 py-3 sm:px-5">
          <span className="grid size-9 shrink-0 place-items-center rounded-full bg-superficie-2 text-tinta-2">
            {m.tipo === 'INGRESO' ? (
              <ArrowDownLeft aria-hidden="true" className="size-4.5" />
            ) : (
              <ArrowUpRight aria-hidden="true" className="size-4.5" />
            )}
          </span>
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium">{m.motivo}</span>
            <span className="num block text-xs text-tinta-2">
              {m.tipo === 'INGRESO' ? 'Ingreso' : 'Egreso'}
              {m.motivo_de_lista && m.motivo_de_lista !== m.motivo && ` · ${m.motivo_de_lista}`} · {formatHora(m.fecha)}{' '}
              · {m.usuario}
            </span>
            {m.con_foto && <EnlaceFoto href={`/api/cajas/movimiento/${m.id}/foto`} que={m.motivo} />}
            <AprobadoPor aprobaciones={m.aprobaciones} />
          </span>
          <span className="font-semibold">
            {m.tipo === 'EGRESO' && '−'}
            <Cifra valor={m.monto} />
          </span>
        </li>
      ))}
    </ul>
  );
}
