'use client';

import type { ComponentProps } from 'react';
import { controlClass } from './control-class';
import { cx } from './cx';
import { useFieldControl } from './field';

/** Several lines of text; grows with them where the browser can. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  const field = useFieldControl();
  return (
    <textarea
      rows={rows}
      {...field}
      {...rest}
      className={cx(controlClass('normal'), '!h-auto field-sizing-content min-h-20 resize-y py-2', className)}
    />
  );
}
