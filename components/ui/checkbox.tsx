import { Check } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx';

type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> & { label: ReactNode; hint?: ReactNode };

/** A box to tick with its label beside it; the whole line is the target. */
export function Checkbox({ label, hint, className, ...rest }: CheckboxProps) {
  return (
    <label
      className={cx(
        'flex min-h-6 cursor-pointer items-start gap-2.5 py-1 pointer-coarse:min-h-11 pointer-coarse:items-center',
        className,
      )}
    >
      <span className="relative mt-px grid size-5 shrink-0 place-items-center pointer-coarse:mt-0">
        <input
          type="checkbox"
          {...rest}
          className="peer absolute inset-0 size-5 cursor-pointer appearance-none rounded-[5px] border border-borde-campo bg-superficie checked:border-marca checked:bg-marca disabled:opacity-50"
        />
        <Check
          aria-hidden="true"
          strokeWidth={3}
          className="pointer-events-none relative size-3.5 text-sobre-marca opacity-0 peer-checked:opacity-100"
        />
      </span>
      <span>
        {label}
        {hint && <span className="block text-xs text-tinta-2">{hint}</span>}
      </span>
    </label>
  );
}
