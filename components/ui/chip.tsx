import type { ReactNode } from 'react';
import { cx } from './cx';

const TONES = {
  neutro: 'bg-superficie-2 text-tinta-2',
  marca: 'bg-marca-suave text-marca',
  hecho: 'bg-hecho-suave text-hecho',
  falta: 'bg-falta-suave text-falta',
  aviso: 'bg-aviso-suave text-aviso',
} as const;

export type Tone = keyof typeof TONES;

type ChipProps = {
  tone?: Tone;
  /** A leading dot of the same colour; the words must say the state by themselves. */
  punto?: boolean;
  icon?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** A short state or label. It is not pressed; use a small `Button` for that. */
export function Chip({ tone = 'neutro', punto = false, icon, className, children }: ChipProps) {
  return (
    <span
      className={cx(
        'inline-flex max-w-full items-center gap-1.5 rounded-full px-2.5 py-1 text-xs font-medium [&_svg]:size-3.5 [&_svg]:shrink-0',
        TONES[tone],
        className,
      )}
    >
      {punto && <span aria-hidden="true" className="size-[7px] shrink-0 rounded-full bg-current" />}
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}
