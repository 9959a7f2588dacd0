import type { Route } from 'next';
import { buttonClass } from '@/components/ui/button-class';
import { Link } from '@/components/ui/link';

type PieDeListaProps = {
  /** The address of the list, with its filters. */
  base: string;
  /** The cursor of this page, absent on the first. */
  desde: string | undefined;
  siguiente: string | null | undefined;
  /** The name of the cursor in the address, where `desde` is a filter. */
  parametro?: string;
};

/** The foot of a list that pages by address: back to the newest, and on to the older ones. */
export function PieDeLista({ base, desde, siguiente, parametro = 'desde' }: PieDeListaProps) {
  if (!desde && !siguiente) return null;
  const union = base.includes('?') ? '&' : '?';
  return (
    <div className="flex flex-wrap justify-end gap-2 border-t border-borde px-4 py-3 sm:px-5">
      {desde && (
        <Link href={base as Route} className={buttonClass({ size: 'compacto' })}>
          Volver a lo más reciente
        </Link>
      )}
      {siguiente && (
        <Link href={`${base}${union}${parametro}=${siguiente}` as Route} className={buttonClass({ size: 'compacto' })}>
          Ver anteriores
        </Link>
      )}
    </div>
  );
}
