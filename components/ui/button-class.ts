import { cx } from './cx';

const BASE =
  'inline-flex shrink-0 items-center justify-center rounded-md border font-semibold whitespace-nowrap select-none transition-[background-color,border-color,filter] duration-100 disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-50 [&_svg]:shrink-0';

const VARIANTS = {
  primario: 'border-transparent bg-marca text-sobre-marca enabled:hover:brightness-110 [a&]:hover:brightness-110',
  hecho:
    'border-transparent bg-hecho text-sobre-hecho shadow-sombra enabled:hover:brightness-110 [a&]:hover:brightness-110',
  secundario: 'border-borde-fuerte bg-superficie text-tinta enabled:hover:bg-superficie-2 [a&]:hover:bg-superficie-2',
  fantasma:
    'border-transparent text-tinta-2 enabled:hover:bg-superficie-2 enabled:hover:text-tinta [a&]:hover:bg-superficie-2',
  suave: 'border-transparent bg-marca-suave text-marca enabled:hover:brightness-97 [a&]:hover:brightness-97',
  peligro: 'border-transparent bg-falta text-sobre-falta enabled:hover:brightness-110 [a&]:hover:brightness-110',
} as const;

const SIZES = {
  grande: 'h-15 gap-3 px-6 text-[1.1875rem] [&_kbd]:px-2 [&_kbd]:py-1.5 [&_kbd]:text-[0.9375rem] [&_svg]:size-6',
  mostrador: 'h-12 gap-2 px-4 text-[0.9375rem] [&_svg]:size-5',
  normal: 'h-10 gap-2 px-4 text-sm pointer-coarse:h-11 [&_svg]:size-4.5',
  compacto: 'h-8 gap-1.5 px-3 text-xs pointer-coarse:h-11 [&_svg]:size-4',
  icono: 'size-10 text-sm pointer-coarse:size-11 [&_svg]:size-5',
} as const;

export type ButtonVariant = keyof typeof VARIANTS;
export type ButtonSize = keyof typeof SIZES;

type ButtonLook = {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  className?: string | undefined;
};

/**
 * The look of a button, for a `<Link>` that must look like one. `hecho` (green) is only for cobrar and done; `peligro`
 * for what cannot be undone. `grande` and `mostrador` are for the counter; `normal` and `compacto` grow to 44 px on touch.
 */
export function buttonClass({ variant = 'secundario', size = 'normal', className }: ButtonLook = {}): string {
  return cx(BASE, VARIANTS[variant], SIZES[size], className);
}
