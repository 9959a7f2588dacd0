import { memo } from 'react';
import { cx } from '@/components/ui/cx';
import { formatMonto } from '@/lib/money';
import { nivelStock } from '@/lib/producto/rules';
import { formatCantidad, MILESIMAS } from '@/lib/quantity';
import type { ProductoMostrador } from '@/lib/venta/query-options';
import { conUnidad } from './unidad';

type TarjetaProductoProps = {
  producto: ProductoMostrador;
  /** Thousandths of it on the ticket. */
  enTicket: number;
  /** Enter in the search field adds this one. */
  marcada: boolean;
  onElegir: (producto: ProductoMostrador, porTeclado: boolean) => void;
};

/**
 * One product of the grid: its name, its price and what is left of it. Its colours change at once: a letter writes another
 * product on the same tile, and nothing of the one before must fade into it.
 */
export const TarjetaProducto = memo(function TarjetaProducto({
  producto,
  enTicket,
  marcada,
  onElegir,
}: TarjetaProductoProps) {
  const nivel = nivelStock(producto.existencia, producto.minimo);
  return (
    <button
      type="button"
      onClick={(event) => onElegir(producto, event.detail === 0)}
      className={cx(
        'group relative flex h-26 w-full flex-col rounded-md border p-3 text-left active:scale-[0.985] motion-reduce:active:scale-100',
        nivel === 'agotado'
          ? 'border-borde bg-transparent text-tinta-3 hover:border-borde-fuerte'
          : 'border-borde bg-superficie hover:border-borde-campo',
        marcada && 'border-foco ring-4 ring-marca-suave',
      )}
    >
      <span className="line-clamp-2 pr-1 leading-tight font-semibold break-words">{producto.nombre}</span>
      {enTicket > 0 && (
        <span className="num absolute -top-2 -right-2 min-w-6 rounded-full bg-marca px-1.5 py-0.5 text-center text-xs font-semibold text-sobre-marca">
          <span className="sr-only">En el ticket: </span>
          {formatCantidad(enTicket)}
        </span>
      )}
      <span className="num mt-auto flex items-baseline justify-between gap-2">
        <span className="text-lg leading-none font-bold">
          {formatMonto(producto.precio)}
          {producto.unidad !== 'unidad' && (
            <span className="ml-1 text-sm font-medium text-tinta-3">/{producto.unidad}</span>
          )}
        </span>
        <Existencia producto={producto} nivel={nivel} />
      </span>
    </button>
  );
});

type ExistenciaProps = { producto: ProductoMostrador; nivel: ReturnType<typeof nivelStock> };

function Existencia({ producto, nivel }: ExistenciaProps) {
  const { existencia, unidad } = producto;
  if (nivel === 'agotado') return <span className="text-xs">agotado</span>;
  if (nivel === 'bajo') {
    // What is weighed has its unit beside it already, and no room for the word.
    const verbo = existencia === MILESIMAS ? 'queda ' : 'quedan ';
    return (
      <span className="truncate text-xs font-semibold text-aviso">
        <span className={unidad === 'unidad' ? undefined : 'sr-only'}>{verbo}</span>
        {unidad === 'unidad' ? formatCantidad(existencia) : conUnidad(existencia, unidad)}
      </span>
    );
  }
  return <span className="truncate text-xs text-tinta-3">{conUnidad(existencia, unidad)}</span>;
}
