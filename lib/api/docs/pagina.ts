import { documentoOpenApi } from '@/lib/api/documento';
import type { Esquema } from '@/lib/api/esquema';
import { RUTAS } from '@/lib/api/rutas';
import { ETIQUETAS, REGLAS } from '@/lib/api/textos';
import paquete from '@/package.json';
import { anclaDe, articulo, metodoChip } from './articulo';
import { tablaDeCampos } from './campos';
import { ESTILO } from './estilo';
import { GUION } from './guion';
import { crudo, type Html, html, prosa } from './html';
import { LOGO } from './logo';

/** The documentation as one page: nothing of it is loaded from elsewhere, and it reads whole without its script. */
export function paginaDeDocs(nonce: string): string {
  return marco(
    nonce,
    'API de Kantuta',
    html`${cabecera()}<div class="cuerpo">${indice()}<main>${contenido()}</main></div>`,
  );
}

/** What somebody who has not signed in sees in the place of the documentation. */
export function paginaSinIngreso(nonce: string): string {
  return marco(
    nonce,
    'Hay que ingresar',
    html`<main class="aviso">${crudo(LOGO)}<h1>Hay que ingresar</h1>
<p>La documentación se lee después de ingresar. Ingrese y vuelva a esta dirección.</p>
<p><a class="boton" href="/ingresar">Ingresar</a></p></main>`,
  );
}

let medio: Html | undefined;

/** The part that never changes while the process lives. */
function contenido(): Html {
  medio ??= html`<section id="reglas"><h1>API de Kantuta</h1>
<p>Todo está bajo <code>/api</code>. El mismo documento, para programas: <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
<div class="reglas">${REGLAS.map(([titulo, texto]) => html`<div><h2>${titulo}</h2><p>${prosa(texto)}</p></div>`)}</div></section>
${Object.entries(ETIQUETAS).map(
  ([etiqueta, [titulo, frase]]) => html`<section id="${etiqueta}" class="grupo"><h2>${titulo}</h2><p>${frase}</p>
${RUTAS.filter((r) => r.etiqueta === etiqueta).map(articulo)}</section>`,
)}
<section id="modelos" class="grupo"><h2>Modelos</h2>${modelos()}</section>
<p id="nada" hidden>Ninguna ruta tiene ese texto.</p>`;
  return medio;
}

function modelos(): Html[] {
  const { schemas } = documentoOpenApi().components as { schemas: Record<string, Esquema> };
  return Object.entries(schemas).map(
    ([nombre, esquema]) => html`<article id="modelo-${nombre}" data-busca="${nombre.toLowerCase()}">
<h3><a href="#modelo-${nombre}">${nombre}</a></h3>
${typeof esquema.description === 'string' && html`<p>${prosa(esquema.description)}</p>`}
${tablaDeCampos(esquema, { obligatorios: false })}</article>`,
  );
}

function cabecera(): Html {
  return html`<header><a class="marca" href="#reglas">${crudo(LOGO)}<span>Kantuta</span> <small>API ${paquete.version}</small></a>
<button id="tema" type="button" hidden>Cambiar tema</button></header>`;
}

function indice(): Html {
  return html`<nav aria-label="Rutas">
<label class="buscar" hidden><span>Buscar</span><input id="buscar" type="search" placeholder="Buscar una ruta ( / )" autocomplete="off"></label>
<ul>${Object.entries(ETIQUETAS).map(
    ([etiqueta, [titulo]]) => html`<li><a class="grupo" href="#${etiqueta}">${titulo}</a><ul>
${RUTAS.filter((r) => r.etiqueta === etiqueta).map(
  (r) => html`<li data-de="${anclaDe(r)}"><a href="#${anclaDe(r)}">${metodoChip(r)} <span>${r.camino}</span></a></li>`,
)}</ul></li>`,
  )}
<li><a class="grupo" href="#modelos">Modelos</a></li></ul></nav>`;
}

function marco(nonce: string, titulo: string, cuerpo: Html): string {
  return html`<!doctype html>
<html lang="es"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><meta name="color-scheme" content="light dark">
<title>${titulo}</title><link rel="icon" href="/icon.svg">
<style nonce="${nonce}">${crudo(ESTILO)}</style><script nonce="${nonce}">${crudo(GUION)}</script></head>
<body>${cuerpo}</body></html>`.texto;
}
