import { Delete } from 'lucide-react';

const DIGITOS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

type TecladoPinProps = { onDigito: (digito: string) => void; onBorrar: () => void };

/** Keys for a PIN on a screen that is touched; a keyboard types in the field. */
export function TecladoPin({ onDigito, onBorrar }: TecladoPinProps) {
  const tecla =
    'num grid h-12 place-items-center rounded-md border border-borde bg-superficie text-lg font-semibold hover:bg-superficie-2 active:bg-marca-suave';
  return (
    <fieldset aria-label="Teclado del PIN" className="grid grid-cols-3 gap-1.5">
      {DIGITOS.map((d) => (
        <button
          key={d}
          type="button"
          onClick={() => onDigito(d)}
          className={d === '0' ? `${tecla} col-start-2` : tecla}
        >
          {d}
        </button>
      ))}
      <button type="button" aria-label="Borrar" onClick={onBorrar} className={tecla}>
        <Delete aria-hidden="true" className="size-5" />
      </button>
    </fieldset>
  );
}
