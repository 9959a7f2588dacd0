import { LLAVE_CANDADO } from '@/components/acceso/marca-bloqueo';

const CLAVE_TEMA = 'kantuta-tema';

/**
 * Runs in <head> before the first paint: puts the person's stored choice on <html data-tema>. Without a choice the
 * attribute stays absent and the stylesheet follows the system. A browser that was left locked (`marca-bloqueo.ts`) paints
 * nothing of the shop until the page knows whether it still is. Blocked storage is not an error.
 */
export const THEME_SCRIPT = `try{var t=localStorage.getItem('${CLAVE_TEMA}'),h=document.documentElement.dataset;if(t==='claro'||t==='oscuro')h.tema=t;if(localStorage.getItem('${LLAVE_CANDADO}'))h.porSaber=''}catch(e){}`;

/** Switches between light and dark from what is on screen now, and keeps the choice on this device. Browser only. */
export function cambiarTema(): void {
  const raiz = document.documentElement;
  const actual = raiz.dataset.tema ?? (window.matchMedia('(prefers-color-scheme: dark)').matches ? 'oscuro' : 'claro');
  const nuevo = actual === 'oscuro' ? 'claro' : 'oscuro';
  raiz.dataset.tema = nuevo;
  try {
    window.localStorage.setItem(CLAVE_TEMA, nuevo);
  } catch {
    // Storage may be blocked; the theme then lasts until the page is closed.
  }
}
