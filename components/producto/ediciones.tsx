'use client';

import { History, Tags, Undo2 } from 'lucide-react';
import type { Route } from 'next';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { Chip } from '@/components/ui/chip';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { deshacerEdicionAction } from '@/lib/edicion/actions';
import type { EdicionDto } from '@/lib/edicion/schemas';
import { formatFechaHora } from '@/lib/time';
import { cuantos } from './cuenta';
import { useActo } from './use-acto';

/** Editions of many products, the last first, with the way back of each. */
export function Ediciones({ ediciones }: { ediciones: readonly EdicionDto[] }) {
  const [porDeshacer, setPorDeshacer] = useState<EdicionDto | null>(null);
  const { hacer, rechazo } = useActo();
  if (ediciones.length === 0) {
    return (
      <EmptyState
        icon={History}
        title="Todavía no hay ediciones"
        description="En la lista de productos se pueden cambiar muchos a la vez: elegidos, o todos los de un filtro."
      />
    );
  }
  return (
    <>
      {rechazo && (
        <Notice tone="falta" alert className="m-4">
          {rechazo.message}
        </Notice>
      )}
      <ul className="divide-y divide-borde">
        {ediciones.map((e) => (
          <li key={e.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3 sm:px-5">
            <span className="min-w-0">
              <span className="num block font-medium">{e.que}</span>
              <span className="num text-sm text-tinta-2">
                {cuantos(e.filas, 'producto', 'productos')} · {e.usuario} · {formatFechaHora(e.fecha)}
              </span>
            </span>
            <span className="flex flex-wrap items-center gap-2">
              <Link
                href={`/productos/etiquetas?edicion=${e.id}` as Route}
                aria-label={`Etiquetas de «${e.que}»`}
                className={buttonClass({ variant: 'fantasma' })}
              >
                <Tags aria-hidden="true" />
                Etiquetas
              </Link>
              {e.deshecha ? (
                <Chip>deshecha</Chip>
              ) : (
                e.deshace_a === null && (
                  <Button icon={<Undo2 aria-hidden="true" />} onClick={() => setPorDeshacer(e)}>
                    Deshacer
                  </Button>
                )
              )}
            </span>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={porDeshacer !== null}
        onOpenChange={(abierto) => !abierto && setPorDeshacer(null)}
        title={`¿Deshacer «${porDeshacer?.que ?? ''}»?`}
        description="Vuelve a como estaba. Los productos que alguien cambió después quedan como están."
        confirm="Deshacer"
        onConfirm={async () => {
          hacer(deshacerEdicionAction, { id: porDeshacer?.id }, { aviso: 'Edición deshecha' });
          return undefined;
        }}
      />
    </>
  );
}
