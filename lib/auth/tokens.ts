import { jwtVerify, SignJWT } from 'jose';
import { jwtKey } from '@/lib/auth/keys';
import { TtlCache } from '@/lib/auth/ttl-cache';
import type { Actor } from '@/lib/context';
import { env } from '@/lib/env';
import { processWide } from '@/lib/process-wide';

const ACCESO = 'acceso';
const REFRESCO = 'refresco';
const MS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What a good token says: whose sign-in it belongs to, its own id, and when it dies (epoch ms). */
export type TokenClaims = { sid: string; jti: string; idUsuario: number; expira: number };

/** Milliseconds of a duration such as `15m`, `8h` or `7d` (already checked by `lib/env`). */
export function durationMs(texto: string): number {
  const unidad = texto.slice(-1) as keyof typeof MS;
  return Number.parseInt(texto, 10) * MS[unidad];
}

async function sign(uso: string, actor: Actor, sid: string, jti: string, desde: Date, hasta: Date): Promise<string> {
  const datos = { username: actor.nombre, roleName: actor.rol, roleId: actor.idRol, sid, uso };
  return new SignJWT(datos)
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(String(actor.idUsuario))
    .setJti(jti)
    .setIssuedAt(desde)
    .setExpirationTime(hasta)
    .sign(await jwtKey());
}

/** The token an API client sends with each request; lives `JWT_EXPIRES_IN`. */
export function signAccessToken(actor: Actor, sid: string, ahora: Date): Promise<string> {
  const hasta = new Date(ahora.getTime() + durationMs(env().JWT_EXPIRES_IN));
  return sign(ACCESO, actor, sid, crypto.randomUUID(), ahora, hasta);
}

/** The token that buys the next pair; `jti` is its row in token_refresco. */
export function signRefreshToken(actor: Actor, sid: string, jti: string, ahora: Date, expira: Date): Promise<string> {
  return sign(REFRESCO, actor, sid, jti, ahora, expira);
}

async function verify(token: string, uso: string): Promise<TokenClaims | null> {
  try {
    const { payload } = await jwtVerify(token, await jwtKey(), { algorithms: ['HS256'] });
    const { sub, sid, jti, exp } = payload;
    if (payload.uso !== uso || typeof sid !== 'string' || !UUID.test(sid) || !jti || !UUID.test(jti)) return null;
    if (!sub || exp === undefined) return null;
    return { sid, jti, idUsuario: Number(sub), expira: exp * 1000 };
  } catch {
    return null;
  }
}

const buenos = () => processWide('tokens', () => new TtlCache<TokenClaims>(2_000, 60_000));

/** The claims of a good access token, or `null` for anything else. Remembered by the token's text for a minute. */
export async function verifyAccessToken(token: string): Promise<TokenClaims | null> {
  const conocido = buenos().get(token);
  if (conocido) return conocido;
  const claims = await verify(token, ACCESO);
  if (claims) buenos().set(token, claims, claims.expira);
  return claims;
}

/** The claims of a good refresh token, or `null`. An access token is not one. */
export function verifyRefreshToken(token: string): Promise<TokenClaims | null> {
  return verify(token, REFRESCO);
}
