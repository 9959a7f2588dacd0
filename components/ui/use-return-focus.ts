import { type RefObject, useRef } from 'react';

/**
 * Focus of a layer that is opened by state and not by a trigger: on opening it goes to `initial` (else the first
 * control), on closing back to where the person was. A menu item that opened it is gone by then, so the menu's own
 * button stands in for it.
 */
export function useReturnFocus(initial?: RefObject<HTMLElement | null>) {
  const opener = useRef<HTMLElement | null>(null);
  return {
    onOpenAutoFocus(event: Event) {
      const active = document.activeElement;
      const menuButton = active?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
      const from = menuButton ? document.getElementById(menuButton) : active;
      opener.current = from instanceof HTMLElement ? from : null;
      if (!initial?.current) return;
      event.preventDefault();
      initial.current.focus();
    },
    onCloseAutoFocus(event: Event) {
      event.preventDefault();
      opener.current?.focus();
    },
  };
}
