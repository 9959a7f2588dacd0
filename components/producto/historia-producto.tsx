import { History } from 'lucide-react';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import type { HistoriaDto } from '@/lib/auditoria/schemas';
import { formatFechaHora } from '@/lib/time';

/** What was ever changed of the product: who, when, and each field before and after. */
export function HistoriaProducto({ historia }: { historia: readonly HistoriaDto[] }) {
  if (historia.length === 0) {
    return (
      <Card>
        <EmptyState
          icon={History}
          title="Todavía no hay cambios"
          description="Vino de una importación y nadie lo tocó."
        />
      </Card>
    );
  }
  return (
    <Card title="Cambios, el último primero">
      <ol className="divide-y divide-borde">
        {historia.map((h) => (
          <li key={h.id} className="py-3">
            <p>
              <span className="font-medium">{h.usuario}</span> {h.frase}
            </p>
            <p className="text-xs text-tinta-2">{formatFechaHora(h.fecha)}</p>
            {h.cambios.length > 0 && (
              <dl className="mt-1.5 grid gap-x-4 gap-y-1 text-sm grid-cols-[minmax(0,9rem)_minmax(0,1fr)] sm:grid-cols-[12rem_1fr]">
                {h.cambios.map((c) => (
                  <div key={c.campo} className="contents">
                    <dt className="text-tinta-2">{c.campo}</dt>
                    <dd className="num break-words">
                      {c.antes !== null && <span className="text-tinta-2 line-through">{c.antes}</span>}
                      {c.antes !== null && c.despues !== null && ' → '}
                      {c.despues !== null && <span className="font-medium">{c.despues}</span>}
                    </dd>
                  </div>
                ))}
              </dl>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
