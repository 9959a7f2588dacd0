import type { ExternalToast, toast as Sonner } from 'sonner';

let alMontar: (sonner: typeof Sonner) => void = () => {};
const montado = new Promise<typeof Sonner>((resolve) => {
  alMontar = resolve;
});

/** From `Toasts`, once it can show what is said: what was said before is shown then. */
export const toastsMontados = alMontar;

const decir = (nivel: 'success' | 'error' | 'warning' | 'info') => (texto: string, mas?: ExternalToast) =>
  void montado.then((sonner) => sonner[nivel](texto, mas));

/**
 * Says in a corner what happened, and lets the person go on. What draws it comes apart from the page, which works before
 * anything has happened.
 */
export const toast = {
  success: decir('success'),
  error: decir('error'),
  warning: decir('warning'),
  info: decir('info'),
};
