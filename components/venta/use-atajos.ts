import { type RefObject, useEffect, useEffectEvent } from 'react';
import { campoDeTexto } from './field-text';

/** What the keys of the counter do. Those that move the ticket work while the caret is not in a field with text. */
export type Atajos = {
  buscar: () => void;
  cantidad: () => void;
  cobrar: () => void;
  descuento: () => void;
  imprimir: () => void;
  ayuda: () => void;
  sumar: (piezas: number) => void;
  mover: (pasos: number) => void;
  quitar: () => void;
  vaciar: () => void;
  escape: () => void;
};

const SIEMPRE: Record<string, keyof Pick<Atajos, 'buscar' | 'cantidad' | 'cobrar' | 'descuento' | 'imprimir'>> = {
  F2: 'buscar',
  F3: 'cantidad',
  F4: 'cobrar',
  F7: 'descuento',
  F9: 'imprimir',
};

/** The keyboard of the counter. A dialog or a menu on top keeps its own. Stray letters go to the search field. */
export function useAtajos(atajos: Atajos, busqueda: RefObject<HTMLInputElement | null>): void {
  const alPulsar = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]')) return;
    const accion = accionDe(event, atajos, busqueda.current);
    if (accion) {
      event.preventDefault();
      accion();
    } else if (event.key.length === 1 && event.key !== ' ' && !campoDeTexto(event.target)) {
      busqueda.current?.focus();
    }
  });

  useEffect(() => {
    const escuchar = (event: KeyboardEvent) => alPulsar(event);
    window.addEventListener('keydown', escuchar);
    return () => window.removeEventListener('keydown', escuchar);
  }, []);
}

function accionDe(event: KeyboardEvent, atajos: Atajos, busqueda: HTMLInputElement | null): (() => void) | null {
  const nombre = SIEMPRE[event.key];
  if (nombre) return atajos[nombre];
  const campo = campoDeTexto(event.target);
  if (event.key === 'Escape' && (!campo || campo === busqueda)) return atajos.escape;
  if (campo && !(campo === busqueda && campo.value === '')) return null;
  switch (event.key) {
    case '+':
      return () => atajos.sumar(1);
    case '-':
      return () => atajos.sumar(-1);
    case 'ArrowUp':
      return () => atajos.mover(-1);
    case 'ArrowDown':
      return () => atajos.mover(1);
    case 'Delete':
      return event.shiftKey ? atajos.vaciar : atajos.quitar;
    case '?':
      return atajos.ayuda;
    default:
      return null;
  }
}
