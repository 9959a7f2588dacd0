import { formatBs, formatMonto } from '@/lib/money';
import { margenPorcentaje } from '@/lib/producto/rules';

const porciento = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** The margin as a percentage, red when it is a loss; a dash when there is no price. */
export function Margen({ precio, costo }: { precio: number; costo: number }) {
  const margen = margenPorcentaje(precio, costo);
  if (margen === null) return <span className="text-tinta-3">—</span>;
  return <span className={margen < 0 ? 'num text-falta' : 'num'}>{textoDe(margen)}</span>;
}

/** What each unit leaves, said while the price is being typed. */
export function MargenVivo({ precio, costo }: { precio: number | null; costo: number | null }) {
  if (precio === null || costo === null)
    return <p className="text-xs text-tinta-2">Con precio y costo se ve el margen.</p>;
  const margen = margenPorcentaje(precio, costo);
  if (margen === null) return <p className="text-xs text-tinta-2">Sin precio no hay margen.</p>;
  if (precio < costo) {
    return (
      <p role="status" className="num text-sm font-medium text-falta">
        Se pierde {formatBs(costo - precio)} por unidad ({textoDe(margen)})
      </p>
    );
  }
  return (
    <p role="status" className="num text-sm text-tinta-2">
      Deja <strong className="font-semibold text-tinta">Bs {formatMonto(precio - costo)}</strong> por unidad ·{' '}
      {textoDe(margen)} del precio
    </p>
  );
}

function textoDe(margen: number): string {
  return `${porciento.format(margen).replace('-', '−')} %`;
}
