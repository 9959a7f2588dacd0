import { esquemaDeSalida } from '@/lib/api/esquema';
import { idDeOperacion, partesDe } from '@/lib/api/operacion';
import { esJson, parametrosDe, type Ruta } from '@/lib/api/ruta';
import { PERMISOS } from '@/lib/auth/permisos';
import { tablaDeCampos, tipoDe } from './campos';
import { type Html, html, prosa } from './html';

/** Where a route stands in the page. */
export const anclaDe = (ruta: Ruta) => idDeOperacion(ruta.metodo, ruta.camino);

/** The method as a chip. */
export function metodoChip({ metodo }: Ruta): Html {
  return html`<span class="metodo ${metodo.toLowerCase()}">${metodo}</span>`;
}

/** Everything that is known of one route. */
export function articulo(ruta: Ruta): Html {
  const { camino, query, cuerpo } = partesDe(ruta);
  return html`<article id="${anclaDe(ruta)}" data-busca="${[ruta.metodo, ruta.camino, ...ruta.alias, ruta.resumen].join(' ').toLowerCase()}">
<h3><a href="#${anclaDe(ruta)}">${metodoChip(ruta)} <code>${ruta.camino}</code></a> <span class="resumen">${ruta.resumen}</span></h3>
${ruta.alias.map((a) => html`<p class="alias">También en <code>${a}</code></p>`)}
${ruta.descripcion && html`<p>${prosa(ruta.descripcion)}</p>`}
<dl>${datos(ruta)}</dl>
${seccion('En la ruta', tablaDeCampos(camino, { obligatorios: false }))}
${seccion('En la consulta', tablaDeCampos(query))}
${cuerpo && seccion(ruta.cuerpo === 'archivo' ? 'En el formulario' : 'En el cuerpo', tablaDeCampos(cuerpo))}
${ejemploDePedido(ruta)}
${respuesta(ruta)}
</article>`;
}

function datos(ruta: Ruta): Html[] {
  const filas: [string, Html | false][] = [
    ['Quién', quien(ruta)],
    ['Repetir', ruta.idempotente && html`acepta <code>Idempotency-Key</code>`],
    [
      'Sin límite',
      ruta.lista !== null && html`vienen ${ruta.lista.sinLimite === 'todo' ? 'todos' : ruta.lista.sinLimite}`,
    ],
    ['409', ruta.conflictos.length > 0 && html`${ruta.conflictos.map((c) => html`<code>${c}</code> `)}`],
    ['Tamaño', ruta.limiteBytes > 1_048_576 && html`hasta ${ruta.limiteBytes / 1_048_576} MB`],
  ];
  return filas.flatMap(([nombre, valor]) => (valor ? [html`<div><dt>${nombre}</dt><dd>${valor}</dd></div>`] : []));
}

function quien(ruta: Ruta): Html {
  if (ruta.publica === 'sin_token') return html`cualquiera`;
  if (ruta.publica === 'refresco') return html`quien tiene el token de refresco`;
  if (ruta.publica === 'metricas') return html`quien tiene el token de las métricas`;
  if (ruta.permisos.length === 0) return html`quien ingresó`;
  return html`${ruta.permisos.map((p, i) => html`${i > 0 ? ' o ' : ''}<code title="${PERMISOS[p]}">${p}</code>`)}`;
}

function seccion(titulo: string, tabla: Html): Html | false {
  return tabla.texto !== '' && html`<h4>${titulo}</h4>${tabla}`;
}

function ejemploDePedido(ruta: Ruta): Html {
  const { pedido } = ruta.ejemplo;
  const enCamino = new Set(parametrosDe(ruta.camino));
  const url = ruta.camino.replace(/\{(\w+)\}/g, (_, nombre: string) => encodeURIComponent(String(pedido[nombre])));
  const demas = Object.entries(pedido).filter(([nombre]) => !enCamino.has(nombre));
  const conQuery = ruta.metodo === 'GET' || ruta.metodo === 'DELETE';
  const query = conQuery ? new URLSearchParams(demas.map(([n, v]): [string, string] => [n, String(v)])).toString() : '';
  const linea = `${ruta.metodo} /api${url}${query && `?${query}`}`;
  const cuerpo = conQuery || demas.length === 0 ? '' : `\n\n${cuerpoDe(ruta, Object.fromEntries(demas))}`;
  return html`<h4>Ejemplo</h4><pre><code>${linea}${cuerpo}</code></pre>`;
}

function cuerpoDe(ruta: Ruta, demas: Record<string, unknown>): string {
  if (ruta.cuerpo !== 'archivo') return JSON.stringify(demas, null, 2);
  const { archivo } = demas as { archivo?: { bytes: Uint8Array } };
  if (archivo) return new TextDecoder().decode(archivo.bytes);
  // a form, as curl -F writes it
  return Object.entries(demas)
    .map(([nombre, valor]) => `${nombre}=${nombreDeArchivo(valor) ?? valor}`)
    .join('\n');
}

function nombreDeArchivo(valor: unknown): string | null {
  return typeof valor === 'object' && valor !== null && 'nombre' in valor ? `@${valor.nombre}` : null;
}

function respuesta(ruta: Ruta): Html {
  const { salida, ejemplo, estado } = ruta;
  if (!esJson(salida))
    return html`<h4>Respuesta ${estado}: <code>${salida.tipo}</code></h4><p>${prosa(salida.descripcion)}</p>`;
  return html`<h4>Respuesta ${estado}: ${tipoDe(esquemaDeSalida(salida).esquema)}</h4>
<details><summary>Ver un ejemplo</summary><pre><code>${JSON.stringify(ejemplo.respuesta, null, 2)}</code></pre></details>`;
}
