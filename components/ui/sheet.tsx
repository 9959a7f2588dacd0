'use client';

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from './cx';
import { useReturnFocus } from './use-return-focus';

const SIDES = {
  abajo: 'inset-x-0 bottom-0 max-h-[88dvh] animate-subir rounded-t-lg pb-[env(safe-area-inset-bottom)]',
  izquierda: 'inset-y-0 left-0 w-[min(20rem,86vw)] animate-desde-izquierda',
  derecha: 'inset-y-0 right-0 w-[min(30rem,94vw)] animate-desde-derecha',
} as const;

type SheetProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  hideTitle?: boolean;
  side?: keyof typeof SIDES;
  footer?: ReactNode;
  children: ReactNode;
};

/** A panel that slides over the page: the menu and the ticket on a phone, the detail of a row on a desktop. */
export function Sheet({ open, onOpenChange, title, hideTitle = false, side = 'abajo', footer, children }: SheetProps) {
  const focus = useReturnFocus();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 animate-aparecer bg-velo" />
        <Radix.Content
          aria-describedby={undefined}
          {...focus}
          className={cx(
            'fixed z-50 flex flex-col bg-superficie shadow-sombra outline-hidden focus-visible:outline-hidden',
            SIDES[side],
          )}
        >
          <header className="flex min-h-13 items-center justify-between gap-3 py-1 pr-2 pl-5">
            <Radix.Title className={hideTitle ? 'sr-only' : 'text-base font-semibold'}>{title}</Radix.Title>
            <Radix.Close
              aria-label="Cerrar"
              className="ml-auto grid size-11 place-items-center rounded-md text-tinta-2 hover:bg-superficie-2 hover:text-tinta"
            >
              <X aria-hidden="true" className="size-5" />
            </Radix.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-5">{children}</div>
          {footer && <footer className="border-t border-borde px-5 py-4">{footer}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
