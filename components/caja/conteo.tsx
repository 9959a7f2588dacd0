'use client';

import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Monto } from '@/components/shared/monto';
import { Stepper } from '@/components/ui/stepper';
import { type Conteo, nombreDenominacion } from '@/lib/caja/rules';
import { DENOMINACIONES, jsonDeCentavos } from '@/lib/money';

const BILLETE_MENOR = 1_000;
const GRUPOS = [
  { titulo: 'Billetes', singular: 'Billetes de', valores: DENOMINACIONES.filter((v) => v >= BILLETE_MENOR) },
  { titulo: 'Monedas', singular: 'Monedas de', valores: DENOMINACIONES.filter((v) => v < BILLETE_MENOR) },
] as const;

type ConteoPiezasProps = {
  value: Conteo;
  onValueChange: (conteo: Conteo) => void;
  /** Enter on the last denomination. */
  onFin: () => void;
  /** Those in use at this caja, in bolivianos; all of them unless said. What was counted already shows too. */
  enUso?: readonly number[] | undefined;
};

/**
 * Notes and coins of Bolivia, counted by piece. Enter and the arrows go from one denomination to the next, + and − add and
 * take a piece.
 */
export function ConteoPiezas({ value, onValueChange, onFin, enUso }: ConteoPiezasProps) {
  const ofrecidas = DENOMINACIONES.filter((v) => !enUso || enUso.includes(jsonDeCentavos(v)) || (value[v] ?? 0) > 0);
  const marco = useRef<HTMLFieldSetElement>(null);
  const poner = (valor: number, piezas: number) => onValueChange({ ...value, [valor]: Math.max(0, piezas) });

  useEffect(() => {
    // On a touch screen the focus would open the keyboard over the list.
    if (window.matchMedia('(pointer: fine)').matches) marco.current?.querySelector('input')?.focus();
  }, []);

  const onKeyDownCapture = (event: KeyboardEvent<HTMLElement>) => {
    if (!(event.target instanceof HTMLInputElement)) return;
    const casillas = [...(marco.current?.querySelectorAll('input') ?? [])];
    const i = casillas.indexOf(event.target);
    const valor = ofrecidas[i];
    if (valor === undefined) return;
    const piezas = value[valor] ?? 0;
    if (event.key === 'Enter' || event.key === 'ArrowDown') {
      if (casillas[i + 1]) casillas[i + 1]?.focus();
      else if (event.key === 'Enter') onFin();
    } else if (event.key === 'ArrowUp') casillas[i - 1]?.focus();
    else if (event.key === '+') poner(valor, piezas + 1);
    else if (event.key === '-') poner(valor, piezas - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <fieldset ref={marco} onKeyDownCapture={onKeyDownCapture} className="grid gap-x-8 gap-y-6 md:grid-cols-2">
      <legend className="sr-only">Conteo por billetes y monedas</legend>
      {GRUPOS.map((grupo) => (
        <div key={grupo.titulo}>
          <h3 className="mb-2 text-xs font-medium text-tinta-2">{grupo.titulo}</h3>
          <ul className="flex flex-col gap-2">
            {grupo.valores
              .filter((valor) => ofrecidas.includes(valor))
              .map((valor) => (
                <li key={valor} className="grid grid-cols-[2.75rem_9.5rem_minmax(0,1fr)] items-center gap-3">
                  <span className="num text-base font-semibold">{nombreDenominacion(valor)}</span>
                  <Stepper
                    label={`${grupo.singular} ${nombreDenominacion(valor)}`}
                    value={value[valor] ?? 0}
                    onValueChange={(piezas) => poner(valor, piezas)}
                  />
                  <Monto
                    centavos={valor * (value[valor] ?? 0)}
                    className={value[valor] ? 'text-right font-medium' : 'text-right text-tinta-3'}
                  />
                </li>
              ))}
          </ul>
        </div>
      ))}
    </fieldset>
  );
}
