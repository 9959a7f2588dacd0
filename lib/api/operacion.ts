import { PERMISOS } from '@/lib/auth/permisos';
import { type EstadoDeError, refError } from './componentes';
import { type Esquema, esquemaDeEntrada, esquemaDeSalida } from './esquema';
import { esJson, parametrosDe, type Ruta } from './ruta';

type Objeto = { properties: Record<string, Esquema>; required: readonly string[]; additionalProperties?: unknown };

/** What a route takes, told apart by where it goes. */
export type Partes = { camino: Objeto; query: Objeto; cuerpo: Objeto | null };

const archivo = (description: string): Esquema => ({ schema: { type: 'string', description } });
/** What a list answers when it is asked for as a file. */
const ARCHIVOS = {
  'text/csv': archivo(
    'Con `formato=csv`: todo lo filtrado, con títulos en la primera línea y `;` entre celdas. Queda en la auditoría.',
  ),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': archivo(
    'Con `formato=xlsx`: lo mismo, como libro de Excel.',
  ),
};

const VACIO: Objeto = { properties: {}, required: [] };

/** Splits a route's input schema into path, query and body, as the door joins them. */
export function partesDe(ruta: Ruta): Partes {
  const { properties = {}, required = [], ...resto } = esquemaDeEntrada(ruta.entrada) as Partial<Objeto>;
  const enCamino = new Set(parametrosDe(ruta.camino));
  const elegir = (cuales: (nombre: string) => boolean): Objeto => ({
    ...resto,
    properties: Object.fromEntries(Object.entries(properties).filter(([n]) => cuales(n))),
    required: required.filter(cuales),
  });
  const camino = elegir((n) => enCamino.has(n));
  const demas = elegir((n) => !enCamino.has(n));
  if (ruta.cuerpo === 'archivo') {
    // What goes beside the file in a form may also come in the query, when the file is the whole body.
    const query = { ...elegir((n) => !enCamino.has(n) && n !== 'archivo'), required: [] };
    return { camino, query: vieneSolo(ruta) ? query : VACIO, cuerpo: demas };
  }
  const conCuerpo = ruta.metodo !== 'GET' && ruta.metodo !== 'DELETE' && Object.keys(demas.properties).length > 0;
  return conCuerpo ? { camino, query: VACIO, cuerpo: demas } : { camino, query: demas, cuerpo: null };
}

/** The OpenAPI object of a route at one of its paths; what it refers to is put in `modelos`. */
export function operacionDe(ruta: Ruta, camino: string, modelos: Record<string, Esquema>): Esquema {
  const partes = partesDe(ruta);
  return {
    operationId: idDeOperacion(ruta.metodo, camino),
    tags: [ruta.etiqueta],
    summary: ruta.resumen,
    description: descripcionDe(ruta, camino),
    'x-permisos': ruta.permisos,
    security: seguridadDe(ruta),
    parameters: parametrosOpenApi(ruta, partes),
    ...(partes.cuerpo ? { requestBody: cuerpoDe(ruta, partes.cuerpo) } : {}),
    responses: respuestasDe(ruta, modelos),
  };
}

/** `GET /cajas/sesion/{id}/balance` → `get_cajas_sesion_id_balance`: unique, and stable for generated clients. */
export function idDeOperacion(metodo: string, camino: string): string {
  return `${metodo.toLowerCase()}${camino.replace(/[{}]/g, '').replace(/[^A-Za-z0-9]+/g, '_')}`;
}

function descripcionDe(ruta: Ruta, camino: string): string {
  const frases = [
    ruta.descripcion,
    camino === ruta.camino ? null : `Es lo mismo que \`${ruta.camino}\`.`,
    ruta.permisos.length > 0 ? `Derecho: ${ruta.permisos.map((p) => `\`${p}\` (${PERMISOS[p]})`).join(' o ')}.` : null,
    ruta.conflictos.length > 0
      ? `Puede responder 409 con: ${ruta.conflictos.map((c) => `\`${c}\``).join(', ')}.`
      : null,
    ruta.lista ? fraseDeLista(ruta.lista) : null,
  ];
  return frases.filter(Boolean).join('\n\n');
}

function fraseDeLista({ sinLimite }: NonNullable<Ruta['lista']>): string {
  return sinLimite === 'todo' ? 'Sin `limite` vienen todos.' : `Sin \`limite\` vienen ${sinLimite}.`;
}

function seguridadDe(ruta: Ruta): Record<string, never[]>[] {
  if (ruta.publica === 'sin_token') return [];
  return ruta.publica ? [{ [ruta.publica]: [] }] : [{ bearer: [] }, { cookie: [] }];
}

