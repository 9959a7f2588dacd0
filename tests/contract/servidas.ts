import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { RouteHandler } from '@/lib/action/define-route';
import { partesDe } from '@/lib/api/operacion';
import { parametrosDe, type Ruta } from '@/lib/api/ruta';

const METODOS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** next-auth answers the first by itself, in its own words; the second is for what is no route. */
const AJENAS = new Set(['/auth/[...nextauth]', '/[...ruta]']);

/** What `app/api` serves, by `METHOD /path/{param}`. */
export async function rutasServidas(): Promise<Map<string, RouteHandler>> {
  const archivos = readdirSync('app/api', { recursive: true, encoding: 'utf8' }).filter((a) => a.endsWith('route.ts'));
  const servidas = new Map<string, RouteHandler>();
  for (const archivo of archivos) {
    const ruta = `/${archivo.replace(/\/route\.ts$/, '')}`;
    if (AJENAS.has(ruta)) continue;
    const modulo = (await import(/* @vite-ignore */ path.resolve('app/api', archivo))) as Record<string, RouteHandler>;
    const camino = ruta.replace(/\[(\w+)\]/g, '{$1}');
    for (const metodo of METODOS) if (modulo[metodo]) servidas.set(`${metodo} ${camino}`, modulo[metodo]);
  }
  return servidas;
}

/** The name of a route: `GET /cajas/{id}`. */
export const nombreDe = (ruta: Pick<Ruta, 'metodo' | 'camino'>) => `${ruta.metodo} ${ruta.camino}`;

/** What a client sends: everything by name, and where it differs from the usual. */
export type Pedido = {
  /** Path, query and body together, as the example of the table. */
  datos?: Record<string, unknown>;
  token?: string | null;
  headers?: Record<string, string>;
  /** The body as it is, in the place of the one made from `datos`. */
  cuerpo?: BodyInit;
  /** The query as it is. */
  query?: string;
  params?: Record<string, string>;
};

/** An answer, read whole. */
export type Respuesta = { status: number; texto: string; json: unknown; headers: Headers };
/** The same with its bytes, for what is no text. */
export type RespuestaEntera = Respuesta & { bytes: Uint8Array };

let servidas: Map<string, RouteHandler> | undefined;

/** Calls the handler of a route with its data put where the document says: path, query or body. */
export async function llamarRuta(ruta: Ruta, pedido: Pedido = {}): Promise<RespuestaEntera> {
  servidas ??= await rutasServidas();
  const handler = servidas.get(nombreDe(ruta));
  if (!handler) throw new Error(`nobody serves ${nombreDe(ruta)}`);
  const { url, params, cuerpo } = direccionDe(ruta, pedido);
  const abortar = new AbortController();
  const req = new Request(url, {
    method: ruta.metodo,
    headers: { ...(pedido.token ? { authorization: `Bearer ${pedido.token}` } : {}), ...pedido.headers },
    signal: abortar.signal,
    ...(cuerpo === undefined ? {} : { body: cuerpo }),
    // A body that is a stream needs it; the types of the browser do not know it.
    ...{ duplex: 'half' },
  });
  const res = await handler(req, { params: Promise.resolve(params) });
  const tipo = res.headers.get('content-type') ?? '';
  if (tipo.startsWith('text/event-stream')) {
    abortar.abort();
    await res.body?.cancel().catch(() => {});
    return { status: res.status, bytes: new Uint8Array(), texto: '', json: undefined, headers: res.headers };
  }
  const bytes = new Uint8Array(await res.arrayBuffer());
  const texto = new TextDecoder().decode(bytes);
  return {
    status: res.status,
    bytes,
    texto,
    json: tipo.startsWith('application/json') ? JSON.parse(texto) : undefined,
    headers: res.headers,
  };
}

function direccionDe(ruta: Ruta, pedido: Pedido) {
  const datos = pedido.datos ?? {};
  const delCamino = parametrosDe(ruta.camino).map((n) => [n, textoDe(datos[n])]);
  const params = { ...Object.fromEntries(delCamino), ...pedido.params };
  const camino = ruta.camino.replace(/\{(\w+)\}/g, (_, n: string) =>
    encodeURIComponent((params[n] ?? '').toWellFormed()),
  );
  const demas = fueraDelCamino(ruta, datos);
  const enCuerpo = partesDe(ruta).cuerpo !== null || (ruta.metodo !== 'GET' && ruta.metodo !== 'DELETE');
  const query =
    pedido.query ??
    (enCuerpo ? '' : new URLSearchParams(demas.map(([n, v]): [string, string] => [n, textoDe(v)])).toString());
  const cuerpo = pedido.cuerpo ?? (enCuerpo && demas.length > 0 ? cuerpoDe(ruta, demas) : undefined);
  return { url: `http://kantuta/api${camino}${query ? `?${query}` : ''}`, params, cuerpo };
}

/** What of some data goes in the query or in the body. */
export function fueraDelCamino(ruta: Ruta, datos: Record<string, unknown>): [string, unknown][] {
  const enCamino = new Set(parametrosDe(ruta.camino));
  return Object.entries(datos).filter(([n]) => !enCamino.has(n));
}

/** A value as a path or a query writes it. */
export const textoDe = (valor: unknown): string => (typeof valor === 'string' ? valor : (JSON.stringify(valor) ?? ''));

function cuerpoDe(ruta: Ruta, demas: [string, unknown][]): BodyInit {
  if (ruta.cuerpo !== 'archivo') return JSON.stringify(Object.fromEntries(demas));
  const formulario = new FormData();
  for (const [nombre, valor] of demas) {
    if (esArchivo(valor))
      formulario.set(nombre, new File([new Uint8Array(valor.bytes)], valor.nombre, { type: valor.tipo ?? '' }));
    else formulario.set(nombre, textoDe(valor));
  }
  return formulario;
}

function esArchivo(valor: unknown): valor is { nombre: string; tipo?: string; bytes: Uint8Array } {
  return typeof valor === 'object' && valor !== null && 'bytes' in valor && valor.bytes instanceof Uint8Array;
}
