import type { ComponentProps, ReactNode } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class';

type ButtonProps = ComponentProps<'button'> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** The act is under way: the button is disabled and turns, its words stay. */
  pendiente?: boolean;
  /** Placed before the words, and replaced by the ring while `pendiente`. */
  icon?: ReactNode;
};

/** A button. `type` is `button` unless said otherwise; an icon alone needs `aria-label`. */
export function Button({
  variant,
  size,
  pendiente = false,
  icon,
  type = 'button',
  className,
  disabled,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled || pendiente}
      aria-busy={pendiente || undefined}
      className={buttonClass({ variant, size, className })}
    >
      {pendiente ? <Ring /> : icon}
      {children}
    </button>
  );
}

function Ring() {
  return (
    <span
      aria-hidden="true"
      className="size-4 shrink-0 animate-spin rounded-full border-2 border-current border-r-transparent"
    />
  );
}
