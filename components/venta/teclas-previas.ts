/** A key as it was pressed; `timeStamp` by the page's clock, as in its event. */
export type TeclaPrevia = { key: string; timeStamp: number };

type Ventana = Window & { kantutaTeclas?: { oye: boolean; lista: TeclaPrevia[] } };

/** The field of a page that scans carries it: what is typed there before the page is awake is kept too. */
export const MARCA_BUSCADOR = 'data-buscador';

/** What was pressed longer ago than this was for a page that never came; in milliseconds. */
const CADUCA_MS = 20_000;

/** The pages where somebody scans as soon as they are seen. */
const LUGARES = /^\/(vender|inventario\/(entrada|salida|transferencias\/nueva|conteos\/\d+))$/;

/**
 * Runs in <head>: a counter is painted a moment before its page is awake, and a scanner does not wait for it. Until somebody
 * listens there, keeps the keys that a scanner sends; never those of another field, nor of a screen that is locked.
 */
export const TECLAS_SCRIPT = `(function(){var k=window.kantutaTeclas={oye:false,lista:[]},d=document.documentElement.dataset;addEventListener('keydown',function(e){if(k.oye||!${LUGARES}.test(location.pathname)||e.repeat||e.isComposing||e.ctrlKey||e.altKey||e.metaKey||'porSaber' in d||'bloqueada' in d)return;if(e.key.length!==1&&e.key!=='Enter'&&e.key!=='Tab')return;if(e.target.matches('input:not([${MARCA_BUSCADOR}]),textarea,select'))return;k.lista.push({key:e.key,timeStamp:e.timeStamp});if(k.lista.length>300)k.lista.shift()},true)})()`;

/** Somebody listens from now on: hands over, once, what was pressed before, oldest first. */
export function tomarTeclasPrevias(): TeclaPrevia[] {
  const previas = (window as Ventana).kantutaTeclas;
  if (!previas) return [];
  const desde = performance.now() - CADUCA_MS;
  const teclas = previas.lista.filter((t) => t.timeStamp >= desde);
  previas.oye = true;
  previas.lista = [];
  return teclas;
}

/** Nobody listens any more: what is pressed is kept for who comes next. */
export function soltarTeclas(): void {
  const previas = (window as Ventana).kantutaTeclas;
  if (previas) previas.oye = false;
}
