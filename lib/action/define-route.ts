import { corsHeaders } from '@/lib/action/cors';
import { conPlazo, PLAZO_DE_ARCHIVO_MS, PLAZO_MS } from '@/lib/action/deadline';
import { errorEnvelope } from '@/lib/action/error-envelope';
import { requireSameOrigin } from '@/lib/action/origin';
import { Page } from '@/lib/action/page';
import { readJson, readQuery, readUpload } from '@/lib/action/read-request';
import { refusalOf } from '@/lib/action/refusal';
import { apiHeaders } from '@/lib/action/security-headers';
import { type Espera, requireSinEspera } from '@/lib/auth/gate';
import { buildContext } from '@/lib/auth/principal';
import type { PublicContext } from '@/lib/auth/public-context';
import { authenticate, requestFacts } from '@/lib/auth/request';
import { sucursalPedida } from '@/lib/auth/sucursal-pedida';
import type { Context } from '@/lib/context';
import { NoAutenticadoError, ValidacionError } from '@/lib/errors';
import { anotarPedido } from '@/lib/metricas/anotar';

const UN_MB = 1_048_576;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const SEGUROS = new Set(['GET', 'HEAD', 'OPTIONS']);

type Params = Record<string, string | string[] | undefined>;

/** What Next calls for a method of a route. */
export type RouteHandler = (req: Request, ruta: { params: Promise<Params> }) => Promise<Response>;

/** How a verb or a query is served. */
export type RouteOptions = {
  /** The status of success; 200 unless said. A replay is always 200. */
  status?: 200 | 201 | 202;
  /** The largest body admitted, counted while it arrives; 1 MB unless said. */
  limiteBytes?: number;
  /** POST, PUT, PATCH: take the query too (the body wins). */
  query?: boolean;
  /** `archivo`: the body is an upload, see `readUpload`. */
  cuerpo?: 'json' | 'archivo';
  /** Answers also while these stand before everything else. */
  durante?: readonly Espera[];
} & (
  | { publico?: false; run: (ctx: Context, raw: never, req: Request) => unknown }
  | { publico: true; run: (ctx: PublicContext, raw: never) => unknown }
);

/**
 * The door of the REST API: caller → context → `run(ctx, raw)` → JSON or the contract's error envelope; it never throws.
 * `raw` is the JSON body (POST, PUT, PATCH; DELETE may have one), or the query (GET, DELETE), with the route's
 * parameters on top; a run that streams also gets the request, to know when its reader goes. `run` may answer a DTO, a `Page` (its cursor and total go in headers) or a `Response`.
 * Bearer wins over the cookie; a write with the cookie must come from the same origin; `Idempotency-Key` becomes
 * `ctx.clave`; `X-Sucursal` becomes `ctx.idSucursal` when the role allows it. A database that does not answer in time is 503.
 */
export function defineRoute(opciones: RouteOptions): RouteHandler {
  return async (req, ruta) => {
    const inicio = performance.now();
    const url = new URL(req.url);
    const hechos = requestFacts(req.headers);
    let idUsuario: number | null = null;
    const anotada = async (res: Response): Promise<Response> => {
      const { method: metodo } = req;
      const hecho = { status: res.status, ms: performance.now() - inicio, requestId: hechos.requestId, idUsuario };
      // Next gives a route without parameters none at all, whatever its type says.
      anotarPedido({ metodo, pathname: url.pathname, params: (await ruta.params) ?? {}, ...hecho });
      return res;
    };
    const cabeceras: Record<string, string> = {
      ...apiHeaders(),
      'x-request-id': hechos.requestId,
      ...corsHeaders(req),
    };
    try {
      let repetida = false;
      const raw = async () => ({ ...(await readInput(req, url, opciones)), ...(await ruta.params) }) as never;
      const plazo = opciones.cuerpo === 'archivo' ? PLAZO_DE_ARCHIVO_MS : PLAZO_MS;
      let respuesta: unknown;
      if (opciones.publico) {
        const entrada = await raw();
        respuesta = await conPlazo(async () => opciones.run(hechos, entrada), plazo);
      } else {
        const onReplay = () => {
          repetida = true;
        };
        const ctx = await conPlazo(() => signedInContext(req, hechos, opciones, onReplay));
        idUsuario = ctx.actor.idUsuario;
        const entrada = await raw();
        respuesta = await conPlazo(async () => opciones.run(ctx, entrada, req), plazo);
      }
      if (repetida) cabeceras['Idempotent-Replayed'] = 'true';
      return await anotada(answer(respuesta, repetida ? 200 : (opciones.status ?? 200), cabeceras));
    } catch (error) {
      const donde = `${req.method} ${url.pathname}`;
      const refusal = refusalOf(error, { requestId: hechos.requestId, donde });
      if (refusal.status === 401) cabeceras['www-authenticate'] = 'Bearer';
      if (refusal.reintentarEnS) cabeceras['retry-after'] = String(refusal.reintentarEnS);
      const cuerpo = errorEnvelope(refusal, url.pathname, hechos.ahora);
      return anotada(Response.json(cuerpo, { status: refusal.status, headers: cabeceras }));
    }
  };
}

async function signedInContext(
  req: Request,
  hechos: PublicContext,
  { durante }: RouteOptions,
  onReplay: () => void,
): Promise<Context> {
  const quien = await authenticate(req.headers);
  if (!quien) throw new NoAutenticadoError();
  if (quien.via === 'cookie' && !SEGUROS.has(req.method)) requireSameOrigin(req.headers);
  requireSinEspera(quien.actor, durante);
  const { ahora, requestId, ip, dispositivo } = hechos;
  const clave = idempotencyKey(req.headers);
  const idSucursal = await sucursalPedida(quien.actor, req.headers.get('x-sucursal'));
  const pedido = { ahora, requestId, ip, dispositivo, clave, idSucursal, sid: quien.sid, onReplay };
  return buildContext(quien.actor, pedido);
}

function idempotencyKey(headers: Headers): string | null {
  const clave = headers.get('idempotency-key');
  if (clave === null) return null;
  if (!UUID.test(clave)) throw new ValidacionError('Idempotency-Key debe ser un UUID.');
  return clave.toLowerCase();
}

async function readInput(req: Request, url: URL, opciones: RouteOptions): Promise<Record<string, unknown>> {
  const limite = opciones.limiteBytes ?? UN_MB;
  if (SEGUROS.has(req.method)) return readQuery(url);
  const cuerpo = opciones.cuerpo === 'archivo' ? await readUpload(req, limite) : await readJson(req, limite);
  const conQuery = req.method === 'DELETE' || opciones.query;
  return conQuery ? { ...readQuery(url), ...cuerpo } : cuerpo;
}

function answer(respuesta: unknown, status: number, cabeceras: Record<string, string>): Response {
  if (respuesta instanceof Response) {
    const headers = new Headers(respuesta.headers);
    for (const [nombre, valor] of Object.entries(cabeceras)) if (!headers.has(nombre)) headers.set(nombre, valor);
    return new Response(respuesta.body, { status: respuesta.status, headers });
  }
  if (!(respuesta instanceof Page)) return Response.json(respuesta ?? null, { status, headers: cabeceras });
  const { nextCursor, total } = respuesta.meta;
  if (nextCursor) cabeceras['X-Next-Cursor'] = nextCursor;
  if (total !== undefined && total !== null) cabeceras['X-Total-Count'] = String(total);
  return Response.json(respuesta.items, { status, headers: cabeceras });
}
