/** Whether the person has a mouse and, most likely, keys: on a touch screen taking the focus raises its keyboard. */
export function hayTeclado(): boolean {
  return window.matchMedia('(pointer: fine)').matches;
}

/** Whether the ticket stands beside the products, and not folded under them. */
export function esAncha(): boolean {
  return window.matchMedia('(min-width: 1024px)').matches;
}
