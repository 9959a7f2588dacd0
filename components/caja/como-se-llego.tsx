import type { BalanceDto } from '@/lib/caja/schemas-respuestas';
import { cifrasDeFuera, cifrasDeGaveta, NOMBRE_DE_CONCEPTO } from './cifras';
import { EnlaceCifra } from './enlace-cifra';

type ComoSeLlegoProps = {
  base: string | null;
  balance: BalanceDto;
  /** How the sum is called: `Debía haber`, or what it should hold now. */
  suma: string;
};

/** How the expected cash comes to be, each line the way to its rows, and what was charged outside the drawer. */
export function ComoSeLlego({ base, balance: b, suma }: ComoSeLlegoProps) {
  const fuera = cifrasDeFuera(b);
  return (
    <>
      <dl className="num grid grid-cols-[1fr_auto] gap-y-2.5">
        <Linea nombre="Se abrió con">
          <EnlaceCifra base={base} nombre="Se abrió con" concepto="apertura" valor={b.monto_inicial} />
        </Linea>
        {cifrasDeGaveta(b).map(([concepto, valor]) => (
          <Linea key={concepto} nombre={NOMBRE_DE_CONCEPTO[concepto]}>
            <EnlaceCifra base={base} nombre={NOMBRE_DE_CONCEPTO[concepto]} concepto={concepto} valor={valor} />
          </Linea>
        ))}
        <div className="col-span-2 grid grid-cols-subgrid border-t border-borde pt-2.5 font-semibold">
          <dt>{suma}</dt>
          <dd className="text-right">
            <EnlaceCifra base={base} nombre={suma} bolsillo="gaveta" valor={b.monto_final_teorico} />
          </dd>
        </div>
      </dl>
      {fuera.length > 0 && (
        <>
          <h3 className="mt-4 mb-2.5 text-xs font-medium text-tinta-2">No pasa por la gaveta</h3>
          <dl className="num grid grid-cols-[1fr_auto] gap-y-2.5">
            {fuera.map(([concepto, valor]) => (
              <Linea key={concepto} nombre={NOMBRE_DE_CONCEPTO[concepto]}>
                <EnlaceCifra base={base} nombre={NOMBRE_DE_CONCEPTO[concepto]} concepto={concepto} valor={valor} />
              </Linea>
            ))}
          </dl>
        </>
      )}
    </>
  );
}

function Linea({ nombre, children }: { nombre: string; children: React.ReactNode }) {
  return (
    <div className="col-span-2 grid grid-cols-subgrid">
      <dt className="text-tinta-2">{nombre}</dt>
      <dd className="text-right">{children}</dd>
    </div>
  );
}
