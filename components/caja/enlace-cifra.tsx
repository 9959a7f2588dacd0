import type { Route } from 'next';
import { Link } from '@/components/ui/link';
import { Cifra } from './cifra';
import { type FiltroDeFilas, rutaDeFilas } from './cifras';

type EnlaceCifraProps = FiltroDeFilas & {
  /** The page of the session; `null` where the rows may not be seen: then it is only the figure. */
  base: string | null;
  nombre: string;
  valor: number | null;
  bs?: boolean;
  diferencia?: boolean;
};

/** A figure as the way to the rows it is made of. One that is blind opens nothing. */
export function EnlaceCifra({ base, nombre, valor, concepto, bolsillo, ...cifra }: EnlaceCifraProps) {
  if (base === null || valor === null) return <Cifra valor={valor} {...cifra} />;
  return (
    <Link
      href={rutaDeFilas(base, { ...(concepto && { concepto }), ...(bolsillo && { bolsillo }) }) as Route}
      aria-label={`Ver las filas de ${nombre}`}
      className="relative underline decoration-borde-fuerte underline-offset-4 after:absolute after:-inset-x-2 after:-inset-y-2.5 hover:decoration-tinta"
    >
      <Cifra valor={valor} {...cifra} />
    </Link>
  );
}
