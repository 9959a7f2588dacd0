'use client';

import { RadioGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from './cx';

type Option<V extends string> = { value: V; label: ReactNode; disabled?: boolean };

type SegmentedProps<V extends string> = {
  /** What is chosen, for screen readers: "Método de pago". */
  label: string;
  options: readonly Option<V>[];
  value: V;
  onValueChange: (value: V) => void;
  size?: 'normal' | 'mostrador';
  className?: string;
};

/** One of two to five short choices, all in sight. Arrows move it. */
export function Segmented<V extends string>({
  label,
  options,
  value,
  onValueChange,
  size = 'mostrador',
  className,
}: SegmentedProps<V>) {
  return (
    <RadioGroup.Root
      aria-label={label}
      value={value}
      onValueChange={(next) => onValueChange(next as V)}
      orientation="horizontal"
      className={cx('flex gap-1 rounded-md bg-superficie-2 p-1', className)}
    >
      {options.map((option) => (
        <RadioGroup.Item
          key={option.value}
          value={option.value}
          disabled={option.disabled}
          className={cx(
            'min-w-0 flex-auto truncate rounded-sm px-2.5 font-medium text-tinta-2 hover:text-tinta disabled:opacity-45 data-[state=checked]:bg-[light-dark(var(--superficie),var(--borde))] data-[state=checked]:text-tinta data-[state=checked]:shadow-sombra',
            size === 'mostrador' ? 'h-11' : 'h-8 pointer-coarse:h-11',
          )}
        >
          {option.label}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
