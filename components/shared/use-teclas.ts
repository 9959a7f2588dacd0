import { useEffect, useEffectEvent } from 'react';

type Pulsada = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'shiftKey' | 'metaKey'>;

/**
 * How a key with its modifiers is written in this product: `F7`, `Shift+F7`, `Alt+KeyP`, `Ctrl+KeyK`, `?`; `null` for what
 * belongs to the system. Letters are read by their place on the keyboard, so that Alt types no sign instead.
 */
export function combinacionDe({ key, code, altKey, ctrlKey, shiftKey, metaKey }: Pulsada): string | null {
  if (metaKey || (altKey && ctrlKey)) return null;
  // A sign such as "?" or "+" needs Shift on some keyboards, so that Shift only counts for keys with a name.
  const mayus = shiftKey && key.length > 1 ? 'Shift+' : '';
  return altKey ? `Alt+${code}` : ctrlKey ? `Ctrl+${code}` : `${mayus}${key}`;
}

/** Whether a dialog or a menu is on top, which has keys of its own. */
export function hayEncima(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null;
}

/** Keys of a screen as `combinacionDe` writes them, `{ F4: cerrar }`. They rest while a dialog or a menu is on top. */
export function useTeclas(teclas: Readonly<Record<string, () => void>>): void {
  const alPulsar = useEffectEvent((event: KeyboardEvent) => {
    const acto = teclas[combinacionDe(event) ?? ''];
    if (!acto || event.repeat) return;
    event.preventDefault();
    if (!hayEncima()) acto();
  });
  useEffect(() => {
    const escuchar = (event: KeyboardEvent) => alPulsar(event);
    window.addEventListener('keydown', escuchar);
    return () => window.removeEventListener('keydown', escuchar);
  }, []);
}
