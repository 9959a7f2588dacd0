import type { RefObject } from 'react';
import { Button } from '@/components/ui/button';
import { MoneyField } from '@/components/ui/money-field';
import { formatMonto } from '@/lib/money';
import { hayTeclado } from './puntero';

const BILLETES = [1_000, 2_000, 5_000, 10_000, 20_000] as const;

type CampoEfectivoProps = {
  campo: RefObject<HTMLInputElement | null>;
  /** Cash due, in centavos: what an empty field means. */
  efectivo: number;
  recibido: number | null;
  onRecibido: (centavos: number | null) => void;
  /** Smaller, when it shares the dialog with other payments. */
  chico?: boolean;
};

/** What the customer hands over: typed, exact, or note by note as they land on the counter. */
export function CampoEfectivo({ campo, efectivo, recibido, onRecibido, chico = false }: CampoEfectivoProps) {
  function poner(centavos: number | null) {
    onRecibido(centavos);
    if (hayTeclado()) campo.current?.focus();
  }
  return (
    <>
      <MoneyField
        ref={campo}
        size={chico ? 'mostrador' : 'grande'}
        aria-label="Efectivo recibido"
        placeholder={formatMonto(efectivo)}
        enterKeyHint="done"
        value={recibido}
        onValueChange={onRecibido}
      />
      <div className="mt-3 grid grid-cols-[auto_repeat(5,minmax(0,1fr))] gap-2">
        <Button variant="suave" size="mostrador" className="px-2!" onClick={() => poner(null)}>
          Exacto
        </Button>
        {BILLETES.map((billete) => (
          <Button
            key={billete}
            size="mostrador"
            className="num px-0!"
            aria-label={`Billete de ${billete / 100}`}
            onClick={() => poner(sumarBillete(recibido, billete))}
          >
            {billete / 100}
          </Button>
        ))}
      </div>
    </>
  );
}

/** Notes add up while only notes were put; over an amount typed with coins, the note replaces it. */
function sumarBillete(recibido: number | null, billete: number): number {
  return recibido !== null && recibido % 1_000 === 0 ? recibido + billete : billete;
}
