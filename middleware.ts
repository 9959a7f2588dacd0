import { type NextRequest, NextResponse } from 'next/server';
import { THEME_SCRIPT } from '@/components/layout/theme';
import { contentSecurityPolicy, NONCE_HEADER, origenesDePusher } from '@/lib/action/content-security';
import { preflight } from '@/lib/action/cors';
import { conPlazo } from '@/lib/action/deadline';
import { transportSecurity } from '@/lib/action/security-headers';
import { unavailablePage } from '@/lib/action/unavailable-page';
import { rejectUnreadablePath } from '@/lib/action/unreadable-path';
import { principalDeSesion } from '@/lib/auth/principal';
import { desvio, desvioDeInstalacion, INSTALAR } from '@/lib/auth/route-table';
import { type CookieClaims, readSessionCookie } from '@/lib/auth/session-cookie';
import { env } from '@/lib/env';
import { baseAtiendePaginas } from '@/lib/health';
import { estaInstalada } from '@/lib/instalacion/instalada';
import { urlPublicaDePusher } from '@/lib/realtime/pusher-config';

export const config = {
  runtime: 'nodejs',
  matcher: [
    // Pages. The API, public receipts, Next's own files and anything with an extension go by untouched.
    '/((?!api/|r/|_next/|.*\\.[a-z0-9]+$).*)',
    // Of the API, only what browsers ask before a call from another origin, and paths with escapes that may be no text.
    { source: '/api/:path*', has: [{ type: 'header', key: 'access-control-request-method' }] },
    '/api/(.*%.*)',
  ],
};

/**
 * Sends people where they may go, and gives each page its Content-Security-Policy. The redirect spares a wasted visit; the
 * lock is the permission check inside each verb.
 */
export async function middleware(req: NextRequest): Promise<Response> {
  if (req.nextUrl.pathname.startsWith('/api/')) {
    if (req.method === 'OPTIONS') return preflight(req);
    return rejectUnreadablePath(req.nextUrl.pathname) ?? NextResponse.next();
  }
  // A form answers by itself; a redirect would lose what was typed.
  if (req.method !== 'GET' && req.method !== 'HEAD') return page(req);
  if (!(await baseAtiendePaginas())) return unavailable();
  const { pathname } = req.nextUrl;
  // A database that stops answering right now says so on the page itself.
  const alAsistente = desvioDeInstalacion(pathname, await estaInstalada().catch(() => pathname !== INSTALAR));
  if (alAsistente) return redirect(req, alAsistente);
  if (pathname === INSTALAR) return page(req);
  const sesion = await readSessionCookie(req.headers.get('cookie'));
  const otra = desvio(req.nextUrl, sesion && (await permisosDeHoy(sesion)));
  return otra ? redirect(req, otra) : page(req);
}

/** The rights of a cookie's sign-in today: a role may change while somebody is signed in. Without an answer, the cookie's. */
async function permisosDeHoy({ sid, permisos }: CookieClaims): Promise<ReadonlySet<string>> {
  const actor = await conPlazo(() => principalDeSesion(sid), 3_000).catch(() => null);
  return actor?.permisos ?? new Set(permisos);
}

/** The page, told its own path and its nonce. Next puts the nonce of the request's policy on the scripts it writes. */
function page(req: NextRequest): Response {
  const { nonce, politica } = seguridad();
  const headers = new Headers(req.headers);
  headers.set('x-ruta', `${req.nextUrl.pathname}${req.nextUrl.search}`);
  headers.set(NONCE_HEADER, nonce);
  headers.set('content-security-policy', politica);
  const respuesta = NextResponse.next({ request: { headers } });
  return conSeguridad(respuesta, politica);
}

/** To another page of the shop; a redirect is an answer like any other, and carries the same headers. */
function redirect(req: NextRequest, a: string): Response {
  const respuesta = conSeguridad(NextResponse.redirect(new URL(a, req.url)), seguridad().politica);
  respuesta.headers.set('cache-control', 'no-store');
  return respuesta;
}

/** What is answered instead of any page while the database does not answer. */
function unavailable(): Response {
  const { nonce, politica } = seguridad();
  return conSeguridad(unavailablePage({ nonce, antes: THEME_SCRIPT }), politica);
}

/** A nonce for one answer, and the policy that goes with it. */
function seguridad(): { nonce: string; politica: string } {
  const { NODE_ENV, ...e } = env();
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const pusher = { key: e.PUSHER_KEY, cluster: e.PUSHER_CLUSTER, publicUrl: urlPublicaDePusher(e) };
  const conexiones = origenesDePusher(pusher);
  return { nonce, politica: contentSecurityPolicy({ nonce, desarrollo: NODE_ENV === 'development', conexiones }) };
}

function conSeguridad(respuesta: Response, politica: string): Response {
  respuesta.headers.set('content-security-policy', politica);
  for (const [nombre, valor] of Object.entries(transportSecurity())) respuesta.headers.set(nombre, valor);
  return respuesta;
}
