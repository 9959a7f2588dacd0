'use client';

import { CalendarClock } from 'lucide-react';
import type { Route } from 'next';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { formatCantidad, milesimasDeJson } from '@/lib/quantity';
import { resolverVencimientoAction } from '@/lib/reposicion/actions';
import type { Resolucion, VencimientoDto } from '@/lib/reposicion/schemas';
import { formatDia, inicioDelDia } from '@/lib/time';
import { useActo } from './use-acto';

const SALIDAS: readonly { valor: Resolucion; texto: string; aviso: string }[] = [
  { valor: 'VENDIDO', texto: 'Se vendió', aviso: 'Anotado: se vendió a tiempo' },
  { valor: 'RETIRADO', texto: 'Se retiró', aviso: 'Anotado. Falta sacarlo de la existencia como merma.' },
  { valor: 'ERROR', texto: 'Estaba mal', aviso: 'Fecha quitada' },
];

/** A day as people write it. */
const enDia = (dia: string) => formatDia(inicioDelDia(dia));

type VencimientosProps = { vencimientos: readonly VencimientoDto[]; puedeEditar: boolean; conProducto: boolean };

/** Dates that are watched, the nearest first, each with how it may end. */
export function Vencimientos({ vencimientos, puedeEditar, conProducto }: VencimientosProps) {
  const { hacer, pendiente, rechazo } = useActo();
  if (vencimientos.length === 0) {
    return (
      <EmptyState
        icon={CalendarClock}
        title="No vence nada"
        description="Las fechas se anotan en la ficha de cada producto, al recibir la mercadería."
        className="py-6"
      />
    );
  }
  return (
    <>
      {rechazo && (
        <p role="alert" className="mb-2 text-sm text-falta">
          {rechazo.message}
        </p>
      )}
      <ul className="divide-y divide-borde">
        {vencimientos.map((v) => (
          <li key={v.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3 sm:px-5">
            <span className="min-w-0">
              {conProducto && (
                <Link href={`/productos/${v.id_producto}` as Route} className="block font-medium hover:underline">
                  {v.producto}
                </Link>
              )}
              <span className="num flex flex-wrap items-center gap-2 text-sm text-tinta-2">
                <Plazo dias={v.dias} /> {enDia(v.vence)}
                {v.lote && ` · lote ${v.lote}`}
                {v.cantidad !== null && ` · entraron ${formatCantidad(milesimasDeJson(v.cantidad) ?? 0)}`}
                {` · hay ${formatCantidad(milesimasDeJson(v.stock) ?? 0)}`}
              </span>
            </span>
            {puedeEditar && (
              <span className="flex flex-wrap gap-1.5">
                {SALIDAS.map(({ valor, texto, aviso }) => (
                  <Button
                    key={valor}
                    size="compacto"
                    disabled={pendiente}
                    aria-label={`${texto}: ${v.producto}, ${enDia(v.vence)}`}
                    onClick={() => hacer(resolverVencimientoAction, { id: v.id, resolucion: valor }, { aviso })}
                  >
                    {texto}
                  </Button>
                ))}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Plazo({ dias }: { dias: number }) {
  if (dias < 0) return <Chip tone="falta">vencido hace {-dias} d</Chip>;
  if (dias === 0) return <Chip tone="falta">vence hoy</Chip>;
  return <Chip tone={dias <= 15 ? 'aviso' : 'neutro'}>faltan {dias} d</Chip>;
}
