import { cx } from './cx';

const BASE =
  'w-full min-w-0 rounded-md border border-borde-campo bg-superficie text-tinta transition-[border-color,box-shadow] duration-100 ' +
  'focus-within:border-foco focus-within:ring-4 focus-within:ring-marca-suave ' +
  'has-aria-invalid:border-falta aria-invalid:border-falta has-disabled:opacity-60 disabled:opacity-60';

const SIZES = {
  normal: 'h-10 px-3 text-sm pointer-coarse:h-11 pointer-coarse:text-base',
  mostrador: 'h-13 px-3.5 text-[1.0625rem]',
  grande: 'h-18 px-4.5 text-[2.125rem] font-semibold tracking-tight',
} as const;

export type ControlSize = keyof typeof SIZES;

/**
 * The frame of every text control. Touch screens get 16 px letters, so that the phone does not zoom in on focus.
 * The focus mark is the frame itself, plus a transparent outline that forced-colours mode paints.
 */
export function controlClass(size: ControlSize = 'normal', className?: string): string {
  return cx(BASE, 'outline-hidden focus-visible:outline-hidden', SIZES[size], className);
}
