import { cx } from '@/components/ui/cx';
import { desglosar, formatMonto } from '@/lib/money';

/** Notes end at Bs 10; what is smaller is a coin. */
const BILLETE_MINIMO = 1_000;

function pieza(valor: number): string {
  const cifra = valor % 100 === 0 ? String(valor / 100) : formatMonto(valor);
  return `${valor >= BILLETE_MINIMO ? 'Billete' : 'Moneda'} de ${cifra}`;
}

/** The change, in the largest type of the screen. `centavos` never negative. */
export function VueltoGrande({ centavos, className }: { centavos: number; className?: string }) {
  const texto = formatMonto(centavos);
  return (
    <p className={cx('num', className)}>
      <span className="block text-sm font-semibold text-hecho">Vuelto</span>
      <output
        aria-label="Vuelto"
        className={cx(
          'mt-1 block font-bold text-hecho',
          texto.length > 7 ? 'text-[3.25rem] leading-[1.3]' : 'text-vuelto',
        )}
      >
        {texto}
      </output>
    </p>
  );
}

/** The notes and coins that make the change, the fewest of them. */
export function Desglose({ centavos }: { centavos: number }) {
  const piezas = desglosar(centavos);
  if (piezas.length === 0) return null;
  return (
    <ul aria-label="Con qué dar el vuelto" className={cx('num grid gap-1.5', piezas.length > 5 && 'grid-cols-2')}>
      {piezas.map(({ valor, piezas: cuantas }) => (
        <li
          key={valor}
          className={cx(
            'flex justify-between gap-2 rounded-sm bg-superficie py-1.5 font-semibold',
            piezas.length > 5 ? 'px-2 text-xs' : 'px-3',
          )}
        >
          <span className="truncate">{pieza(valor)}</span>
          <span>{cuantas}</span>
        </li>
      ))}
    </ul>
  );
}
