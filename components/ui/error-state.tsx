'use client';

import { CircleAlert, RotateCcw } from 'lucide-react';
import { Button } from './button';
import { cx } from './cx';

type ErrorStateProps = {
  /** The sentence of an expected refusal; without it, the general one. */
  message?: string | undefined;
  /** The reference that stands in the server's log. */
  reference?: string | undefined;
  onRetry?: (() => void) | undefined;
  pendiente?: boolean;
  as?: 'h1' | 'h2' | 'h3' | 'p';
  className?: string;
};

/** The digest of a page that the database did not answer in time (`PlazoVencidoError`). */
const SIN_BASE = 'sin_base';

/** Something failed: the sentence, the reference to tell whoever helps, and another try. */
export function ErrorState({ message, reference, onRetry, pendiente, as: Heading = 'p', className }: ErrorStateProps) {
  const sinBase = reference === SIN_BASE;
  const frase = sinBase
    ? 'La base de datos no responde. Lo ya guardado no se pierde.'
    : 'Algo falló de nuestro lado. Lo ya guardado no se pierde.';
  return (
    <div role="alert" className={cx('mx-auto flex max-w-sm flex-col items-center px-4 py-10 text-center', className)}>
      <span className="mb-4 grid size-14 place-items-center rounded-full bg-falta-suave text-falta">
        <CircleAlert aria-hidden="true" className="size-7" strokeWidth={1.6} />
      </span>
      <Heading className="text-base font-semibold text-balance">{message ?? frase}</Heading>
      {reference && !sinBase && (
        <p className="mt-1 text-tinta-2">
          Referencia: <span className="font-medium text-tinta select-all">{reference}</span>
        </p>
      )}
      {onRetry && (
        <Button
          className="mt-5"
          onClick={onRetry}
          pendiente={pendiente ?? false}
          icon={<RotateCcw aria-hidden="true" />}
        >
          Reintentar
        </Button>
      )}
    </div>
  );
}
