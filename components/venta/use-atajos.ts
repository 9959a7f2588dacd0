import { type RefObject, useEffect, useEffectEvent } from 'react';
import { hayEncima } from '@/components/shared/use-teclas';
import { accionDeTecla, type IdAccion } from './acciones';
import { campoDeTexto } from './field-text';

type Options = {
  hacer: (id: IdAccion) => void;
  /** Closes or clears what is nearest. */
  onEscape: () => void;
  busqueda: RefObject<HTMLInputElement | null>;
};

/** The keyboard of the counter. A dialog or a menu on top keeps its own. Stray letters go to the search field. */
export function useAtajos({ hacer, onEscape, busqueda }: Options): void {
  const alPulsar = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const campo = campoDeTexto(event.target);
    const accion = accionDeTecla(event);
    // A letter of a text is nobody else's, and the whole page need not be looked through for what may be on top.
    if (!accion && campo && event.key.length === 1) return;
    if (hayEncima()) return;
    if (accion && (!accion.suelta || sinTexto(campo, busqueda.current))) {
      event.preventDefault();
      hacer(accion.id);
    } else if (event.ctrlKey || event.altKey || event.metaKey) {
      return;
    } else if (event.key === 'Escape' && (!campo || campo === busqueda.current)) {
      event.preventDefault();
      onEscape();
    } else if (event.key.length === 1 && event.key !== ' ' && !campo) {
      busqueda.current?.focus();
    }
  });

  useEffect(() => {
    const escuchar = (event: KeyboardEvent) => alPulsar(event);
    window.addEventListener('keydown', escuchar);
    return () => window.removeEventListener('keydown', escuchar);
  }, []);
}

/** Signs and arrows are the ticket's only while the caret is in no text, or in the empty search. */
function sinTexto(campo: ReturnType<typeof campoDeTexto>, busqueda: HTMLInputElement | null): boolean {
  return !campo || (campo === busqueda && campo.value === '');
}
