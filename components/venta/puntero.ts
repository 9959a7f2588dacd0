/** Whether the person has a mouse and, most likely, keys: on a touch screen taking the focus raises its keyboard. */
export function hayTeclado(): boolean {
  return window.matchMedia('(pointer: fine)').matches;
}
