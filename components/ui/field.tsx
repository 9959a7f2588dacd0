'use client';

import { createContext, type ReactNode, useContext, useId } from 'react';
import { cx } from './cx';

type FieldWiring = { id: string; describedBy: string | undefined; invalid: boolean };

const FieldContext = createContext<FieldWiring | null>(null);

type FieldProps = {
  label: ReactNode;
  /** How to fill it; stays visible beside the error. */
  hint?: ReactNode;
  /** The sentence of the refusal (`campos['nombre']`). */
  error?: string | undefined;
  opcional?: boolean;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean;
  className?: string;
  /** One control of this folder; it takes its id and descriptions from here. */
  children: ReactNode;
};

/** A labelled control with its hint and error, wired for screen readers. */
export function Field({ label, hint, error, opcional = false, hideLabel = false, className, children }: FieldProps) {
  const id = useId();
  const hintId = hint ? `${id}-ayuda` : null;
  const errorId = error ? `${id}-error` : null;
  const describedBy = cx(hintId, errorId) || undefined;
  return (
    <div className={cx('flex min-w-0 flex-col gap-1.5', className)}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'text-sm font-medium'}>
        {label}
        {opcional && <span className="font-normal text-tinta-3"> (opcional)</span>}
      </label>
      <FieldContext value={{ id, describedBy, invalid: Boolean(error) }}>{children}</FieldContext>
      {hint && (
        <p id={hintId ?? undefined} className="text-xs text-tinta-2">
          {hint}
        </p>
      )}
      {error && (
        <p id={errorId ?? undefined} role="alert" className="text-xs font-medium text-falta">
          {error}
        </p>
      )}
    </div>
  );
}

/** The attributes a control takes from its `Field`; none outside of one, where it needs its own `aria-label`. */
export function useFieldControl(): {
  id?: string | undefined;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: true | undefined;
} {
  const field = useContext(FieldContext);
  if (!field) return {};
  return { id: field.id, 'aria-describedby': field.describedBy, 'aria-invalid': field.invalid || undefined };
}
