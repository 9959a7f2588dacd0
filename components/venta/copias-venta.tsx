import { Card } from '@/components/ui/card';
import type { Formato } from '@/lib/recibo/rules';
import type { CopiaDto } from '@/lib/recibo/schemas';
import { formatFechaHora } from '@/lib/time';

const FORMATO: Readonly<Record<Formato, string>> = {
  ROLLO: 'por el sistema',
  TERMICA: 'térmica',
  A4: 'PDF A4',
};

/** The copies that were printed of a ticket, each with who did it and when. */
export function CopiasVenta({ copias }: { copias: readonly CopiaDto[] }) {
  return (
    <Card title="Copias impresas">
      <ol className="num flex flex-col gap-1.5">
        {copias.map((copia) => (
          <li key={copia.id} className="flex justify-between gap-4">
            <span>
              Copia {copia.numero} <span className="text-xs text-tinta-2">· {FORMATO[copia.formato]}</span>
            </span>
            <span className="text-right text-tinta-2">
              {copia.usuario}
              <span className="block text-xs">{formatFechaHora(copia.fecha)}</span>
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
