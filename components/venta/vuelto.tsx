import { cx } from '@/components/ui/cx';
import { formatMonto } from '@/lib/money';
import { darVuelto, type Pieza, type Piezas } from '@/lib/vuelto';

/** The smallest note; what is under it is a coin. */
const BILLETE_MINIMO = 1_000;
/** From this many kinds on they go in two columns. */
const MUCHAS = 5;

function cifra(valor: number): string {
  return valor % 100 === 0 ? String(valor / 100) : formatMonto(valor);
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

/** The notes and coins that make the change: of those that the drawer should hold, where that is known. */
export function Desglose({ centavos, hay = null }: { centavos: number; hay?: Piezas | null }) {
  const { piezas, alcanza, quedanPocas } = darVuelto(centavos, hay);
  return (
    <div>
      <Montones piezas={piezas} />
      {!alcanza && (
        <p className="mt-2 text-xs text-pretty text-aviso">Con lo que debería haber en la gaveta no alcanza exacto.</p>
      )}
      {quedanPocas.length > 0 && <p className="mt-2 text-xs text-pretty text-tinta-2">Quedan {pocas(quedanPocas)}</p>}
    </div>
  );
}

/** What is about to run out, in words. */
function pocas(valores: readonly number[]): string {
  const monedas = valores.filter((valor) => valor < BILLETE_MINIMO);
  const billetes = valores.filter((valor) => valor >= BILLETE_MINIMO);
  const decir = (que: string, cuales: readonly number[]) =>
    cuales.length > 0 ? [`${que} de ${cuales.map(cifra).join(', ')}`] : [];
  return [...decir('pocos billetes', billetes), ...decir('pocas monedas', monedas)].join(' y ');
}

function Montones({ piezas }: { piezas: readonly Pieza[] }) {
  const billetes = piezas.filter(({ valor }) => valor >= BILLETE_MINIMO);
  const monedas = piezas.filter(({ valor }) => valor < BILLETE_MINIMO);
  if (piezas.length < MUCHAS) {
    return (
      <div className="grid gap-1.5">
        <Lista nombre="Billete de" piezas={billetes} />
        <Lista nombre="Moneda de" piezas={monedas} />
      </div>
    );
  }
  return (
    <div className="grid grid-cols-2 items-start gap-1.5">
      <Lista nombre="Billete" piezas={billetes} />
      <Lista nombre="Moneda" piezas={monedas} />
    </div>
  );
}

function Lista({ nombre, piezas }: { nombre: string; piezas: readonly Pieza[] }) {
  if (piezas.length === 0) return null;
  return (
    <ul className="num grid min-w-0 grid-cols-1 gap-1.5">
      {piezas.map(({ valor, piezas: cuantas }) => (
        <li
          key={valor}
          className="flex min-w-0 justify-between gap-1.5 rounded-sm bg-superficie px-2.5 py-1.5 text-[0.8125rem] font-semibold"
        >
          <span className="truncate">
            {nombre} {cifra(valor)}
          </span>
          <span>{cuantas}</span>
        </li>
      ))}
    </ul>
  );
}
