'use client';

import { DropdownMenu as Radix } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx';

type DropdownMenuProps = {
  /** One button; it gets the menu's aria wiring. */
  trigger: ReactNode;
  align?: 'start' | 'end';
  /** Open as it is drawn: it was asked for before it was here. */
  defaultOpen?: boolean;
  children: ReactNode;
};

/** A short list of actions under a button. */
export function DropdownMenu({ trigger, align = 'end', defaultOpen = false, children }: DropdownMenuProps) {
  return (
    <Radix.Root modal={false} defaultOpen={defaultOpen}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 min-w-52 animate-aparecer rounded-md border border-borde bg-superficie p-1.5 shadow-sombra"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

type DropdownItemProps = ComponentProps<typeof Radix.Item> & { icon?: ReactNode; peligro?: boolean };

/** One action; `asChild` with a `Link` for one that goes elsewhere. */
export function DropdownItem({ icon, peligro = false, className, children, ...rest }: DropdownItemProps) {
  return (
    <Radix.Item
      {...rest}
      className={cx(
        'flex h-10 cursor-pointer items-center gap-2.5 rounded-sm px-2.5 font-medium outline-hidden select-none focus-visible:outline-hidden data-disabled:cursor-not-allowed data-disabled:opacity-50 data-highlighted:bg-superficie-2 pointer-coarse:h-11 [&_svg]:size-4.5 [&_svg]:shrink-0',
        peligro ? 'text-falta' : 'text-tinta [&_svg]:text-tinta-2',
        className,
      )}
    >
      {rest.asChild ? (
        children
      ) : (
        <>
          {icon}
          {children}
        </>
      )}
    </Radix.Item>
  );
}

/** A line between groups of actions. */
export function DropdownSeparator() {
  return <Radix.Separator className="my-1.5 h-px bg-borde" />;
}

/** Words that are not an action: whose menu this is. */
export function DropdownLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2.5 py-1.5 text-xs text-tinta-2">{children}</Radix.Label>;
}
