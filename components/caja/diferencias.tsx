import { Scale } from 'lucide-react';
import { Card } from '@/components/ui/card';
import { Chip } from '@/components/ui/chip';
import { EmptyState } from '@/components/ui/empty-state';
import type { DiferenciasDto } from '@/lib/caja/schemas-cierre';
import { centavosDeJson, formatBs } from '@/lib/money';
import { Cifra } from './cifra';
import { LineaDiferencias } from './linea-diferencias';

/** How the closes of each person, or of each caja, went over time, with where they are going. */
export function Diferencias({ grupos }: { grupos: readonly DiferenciasDto[] }) {
  if (grupos.length === 0) {
    return (
      <Card flush>
        <EmptyState
          icon={Scale}
          title="No hay cierres en esos días"
          description="Con otros filtros, o cuando se cierre la primera caja."
        />
      </Card>
    );
  }
  return (
    <div className="grid items-start gap-5 xl:grid-cols-2">
      {grupos.map((g) => (
        <Card key={g.id} title={g.nombre} aside={<Tendencia porSemana={g.por_semana} />}>
          <dl className="num mb-3 grid grid-cols-2 gap-2.5 sm:grid-cols-4">
            <div>
              <dt className="text-xs text-tinta-2">Cuadran</dt>
              <dd className="font-semibold">
                {g.cuadran} de {g.cierres}
              </dd>
            </div>
            <div>
              <dt className="text-xs text-tinta-2">Faltantes</dt>
              <dd className="font-semibold">
                <Cifra valor={g.faltantes} />
              </dd>
            </div>
            <div>
              <dt className="text-xs text-tinta-2">Sobrantes</dt>
              <dd className="font-semibold">
                <Cifra valor={g.sobrantes} />
              </dd>
            </div>
            <div>
              <dt className="text-xs text-tinta-2">Neto</dt>
              <dd>
                <Cifra valor={g.neto} diferencia />
              </dd>
            </div>
          </dl>
          <LineaDiferencias nombre={g.nombre} puntos={g.puntos} />
        </Card>
      ))}
    </div>
  );
}

function Tendencia({ porSemana }: { porSemana: number | null }) {
  if (porSemana === null) return <Chip>Pocos cierres para una tendencia</Chip>;
  const cuanto = formatBs(Math.abs(centavosDeJson(porSemana) ?? 0));
  if (Math.abs(porSemana) < 0.5) return <Chip tone="hecho">Estable</Chip>;
  if (porSemana < 0) return <Chip tone="hecho">Mejora {cuanto} por semana</Chip>;
  return <Chip tone="falta">Empeora {cuanto} por semana</Chip>;
}
