import type { ComponentProps } from 'react';
import { iniciales } from '@/components/acceso/iniciales';

/** Who is here, as the button of their menu. */
export function BotonDePersona({ nombre, ...rest }: { nombre: string } & ComponentProps<'button'>) {
  return (
    <button
      {...rest}
      type="button"
      aria-label={`Menú de ${nombre}`}
      className="flex h-9 shrink-0 items-center gap-1.5 rounded-full bg-superficie-2 p-1 text-xs font-medium text-tinta-2 hover:text-tinta md:pr-3 pointer-coarse:h-11"
    >
      <span
        aria-hidden="true"
        className="grid size-7 place-items-center rounded-full bg-marca text-[0.6875rem] font-semibold text-sobre-marca pointer-coarse:size-9"
      >
        {iniciales(nombre)}
      </span>
      <span className="hidden max-w-36 truncate md:inline">{nombre}</span>
    </button>
  );
}
