import type { Esquema } from '@/lib/api/esquema';
import { type Html, html, prosa } from './html';

const TIPOS: Record<string, string> = {
  string: 'texto',
  number: 'número',
  integer: 'entero',
  boolean: 'sí o no',
  object: 'objeto',
  array: 'lista',
  null: 'null',
};

const FORMATOS: Record<string, string> = {
  date: 'día',
  'date-time': 'fecha y hora',
  uuid: 'UUID',
  binary: 'archivo',
  jwt: 'token',
};

type ConCampos = { properties?: Record<string, Esquema>; required?: readonly string[]; items?: Esquema };

/** The fields of an object, one row each, those inside lists and objects under them. */
export function tablaDeCampos(esquema: Esquema, { obligatorios = true } = {}): Html {
  const filas = filasDe(esquema, '', obligatorios);
  if (filas.length === 0) return html``;
  return html`<div class="tabla"><table>
<colgroup><col class="campo"><col class="tipo"><col></colgroup><thead><tr><th scope="col">Campo</th><th scope="col">Tipo</th><th scope="col">Detalle</th></tr></thead>
<tbody>${filas}</tbody></table></div>`;
}

function filasDe(esquema: Esquema, prefijo: string, obligatorios: boolean): Html[] {
  const { properties = {}, required = [] } = esquema as ConCampos;
  return Object.entries(properties).flatMap(([nombre, campo]) => {
    if (campo.deprecated) return [];
    const ruta = `${prefijo}${nombre}`;
    const falta = obligatorios && required.includes(nombre);
    const fila = html`<tr><th scope="row"><code>${ruta}</code>${falta ? html` <span class="obligatorio">obligatorio</span>` : ''}</th>
<td>${tipoDe(campo)}</td><td>${detalleDe(campo)}</td></tr>`;
    return [fila, ...filasDentro(campo, ruta, obligatorios)];
  });
}

function filasDentro(campo: Esquema, ruta: string, obligatorios: boolean): Html[] {
  const { items } = campo as ConCampos;
  if (items) return filasDe(items, `${ruta}[].`, obligatorios);
  const alternativas = (campo.anyOf ?? []) as Esquema[];
  return [campo, ...alternativas].flatMap((a) => filasDe(a, `${ruta}.`, obligatorios));
}

/** The type of a value, in words; a model is a link to it. */
export function tipoDe(esquema: Esquema): Html {
  if (typeof esquema.$ref === 'string') return enlaceAModelo(esquema.$ref);
  if (esquema.const !== undefined) return html`<code>${JSON.stringify(esquema.const)}</code>`;
  if (Array.isArray(esquema.enum)) return html`${unir(esquema.enum.map((v) => html`<code>${String(v)}</code>`))}`;
  if (Array.isArray(esquema.anyOf)) return unir((esquema.anyOf as Esquema[]).map(tipoDe));
  if (esquema.type === 'array') return listaDe((esquema.items ?? {}) as Esquema);
  if (typeof esquema.format === 'string') return html`${FORMATOS[esquema.format] ?? esquema.format}`;
  const tipos = [esquema.type].flat().filter((t): t is string => typeof t === 'string');
  return html`${tipos.length === 0 ? 'cualquiera' : tipos.map((t) => TIPOS[t] ?? t).join(' o ')}`;
}

function listaDe(items: Esquema): Html {
  return items.type === 'object' ? html`lista de objetos` : html`lista de ${tipoDe(items)}`;
}

function enlaceAModelo(ref: string): Html {
  const nombre = ref.split('/').at(-1) ?? ref;
  return html`<a href="#modelo-${nombre}">${nombre}</a>`;
}

function unir(partes: readonly Html[]): Html {
  return html`${partes.map((p, i) => (i === 0 ? p : html` o ${p}`))}`;
}

function detalleDe(esquema: Esquema): Html {
  const { description } = esquema;
  const [limites = ''] = [esquema, ...((esquema.anyOf ?? []) as Esquema[])].map(limitesDe).filter(Boolean);
  return html`${typeof description === 'string' ? prosa(description) : ''}${limites && html` <span class="limites">${limites}</span>`}`;
}

/** Every id has the same ceiling; saying it in each row would tell nothing. */
const MAXIMO_ID = 2_147_483_647;

const numero = new Intl.NumberFormat('de-DE');

function limitesDe(e: Esquema): string {
  const par = (min: unknown, max: unknown, que: string) => {
    if (typeof min === 'number' && typeof max === 'number')
      return `${numero.format(min)} a ${numero.format(max)}${que}`;
    if (typeof max === 'number') return `hasta ${numero.format(max)}${que}`;
    return typeof min === 'number' ? `desde ${numero.format(min)}${que}` : '';
  };
  const frases = [
    par(e.minLength, e.maxLength, ' caracteres'),
    par(e.minItems, e.maxItems, ' elementos'),
    typeof e.exclusiveMinimum === 'number' && e.type !== 'integer'
      ? `mayor que ${numero.format(e.exclusiveMinimum)}`
      : '',
    e.maximum === MAXIMO_ID ? '' : par(e.minimum, e.maximum, ''),
  ];
  return frases.filter(Boolean).join(' · ');
}
