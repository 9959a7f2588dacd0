import { decode, encode } from 'next-auth/jwt';
import type { Permiso } from '@/lib/auth/permisos';
import { TtlCache } from '@/lib/auth/ttl-cache';
import type { Actor } from '@/lib/context';
import { env } from '@/lib/env';
import { NoAutenticadoError } from '@/lib/errors';
import { processWide } from '@/lib/process-wide';

/** How long a browser stays signed in: a long working day. */
export const SESION_NAVEGADOR_S = 12 * 3600;

/** next-auth's two names: with the prefix over https. */
const NOMBRES = ['__Secure-authjs.session-token', 'authjs.session-token'];

/** What the browser's cookie says. Rights in it only steer the middleware; verbs ask the database's. */
export type CookieClaims = { uid: number; sid: string; rol: string; permisos: Permiso[]; expira: number };

type SignIn = { sid: string; actor: Actor; expira: Date };

const leidas = () => processWide('cookies', () => new TtlCache<CookieClaims>(2_000, 10 * 60_000));

/**
 * The claims of next-auth's cookie in a `Cookie` header, or `null` if absent, altered or expired. Decrypting costs more
 * than the rest of a request, so each cookie is read once and remembered by its value.
 */
export async function readSessionCookie(cabecera: string | null): Promise<CookieClaims | null> {
  if (!cabecera) return null;
  for (const nombre of NOMBRES) {
    const valor = cookieValue(cabecera, nombre);
    if (valor) return leidas().get(valor) ?? (await decodeCookie(nombre, valor));
  }
  return null;
}

async function decodeCookie(nombre: string, valor: string): Promise<CookieClaims | null> {
  try {
    const token = await decode({ token: valor, secret: env().AUTH_SECRET, salt: nombre });
    if (!token || typeof token.sid !== 'string' || typeof token.uid !== 'number' || !token.exp) return null;
    const permisos = Array.isArray(token.permisos) ? (token.permisos as Permiso[]) : [];
    const claims = { uid: token.uid, sid: token.sid, rol: String(token.rol), permisos, expira: token.exp * 1000 };
    leidas().set(valor, claims, claims.expira);
    return claims;
  } catch {
    return null;
  }
}

/**
 * The name of the session cookie that a request signed in with: what only a browser can do. Throws NoAutenticadoError when it
 * came by Bearer, or by none.
 */
export function requireSessionCookie(headers: Headers): string {
  const cabecera = headers.has('authorization') ? null : headers.get('cookie');
  const nombre = NOMBRES.find((n) => cabecera && cookieValue(cabecera, n));
  if (!nombre) throw new NoAutenticadoError('Esto se hace desde el navegador.');
  return nombre;
}

/** The `Set-Cookie` of another sign-in in the place of the one that came: the same name and the same encryption. */
export async function writeSessionCookie(nombre: string, { sid, actor, expira }: SignIn): Promise<string> {
  const token = {
    name: actor.nombre,
    email: actor.email,
    sub: String(actor.idUsuario),
    uid: actor.idUsuario,
    sid,
    rol: actor.rol,
    permisos: [...actor.permisos],
  };
  const maxAge = Math.max(1, Math.floor((expira.getTime() - Date.now()) / 1000));
  const valor = await encode({ token, secret: env().AUTH_SECRET, salt: nombre, maxAge });
  const segura = nombre.startsWith('__Secure-') ? '; Secure' : '';
  return `${nombre}=${valor}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${segura}`;
}

function cookieValue(cabecera: string, nombre: string): string | null {
  for (const parte of cabecera.split(';')) {
    const corte = parte.indexOf('=');
    if (corte > 0 && parte.slice(0, corte).trim() === nombre) return parte.slice(corte + 1).trim();
  }
  return null;
}
