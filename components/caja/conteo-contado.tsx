import { Monto } from '@/components/shared/monto';
import { denominacionDe, nombreDenominacion } from '@/lib/caja/rules';
import { Cifra } from './cifra';

type Contado = { denominaciones: Record<string, number> | null; total: number | null };

const GRUPOS = [
  ['Billetes', (v: number) => v >= 1_000],
  ['Monedas', (v: number) => v >= 100 && v < 1_000],
  ['Centavos', (v: number) => v < 100],
] as const;

function piezasDe(denominaciones: Contado['denominaciones']): { valor: number; piezas: number }[] {
  return Object.entries(denominaciones ?? {})
    .flatMap(([clave, piezas]) => {
      const valor = denominacionDe(clave);
      return valor && piezas > 0 ? [{ valor, piezas }] : [];
    })
    .sort((a, b) => b.valor - a.valor);
}

/** What was counted, by notes, coins and centavos, as the close sums it up. */
export function ConteoEnGrupos({ denominaciones, total }: Contado) {
  const piezas = piezasDe(denominaciones);
  return (
    <dl className="num">
      {GRUPOS.map(([nombre, entra]) => {
        const suyas = piezas.filter(({ valor }) => entra(valor));
        if (suyas.length === 0) return null;
        const suma = suyas.reduce((s, p) => s + p.valor * p.piezas, 0);
        return (
          <div key={nombre} className="flex justify-between gap-4 border-b border-borde px-1.5 py-2.5">
            <dt>
              {nombre}{' '}
              <span className="text-tinta-2">· {suyas.map((p) => nombreDenominacion(p.valor)).join(' · ')}</span>
            </dt>
            <dd>
              <Monto centavos={suma} />
            </dd>
          </div>
        );
      })}
      <div className="flex justify-between gap-4 px-1.5 py-2.5 font-semibold">
        <dt>Contado</dt>
        <dd>
          <Cifra valor={total} />
        </dd>
      </div>
    </dl>
  );
}

/** The pieces counted, largest first, with what each kind added up to. */
export function Contadas({ denominaciones, total }: Contado) {
  return (
    <dl className="num grid grid-cols-[auto_1fr_auto] gap-x-4 gap-y-1">
      {piezasDe(denominaciones).map(({ valor, piezas }) => (
        <div key={valor} className="col-span-3 grid grid-cols-subgrid">
          <dt>
            {valor >= 1_000 ? 'Billetes' : 'Monedas'} de {nombreDenominacion(valor)}
          </dt>
          <dd className="text-tinta-2">× {piezas}</dd>
          <dd className="text-right">
            <Monto centavos={valor * piezas} />
          </dd>
        </div>
      ))}
      <div className="col-span-3 grid grid-cols-subgrid border-t border-borde pt-1.5 font-semibold">
        <dt className="col-span-2">Contado</dt>
        <dd className="text-right">
          <Cifra valor={total} />
        </dd>
      </div>
    </dl>
  );
}
