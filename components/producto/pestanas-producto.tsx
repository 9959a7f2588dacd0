import type { Route } from 'next';
import Link from 'next/link';
import { cx } from '@/components/ui/cx';

/** The sides of a product's sheet, in order. */
export const PESTANAS = {
  datos: 'Datos',
  codigos: 'Códigos y presentaciones',
  precios: 'Precios',
  existencias: 'Existencias',
  historia: 'Historia',
} as const;
export type Pestana = keyof typeof PESTANAS;

type PestanasProductoProps = { id: number; activa: Pestana; hay: readonly Pestana[] };

/** The sides of a product's sheet; the address holds which one is open. */
export function PestanasProducto({ id, activa, hay }: PestanasProductoProps) {
  return (
    <nav aria-label="Ficha" className="mb-4 flex gap-1 overflow-x-auto border-b border-borde">
      {hay.map((pestana) => (
        <Link
          key={pestana}
          href={`/productos/${id}${pestana === 'datos' ? '' : `?ver=${pestana}`}` as Route}
          aria-current={pestana === activa ? 'page' : undefined}
          className={cx(
            '-mb-px flex h-11 shrink-0 items-center border-b-2 px-3 font-medium focus-visible:-outline-offset-2',
            pestana === activa ? 'border-marca text-marca' : 'border-transparent text-tinta-2 hover:text-tinta',
          )}
        >
          {PESTANAS[pestana]}
        </Link>
      ))}
    </nav>
  );
}
