import { type RefObject, useRef } from 'react';

/**
 * Focus of a layer that is opened by state and not by a trigger: on opening it goes to `initial` (else the first
 * control), on closing back to where the person was. When a menu item opened it, the item is gone by then and the
 * menu hands focus to its button while the layer is already open; that button is remembered instead.
 */
export function useReturnFocus(initial?: RefObject<HTMLElement | null>) {
  const opener = useRef<Element | null>(null);

  function lost(): boolean {
    return !opener.current?.isConnected || opener.current === document.body;
  }

  return {
    onOpenAutoFocus(event: Event) {
      opener.current = document.activeElement;
      if (!initial?.current) return;
      event.preventDefault();
      initial.current.focus();
    },
    onFocusOutside(event: Event) {
      if (lost() && event.target instanceof Element) opener.current = event.target;
    },
    onCloseAutoFocus(event: Event) {
      event.preventDefault();
      if (!lost() && opener.current instanceof HTMLElement) opener.current.focus();
    },
  };
}
