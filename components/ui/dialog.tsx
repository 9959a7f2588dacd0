'use client';

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode, RefObject } from 'react';
import { cx } from './cx';
import { useReturnFocus } from './use-return-focus';

const WIDTHS = { chico: 'sm:max-w-md', medio: 'sm:max-w-xl', ancho: 'sm:max-w-3xl' } as const;

type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  width?: keyof typeof WIDTHS;
  /** Buttons, right-aligned at the foot, the main one last. */
  footer?: ReactNode;
  /** The body brings its own space and layout, and the title is only for screen readers. */
  bare?: boolean;
  /** `alertdialog` for a decision that interrupts. */
  role?: 'dialog' | 'alertdialog';
  /** While true, Escape, the veil and the cross do nothing: an act is under way. */
  locked?: boolean;
  /** What receives focus on opening, instead of the first control (`autoFocus` would lose the way back on closing). */
  initialFocus?: RefObject<HTMLElement | null>;
  children?: ReactNode;
};

/** A dialog, for a decision only; results go to a toast. On a phone it rises from the foot of the screen. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  width = 'medio',
  footer,
  bare = false,
  role = 'dialog',
  locked = false,
  initialFocus,
  children,
}: DialogProps) {
  const focus = useReturnFocus(initialFocus);
  return (
    <Radix.Root open={open} onOpenChange={(next) => !locked && onOpenChange(next)}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 grid animate-aparecer place-items-end overflow-y-auto bg-velo sm:place-items-center sm:p-6">
          <Radix.Content
            role={role}
            {...focus}
            {...(!description && { 'aria-describedby': undefined })}
            className={cx(
              'relative w-full min-w-0 animate-subir rounded-t-lg bg-superficie shadow-sombra outline-hidden focus-visible:outline-hidden sm:rounded-lg',
              bare ? 'overflow-hidden' : 'p-5 sm:p-6',
              WIDTHS[width],
            )}
          >
            <Radix.Title className={bare ? 'sr-only' : 'pr-10 text-lg leading-snug font-semibold text-balance'}>
              {title}
            </Radix.Title>
            {description && (
              <Radix.Description className={bare ? 'sr-only' : 'mt-1 text-pretty text-tinta-2'}>
                {description}
              </Radix.Description>
            )}
            {children && <div className={bare ? undefined : 'mt-4'}>{children}</div>}
            {footer && <div className="mt-6 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">{footer}</div>}
            {!locked && !bare && (
              <Radix.Close
                aria-label="Cerrar"
                className="absolute top-3 right-3 grid size-10 place-items-center rounded-md text-tinta-2 hover:bg-superficie-2 hover:text-tinta pointer-coarse:size-11"
              >
                <X aria-hidden="true" className="size-5" />
              </Radix.Close>
            )}
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}
