'use client';

import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { type ControlSize, controlClass } from './control-class';
import { cx } from './cx';
import { useFieldControl } from './field';

type SelectProps = Omit<ComponentProps<'select'>, 'size'> & { size?: ControlSize };

/** The browser's own list: nothing to download, and the phone's picker on a phone. */
export function Select({ size = 'normal', className, children, ...rest }: SelectProps) {
  const field = useFieldControl();
  return (
    <span className={cx('relative block', className)}>
      <select {...field} {...rest} className={controlClass(size, 'cursor-pointer appearance-none truncate !pr-9')}>
        {children}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-tinta-2"
      />
    </span>
  );
}
