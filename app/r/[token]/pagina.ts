import type { Recibo, Renglon } from '@/lib/recibo/rules';

/** The sheet of the public receipt: paper on a quiet ground, in light and dark; printed, only the paper. */
const ESTILO = `
:root{color-scheme:light dark}
*{box-sizing:border-box}
body{margin:0;min-height:100dvh;padding:1.5rem 1rem;background:light-dark(#faf7f2,#151210);color:light-dark(#221c16,#f5efe8);
font:1rem/1.5 "Inter","Segoe UI",system-ui,sans-serif;font-variant-numeric:tabular-nums}
main{max-width:26rem;margin:0 auto;padding:1.5rem 1.25rem;background:light-dark(#fff,#1f1a16);border-radius:.875rem;
box-shadow:0 1px 2px rgb(0 0 0/.08),0 8px 24px rgb(0 0 0/.07)}
header{text-align:center}h1{margin:0;font-size:1.375rem;line-height:1.25;overflow-wrap:anywhere}p{margin:0}
.gris{color:light-dark(#5f564b,#b9ada0);font-size:.875rem}
.marca{margin:1rem 0 0;padding:.5rem;border:2px solid light-dark(#c0281c,#ff7a6b);border-radius:.5rem;
color:light-dark(#c0281c,#ff7a6b);text-align:center;font-weight:700;letter-spacing:.15em}
dl,ol{margin:1rem 0 0;padding:1rem 0 0;border-top:1px dashed light-dark(#b9ada0,#5f564b);list-style:none}
dl>div,.cuenta{display:flex;justify-content:space-between;gap:1rem}dt{color:light-dark(#5f564b,#b9ada0)}dd{margin:0;text-align:right}
li{padding-bottom:.625rem}.nombre{display:block;font-weight:600;overflow-wrap:anywhere}.cuenta{color:light-dark(#5f564b,#b9ada0)}
.cuenta>:last-child{color:light-dark(#221c16,#f5efe8);white-space:nowrap}
.total{font-size:1.375rem;font-weight:700}.total dt{color:inherit}.fuerte{font-weight:700}
footer{margin-top:1.5rem;text-align:center}
@media print{:root{color-scheme:light}body{padding:0;background:#fff}main{max-width:none;box-shadow:none}}`;

/** A receipt as a page that is whole in itself: no script, nothing else to load. */
export function paginaDeRecibo(recibo: Recibo): string {
  return documento(
    `Recibo ${recibo.folio} · ${recibo.negocio}`,
    `<header><h1>${t(recibo.negocio)}</h1>${recibo.contacto.map((l) => `<p class="gris">${t(l)}</p>`).join('')}</header>
${recibo.marcas.map((m) => `<p class="marca">${t(m)}</p>`).join('')}
<dl>${recibo.datos.map(fila).join('')}</dl>
<ol>${recibo.lineas.map(linea).join('')}</ol>
<dl>${recibo.antes.map(fila).join('')}<div class="total"><dt>TOTAL Bs</dt><dd>${t(recibo.total)}</dd></div>${recibo.despues.map(fila).join('')}</dl>
<footer>${recibo.pie.map((l, i) => `<p${i === 0 ? '' : ' class="gris"'}>${t(l)}</p>`).join('')}</footer>`,
  );
}

/** A page that says why there is no receipt. */
export function paginaSinRecibo(titulo: string, frase: string): string {
  return documento(titulo, `<header><h1>${t(titulo)}</h1><p class="gris">${t(frase)}</p></header>`);
}

function documento(titulo: string, cuerpo: string): string {
  return `<!doctype html>
<html lang="es-BO"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow"><meta name="referrer" content="no-referrer"><title>${t(titulo)}</title>
<style>${ESTILO}</style></head><body><main>${cuerpo}</main></body></html>`;
}

function fila({ que, cuanto, fuerte }: Renglon): string {
  return `<div${fuerte ? ' class="fuerte"' : ''}><dt>${t(que)}</dt><dd>${t(cuanto)}</dd></div>`;
}

function linea({ nombre, cuenta, importe, descuento }: Recibo['lineas'][number]): string {
  const rebaja = descuento ? `<span class="cuenta"><span>Descuento</span><span>${t(descuento)}</span></span>` : '';
  return `<li><span class="nombre">${t(nombre)}</span><span class="cuenta"><span>${t(cuenta)}</span><span>${t(importe)}</span></span>${rebaja}</li>`;
}

const ENTIDADES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML takes it to the letter. */
function t(texto: string): string {
  return texto.replace(/[&<>"']/g, (c) => ENTIDADES[c] ?? c);
}
