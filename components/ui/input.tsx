'use client';

import type { ComponentProps, ReactNode } from 'react';
import { type ControlSize, controlClass } from './control-class';
import { cx } from './cx';
import { useFieldControl } from './field';

export type InputProps = Omit<ComponentProps<'input'>, 'size' | 'prefix'> & {
  size?: ControlSize;
  /** Before the text, inside the frame: an icon, `Bs`. */
  prefix?: ReactNode;
  /** After the text, inside the frame: a unit, a key hint, a small button. */
  suffix?: ReactNode;
};

/** A line of text. Give it a `Field`, or an `aria-label` where the label would be noise. */
export function Input({ size = 'normal', prefix, suffix, className, ...rest }: InputProps) {
  const field = useFieldControl();
  const affix = size === 'grande' ? 'text-lg font-medium tracking-normal' : 'text-[0.85em]';
  return (
    <span className={cx(controlClass(size), 'flex items-center gap-2', className)}>
      {prefix && <span className={cx('flex shrink-0 items-center text-tinta-2', affix)}>{prefix}</span>}
      <input
        autoComplete="off"
        {...field}
        {...rest}
        className="h-full w-full min-w-0 flex-1 bg-transparent outline-hidden focus-visible:outline-hidden"
      />
      {suffix && <span className={cx('flex shrink-0 items-center text-tinta-2', affix)}>{suffix}</span>}
    </span>
  );
}
