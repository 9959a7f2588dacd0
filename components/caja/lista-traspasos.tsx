'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowLeftRight } from 'lucide-react';
import { AprobadoPor } from '@/components/aprobacion/aprobado-por';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { SkeletonRows } from '@/components/ui/skeleton';
import { formatFechaHora } from '@/lib/time';
import { traspasosQuery } from '@/lib/traspaso/query-options';
import { fraseTraspaso } from '@/lib/traspaso/rules';
import type { TraspasoDto } from '@/lib/traspaso/schemas';
import { Cifra } from './cifra';
import { EnlaceFoto } from './enlace-foto';
import { sentenceOf } from './use-acto';

/** The transfers of an open session, as it goes. */
export function ListaTraspasos({ idSesion }: { idSesion: number }) {
  const { data, isPending, error } = useQuery(traspasosQuery(idSesion));
  if (isPending) return <SkeletonRows rows={2} />;
  if (error) {
    return (
      <Notice tone="falta" className="m-4">
        {sentenceOf(error)}
      </Notice>
    );
  }
  return <FilasTraspaso traspasos={data} />;
}

/** Transfers, newest first. */
export function FilasTraspaso({
  traspasos,
  conCaja = false,
}: {
  traspasos: readonly TraspasoDto[];
  conCaja?: boolean;
}) {
  if (traspasos.length === 0) {
    return (
      <EmptyState
        icon={ArrowLeftRight}
        title="Sin traspasos"
        description="Aquí queda el efectivo que va a la caja fuerte o al banco, y el cambio que vuelve."
      />
    );
  }
  return (
    <ul className="divide-y divide-borde">
      {traspasos.map((t) => (
        <li key={t.id} className="flex items-center gap-3 px-4 py-3 sm:px-5">
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium first-letter:uppercase">
              {fraseTraspaso(t.origen, t.destino)}
            </span>
            <span className="num block text-xs text-tinta-2">
              {formatFechaHora(t.fecha)} · {t.usuario}
              {conCaja && t.caja && ` · ${t.caja}`}
              {t.nota && ` · ${t.nota}`}
            </span>
            {t.con_foto && (
              <EnlaceFoto
                href={`/api/cajas/traspaso/${t.id}/foto`}
                que={`un traspaso ${fraseTraspaso(t.origen, t.destino)}`}
              />
            )}
            <AprobadoPor aprobaciones={t.aprobaciones} />
          </span>
          <span className="font-semibold">
            <Cifra valor={t.monto} />
          </span>
        </li>
      ))}
    </ul>
  );
}
