import { type NextRequest, NextResponse } from 'next/server';
import { preflight } from '@/lib/action/cors';
import { desvio } from '@/lib/auth/route-table';
import { readSessionCookie } from '@/lib/auth/session-cookie';

export const config = {
  runtime: 'nodejs',
  matcher: [
    // Pages. The API, public receipts, Next's own files and anything with an extension go by untouched.
    '/((?!api/|r/|_next/|.*\\.[a-z0-9]+$).*)',
    // Of the API, only what browsers ask before a call from another origin.
    { source: '/api/:path*', has: [{ type: 'header', key: 'access-control-request-method' }] },
  ],
};

/** Sends people where they may go. It spares a wasted visit; the lock is the permission check inside each verb. */
export async function middleware(req: NextRequest): Promise<Response> {
  if (req.nextUrl.pathname.startsWith('/api/')) return req.method === 'OPTIONS' ? preflight(req) : NextResponse.next();
  const headers = new Headers(req.headers);
  headers.set('x-ruta', `${req.nextUrl.pathname}${req.nextUrl.search}`);
  // A form answers by itself; a redirect would lose what was typed.
  if (req.method !== 'GET' && req.method !== 'HEAD') return NextResponse.next({ request: { headers } });
  const sesion = await readSessionCookie(req.headers.get('cookie'));
  const otra = desvio(req.nextUrl, sesion && new Set(sesion.permisos));
  return otra ? NextResponse.redirect(new URL(otra, req.url)) : NextResponse.next({ request: { headers } });
}
