'use client';

import { useId } from 'react';
import { formatMonto, parseMonto } from '@/lib/money';
import { cx } from './cx';
import { Input, type InputProps } from './input';
import { useNumericText } from './use-numeric-text';

type MoneyFieldProps = Omit<InputProps, 'value' | 'defaultValue' | 'onChange' | 'type' | 'prefix'> & {
  /** Centavos; `null` while empty or not an amount. */
  value: number | null;
  onValueChange: (centavos: number | null) => void;
};

/** An amount in Bs: accepts `1234,5`, `12.50` or `1.234,50`, and shows `1.234,50` once left. */
export function MoneyField({ value, onValueChange, onBlur, onFocus, className, ...rest }: MoneyFieldProps) {
  const errorId = useId();
  const field = useNumericText({ value, onValueChange, parse: parseMonto, format: formatMonto });
  return (
    <span className={cx('block', className)}>
      <Input
        placeholder="0,00"
        {...rest}
        {...(field.invalid && { 'aria-invalid': true, 'aria-describedby': errorId })}
        className="num"
        inputMode="decimal"
        prefix="Bs"
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
          Escriba un monto, por ejemplo 12,50
        </span>
      )}
    </span>
  );
}
