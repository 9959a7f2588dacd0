'use client';

import { useQuery } from '@tanstack/react-query';
import { Store } from 'lucide-react';
import type { Route } from 'next';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Chip } from '@/components/ui/chip';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { vivasQuery } from '@/lib/caja/query-options';
import type { SesionVivaDto } from '@/lib/caja/schemas-cierre';
import { formatFechaHora, formatHora } from '@/lib/time';
import { Bolsillos } from './bolsillos';
import { Cifra } from './cifra';
import { cifrasDeFuera, cifrasDeGaveta, NOMBRE_DE_CONCEPTO, rutaDeFilas } from './cifras';
import { EnlaceCifra } from './enlace-cifra';

/** Every open drawer as it is now, on one screen. Each figure opens the rows it is made of. */
export function SesionesVivas({ iniciales, conSucursal }: { iniciales: SesionVivaDto[]; conSucursal: boolean }) {
  const { data, error, refetch, isFetching } = useQuery({ ...vivasQuery(), initialData: iniciales });
  if (data.length === 0 && !error) {
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
    <>
      {error && (
        <Notice tone="aviso" alert className="mb-5" title="Estas cifras ya no son de ahora">
          <p>{error.message}</p>
          <Button className="mt-2" pendiente={isFetching} onClick={() => void refetch()}>
            Volver a intentar
          </Button>
        </Notice>
      )}
      <div className="grid items-start gap-5 md:grid-cols-2 2xl:grid-cols-3">
        {data.map((viva) => (
          <Viva key={viva.sesion.id} viva={viva} conSucursal={conSucursal} />
        ))}
      </div>
    </>
  );
}

function Viva({
  viva: { sesion, balance: b, tickets, ultima_operacion },
  conSucursal,
}: {
  viva: SesionVivaDto;
  conSucursal: boolean;
}) {
  const base = `/cajas/sesion/${sesion.id}`;
  return (
    <Card
      title={
        <Link href={base as Route} className="underline-offset-4 hover:underline">
          {sesion.caja.nombre}
        </Link>
      }
      aside={
        <span className="flex items-center gap-2">
          {sesion.contando_desde && <Chip tone="aviso">Se está contando</Chip>}
          {conSucursal && sesion.caja.sucursal}
        </span>
      }
    >
      <p className="num -mt-2 text-xs text-pretty text-tinta-2">
        {sesion.cajero} · desde {formatFechaHora(sesion.fecha_apertura)} ·{' '}
        {tickets === 1 ? '1 ticket' : `${tickets} tickets`}
        {ultima_operacion && ` · último movimiento ${formatHora(ultima_operacion)}`}
      </p>
      <p className="mt-3 text-xs text-tinta-2">Debería haber en la gaveta</p>
      <p className="text-2xl font-bold">
        <EnlaceCifra
          base={base}
          nombre="Debería haber en la gaveta"
          bolsillo="gaveta"
          valor={b.monto_final_teorico}
          bs
        />
      </p>
      <div className="num mt-3 grid gap-x-5 sm:grid-cols-2">
        {[...cifrasDeGaveta(b), ...cifrasDeFuera(b)].map(([concepto, valor]) => (
          <Link
            key={concepto}
            href={rutaDeFilas(base, { concepto }) as Route}
            className="flex min-h-11 items-center justify-between gap-3 border-b border-borde hover:bg-superficie-2"
          >
            <span className="text-tinta-2">{NOMBRE_DE_CONCEPTO[concepto]}</span>
            <span className="font-medium">
              <Cifra valor={valor} />
            </span>
          </Link>
        ))}
      </div>
      <h3 className="mt-4 mb-2 text-xs font-medium text-tinta-2">Efectivo por negocio</h3>
      <Bolsillos base={base} bolsillos={b.bolsillos} />
    </Card>
  );
}
