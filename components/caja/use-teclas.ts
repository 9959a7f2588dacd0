import { useEffect, useRef } from 'react';

/** Function keys of a screen, `{ F4: cerrar }`. They rest while a dialog is open: the dialog has its own. */
export function useTeclas(teclas: Readonly<Record<string, () => void>>): void {
  const actuales = useRef(teclas);
  useEffect(() => {
    actuales.current = teclas;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = actuales.current[event.key];
      if (!act || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      if (!document.querySelector('[role="dialog"],[role="alertdialog"]')) act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
