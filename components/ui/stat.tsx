import type { ReactNode } from 'react';
import { cx } from './cx';

type StatProps = {
  label: ReactNode;
  /** The figure, already as text (`formatMonto`). */
  value: ReactNode;
  /** Smaller, before the figure: `Bs`. */
  unit?: string;
  /** Under the figure: what it is compared with, or where it comes from. */
  note?: ReactNode;
  tone?: 'normal' | 'hecho' | 'falta' | 'aviso';
  size?: 'normal' | 'grande';
  className?: string;
};

const TONES = { normal: 'text-tinta', hecho: 'text-hecho', falta: 'text-falta', aviso: 'text-aviso' } as const;

/** One figure with its name. Wrap it in a link to the rows it is made of. */
export function Stat({ label, value, unit, note, tone = 'normal', size = 'normal', className }: StatProps) {
  return (
    <div className={cx('min-w-0', className)}>
      <p className="text-xs text-tinta-2">{label}</p>
      <p className={cx('num font-bold', TONES[tone], size === 'grande' ? 'text-total' : 'text-xl tracking-tight')}>
        {unit && (
          <span className={cx('mr-1.5 font-medium text-tinta-2', size === 'grande' ? 'text-[0.5em]' : 'text-sm')}>
            {unit}
          </span>
        )}
        {value}
      </p>
      {note && <p className="num mt-0.5 text-xs text-tinta-2">{note}</p>}
    </div>
  );
}
