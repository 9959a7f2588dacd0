import { env } from '@/lib/env';

const EXPUESTAS = 'X-Next-Cursor, X-Total-Count, Idempotent-Replayed, Retry-After';
const METODOS = 'GET, POST, PUT, PATCH, DELETE';
const CABECERAS = 'Authorization, Content-Type, Idempotency-Key, X-Sucursal, X-Request-Id';

/** CORS headers for a caller of another origin that `CORS_ORIGIN` names; none otherwise, and never with credentials. */
export function corsHeaders(req: Request): Record<string, string> {
  const permitidos = env().CORS_ORIGIN;
  if (permitidos === '') return {};
  const origen = req.headers.get('origin');
  const bueno = origen !== null && permitidos.split(',').some((o) => o.trim().replace(/\/$/, '') === origen);
  if (!bueno) return { vary: 'Origin' };
  return { vary: 'Origin', 'access-control-allow-origin': origen, 'access-control-expose-headers': EXPUESTAS };
}

/** The answer to what a browser asks before calling from another origin; the middleware gives it for every route. */
export function preflight(req: Request): Response {
  const cors = corsHeaders(req);
  if (!cors['access-control-allow-origin']) return new Response(null, { status: 204, headers: cors });
  const headers = {
    ...cors,
    'access-control-allow-methods': METODOS,
    'access-control-allow-headers': CABECERAS,
    'access-control-max-age': '600',
  };
  return new Response(null, { status: 204, headers });
}