function parametrosOpenApi(ruta: Ruta, { camino, query }: Partes): Esquema[] {
  const de = (donde: string, objeto: Objeto) =>
    Object.entries(objeto.properties).map(([name, { description, deprecated, ...schema }]) => ({
      name,
      in: donde,
      required: donde === 'path' || objeto.required.includes(name),
      ...(description ? { description } : {}),
      ...(deprecated ? { deprecated } : {}),
      schema,
    }));
  const comun = (nombre: string) => ({ $ref: `#/components/parameters/${nombre}` });
  return [
    ...de('path', camino),
    ...de('query', query),
    ...(ruta.idempotente ? [comun('Idempotency-Key')] : []),
    ...(ruta.publica ? [] : [comun('X-Sucursal')]),
  ];
}

function cuerpoDe(ruta: Ruta, objeto: Objeto): Esquema {
  const schema = { type: 'object', ...objeto };
  if (ruta.cuerpo === 'archivo') return cuerpoDeArchivo(ruta, schema);
  const enCamino = new Set(parametrosDe(ruta.camino));
  const example = Object.fromEntries(Object.entries(ruta.ejemplo.pedido).filter(([n]) => !enCamino.has(n)));
  return { required: objeto.required.length > 0, content: { 'application/json': { schema, example } } };
}

/** The field of the example that holds the file. */
function campoDeArchivo({ ejemplo, camino }: Ruta): [nombre: string, bytes: Uint8Array] {
  for (const [nombre, valor] of Object.entries(ejemplo.pedido)) {
    if (typeof valor === 'object' && valor !== null && 'bytes' in valor) return [nombre, valor.bytes as Uint8Array];
  }
  throw new Error(`the example of ${camino} has no file`);
}

/** A file in the field `archivo` may also be the whole body; under another name it comes in a form. */
function vieneSolo(ruta: Ruta): boolean {
  return campoDeArchivo(ruta)[0] === 'archivo';
}

/** A file in a form, or the file itself as the body: its name may then come in the query. */
function cuerpoDeArchivo(ruta: Ruta, schema: Objeto): Esquema {
  const [campo, bytes] = campoDeArchivo(ruta);
  const binario = { type: 'string', format: 'binary' };
  const formulario = { ...schema, properties: { ...schema.properties, [campo]: binario } };
  if (!vieneSolo(ruta)) return { required: true, content: { 'multipart/form-data': { schema: formulario } } };
  const example = new TextDecoder().decode(bytes);
  return {
    required: true,
    content: { 'multipart/form-data': { schema: formulario }, 'text/csv': { schema: { type: 'string' }, example } },
  };
}

function respuestasDe(ruta: Ruta, modelos: Record<string, Esquema>): Esquema {
  const headers = encabezadosDe(ruta);
  const buena = { description: ruta.resumen, headers, content: contenidoDe(ruta, modelos) };
  const repetida = ruta.idempotente && ruta.estado !== 200;
  const errores = erroresDe(ruta).map((estado) => [String(estado), refError(estado)]);
  return {
    [ruta.estado]: buena,
    ...(repetida ? { 200: { ...buena, description: 'La respuesta de la primera vez, repetida.' } } : {}),
    ...Object.fromEntries(errores),
  };
}

function contenidoDe(ruta: Ruta, modelos: Record<string, Esquema>): Esquema {
  const { salida, ejemplo } = ruta;
  if (!esJson(salida)) return { [salida.tipo]: { schema: { type: 'string', description: salida.descripcion } } };
  const { esquema, modelos: nuevos } = esquemaDeSalida(salida);
  Object.assign(modelos, nuevos);
  const json = { 'application/json': { schema: esquema, example: ejemplo.respuesta } };
  return ruta.exporta ? { ...json, ...ARCHIVOS } : json;
}

function encabezadosDe(ruta: Ruta): Esquema {
  const nombres = [
    ...(ruta.lista ? ['X-Next-Cursor'] : []),
    ...(ruta.lista?.total ? ['X-Total-Count'] : []),
    ...(ruta.idempotente ? ['Idempotent-Replayed'] : []),
    'X-Request-Id',
  ];
  return Object.fromEntries(nombres.map((n) => [n, { $ref: `#/components/headers/${n}` }]));
}

/** The refusals that a route may answer. */
export function erroresDe(ruta: Ruta): EstadoDeError[] {
  const escribe = ruta.metodo !== 'GET';
  const puede: [EstadoDeError, boolean][] = [
    [400, true],
    [401, ruta.publica !== 'sin_token' || ruta.limitada],
    [403, ruta.publica === false],
    [404, ruta.publica === false || ruta.publica === 'metricas'],
    [409, ruta.idempotente || ruta.conflictos.length > 0],
    [413, escribe],
    [429, ruta.limitada],
    [500, true],
    [503, true],
  ];
  return puede.filter(([, si]) => si).map(([estado]) => estado);
}
