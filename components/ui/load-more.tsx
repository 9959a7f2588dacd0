'use client';

import { Button } from './button';

type LoadMoreProps = {
  /** Rows on screen. */
  shown: number;
  /** Rows there are, when known cheaply. */
  total?: number | null | undefined;
  hasMore: boolean;
  pendiente?: boolean;
  onMore: () => void;
};

const entero = new Intl.NumberFormat('de-DE');

/** The foot of a list read by cursor: how many rows are in sight, and the next ones. */
export function LoadMore({ shown, total, hasMore, pendiente = false, onMore }: LoadMoreProps) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 px-4 py-3 text-xs text-tinta-2 sm:px-5">
      <span className="num" role="status">
        {total ? `${entero.format(shown)} de ${entero.format(total)}` : `${entero.format(shown)} en pantalla`}
      </span>
      {hasMore && (
        <Button size="compacto" pendiente={pendiente} onClick={onMore}>
          Cargar más
        </Button>
      )}
    </div>
  );
}
