'use client';

import { CircleCheck, CircleDashed } from 'lucide-react';
import type { Route } from 'next';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import type { TareaDto } from '@/lib/tarea/schemas';
import { formatFechaHora } from '@/lib/time';
import { DialogoResolver } from './dialogo-resolver';

type ListaTareasProps = {
  tareas: readonly TareaDto[];
  puedeResolver: boolean;
  /** With the session each comes from, in a list of many. */
  conSesion?: boolean;
  conSucursal?: boolean;
  onResuelta: () => void;
};

/** Tasks: what is not right, what to look at, and what came of it. */
export function ListaTareas({ tareas, puedeResolver, conSesion, conSucursal, onResuelta }: ListaTareasProps) {
  const [elegida, setElegida] = useState<TareaDto | null>(null);
  return (
    <>
      <ul className="divide-y divide-borde border-t border-borde">
        {tareas.map((t) => (
          <li key={t.id} className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3.5 sm:px-5">
            <span className="flex min-w-0 flex-1 basis-64 gap-3">
              {t.estado === 'RESUELTA' ? (
                <CircleCheck aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-hecho" />
              ) : (
                <CircleDashed aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-aviso" />
              )}
              <span className="min-w-0">
                <span className="block font-medium text-pretty">{t.resumen}</span>
                {t.detalle && <span className="block text-pretty text-tinta-2">{t.detalle}</span>}
                <span className="num block text-xs text-tinta-2">
                  {conSucursal && `${t.sucursal} · `}
                  {t.creada_por} · {formatFechaHora(t.creada_en)}
                  {conSesion && t.id_sesion_caja !== null && (
                    <>
                      {' · '}
                      <Link
                        href={`/cajas/sesion/${t.id_sesion_caja}` as Route}
                        className="underline underline-offset-4"
                      >
                        Ver la sesión de {t.caja}
                      </Link>
                    </>
                  )}
                </span>
                {t.resolucion && (
                  <span className="num mt-1 block text-pretty">
                    {t.resolucion}{' '}
                    <span className="text-xs text-tinta-2">
                      · {t.resuelta_por} · {t.resuelta_en && formatFechaHora(t.resuelta_en)}
                    </span>
                  </span>
                )}
              </span>
            </span>
            {puedeResolver && t.estado === 'PENDIENTE' && (
              <Button onClick={() => setElegida(t)}>
                Resolver<span className="sr-only">: {t.resumen}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <DialogoResolver tarea={elegida} onClose={() => setElegida(null)} onResuelta={onResuelta} />
    </>
  );
}
