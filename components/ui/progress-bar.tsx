import { cx } from './cx';

const FILLS = {
  marca: 'bg-marca',
  hecho: 'bg-hecho',
  falta: 'bg-falta',
  acento: 'bg-acento',
  neutro: 'bg-borde-campo',
} as const;

type ProgressBarProps = {
  /** What advances, for screen readers: "Importando productos". */
  label: string;
  /** From 0 to `max`; without it the bar moves without saying how much is left. */
  value?: number;
  max?: number;
  tone?: keyof typeof FILLS;
  className?: string;
};

/** Progress of anything over a second. */
export function ProgressBar({ label, value, max = 100, tone = 'marca', className }: ProgressBarProps) {
  const percent = value === undefined || max <= 0 ? null : Math.min(100, Math.max(0, (value / max) * 100));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent === null ? undefined : Math.round(percent)}
      className={cx('relative h-1.5 w-full overflow-hidden rounded-full bg-superficie-2', className)}
    >
      {percent === null ? (
        <span className={cx('absolute inset-y-0 w-2/5 animate-vaiven rounded-full', FILLS[tone])} />
      ) : (
        <span
          className={cx('absolute inset-y-0 left-0 rounded-full transition-[width] duration-300', FILLS[tone])}
          style={{ width: `${percent}%` }}
        />
      )}
    </div>
  );
}
