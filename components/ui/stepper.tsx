'use client';

import { Minus, Plus } from 'lucide-react';
import { cx } from './cx';
import { useFieldControl } from './field';

type StepperProps = {
  /** What is counted, for screen readers: "Billetes de 20". */
  label: string;
  /** Whole pieces; 0 shows an empty box with a grey zero. */
  value: number;
  onValueChange: (pieces: number) => void;
  min?: number;
  max?: number;
  disabled?: boolean;
  className?: string;
};

const STEP_BUTTON =
  'grid w-11 place-items-center text-tinta-2 enabled:hover:bg-superficie-2 enabled:hover:text-tinta disabled:opacity-40 focus-visible:-outline-offset-2';

/** Pieces counted by hand: − n +, where n can also be typed and moved with the arrows. */
export function Stepper({ label, value, onValueChange, min = 0, max = 9999, disabled, className }: StepperProps) {
  const field = useFieldControl();
  const set = (next: number) => onValueChange(Math.min(max, Math.max(min, next)));
  return (
    <div
      className={cx(
        'inline-grid h-11 grid-cols-[auto_1fr_auto] overflow-hidden rounded-md border border-borde-campo bg-superficie focus-within:border-foco focus-within:ring-4 focus-within:ring-marca-suave',
        className,
      )}
    >
      <button
        type="button"
        tabIndex={-1}
        aria-label={`Menos ${label}`}
        disabled={disabled || value <= min}
        onClick={() => set(value - 1)}
        className={STEP_BUTTON}
      >
        <Minus aria-hidden="true" className="size-4" />
      </button>
      <input
        {...field}
        aria-label={label}
        inputMode="numeric"
        autoComplete="off"
        placeholder="0"
        disabled={disabled}
        value={value === 0 ? '' : String(value)}
        onFocus={(event) => event.target.select()}
        onChange={(event) => set(Number(event.target.value.replace(/\D/g, '')))}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          set(value + (event.key === 'ArrowUp' ? 1 : -1));
        }}
        className="num w-full min-w-14 border-x border-borde bg-transparent text-center text-base font-semibold outline-hidden focus-visible:outline-hidden"
      />
      <button
        type="button"
        tabIndex={-1}
        aria-label={`Más ${label}`}
        disabled={disabled || value >= max}
        onClick={() => set(value + 1)}
        className={STEP_BUTTON}
      >
        <Plus aria-hidden="true" className="size-4" />
      </button>
    </div>
  );
}
