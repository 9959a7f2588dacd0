'use client';

import { useId } from 'react';
import { formatCantidad, parseCantidad } from '@/lib/quantity';
import { cx } from './cx';
import { Input, type InputProps } from './input';
import { useNumericText } from './use-numeric-text';

type QuantityFieldProps = Omit<InputProps, 'value' | 'defaultValue' | 'onChange' | 'type' | 'suffix'> & {
  /** Thousandths of a unit; `null` while empty or not a quantity. */
  value: number | null;
  onValueChange: (milesimas: number | null) => void;
  /** `u`, `kg`… after the figure. */
  unidad?: string;
};

/** A quantity with up to three decimals: accepts `3`, `1,35` or `0.250`. */
export function QuantityField({
  value,
  onValueChange,
  unidad,
  onBlur,
  onFocus,
  className,
  ...rest
}: QuantityFieldProps) {
  const errorId = useId();
  const field = useNumericText({ value, onValueChange, parse: parseCantidad, format: formatCantidad });
  return (
    <span className={cx('block', className)}>
      <Input
        placeholder="0"
        {...rest}
        {...(field.invalid && { 'aria-invalid': true, 'aria-describedby': errorId })}
        className="num"
        inputMode="decimal"
        suffix={unidad}
        value={field.text}
        onChange={(event) => field.onChange(event.target.value)}
        onFocus={(event) => {
          event.target.select();
          onFocus?.(event);
        }}
        onBlur={(event) => {
          field.onBlur();
          onBlur?.(event);
        }}
      />
      {field.invalid && (
        <span id={errorId} role="alert" className="mt-1 block text-xs font-medium text-falta">
          Escriba una cantidad, por ejemplo 1,5
        </span>
      )}
    </span>
  );
}
