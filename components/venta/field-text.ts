export type Campo = HTMLInputElement | HTMLTextAreaElement;

/** A field, its text and its caret, to be put back later. */
export type Foto = { campo: Campo; texto: string; desde: number | null; hasta: number | null };

const NO_TEXTO = new Set(['button', 'checkbox', 'radio', 'range', 'submit', 'reset', 'file', 'color', 'image']);

/** The element as a field that takes text, or `null`. */
export function campoDeTexto(element: EventTarget | null): Campo | null {
  if (element instanceof HTMLTextAreaElement) return element.readOnly ? null : element;
  if (element instanceof HTMLInputElement && !NO_TEXTO.has(element.type)) return element.readOnly ? null : element;
  return null;
}

/** Remembers how a field is now. */
export function fotografiar(campo: Campo): Foto {
  return { campo, texto: campo.value, desde: campo.selectionStart, hasta: campo.selectionEnd };
}

/** Puts a field back as it was, telling React as if it had been typed. */
export function restaurar({ campo, texto, desde, hasta }: Foto): void {
  if (!campo.isConnected || campo.value === texto) return;
  // React listens to the setter of the instance: the prototype's is the one that lets it notice the change.
  const prototype = campo instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(campo, texto);
  campo.dispatchEvent(new Event('input', { bubbles: true }));
  if (desde !== null && document.activeElement === campo) campo.setSelectionRange(desde, hasta);
}

/** Writes text where the caret is, as if it had been typed. */
export function escribir(campo: Campo, texto: string): void {
  campo.setRangeText(texto, campo.selectionStart ?? 0, campo.selectionEnd ?? 0, 'end');
  campo.dispatchEvent(new Event('input', { bubbles: true }));
}
