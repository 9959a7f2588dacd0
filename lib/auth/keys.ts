import { hkdfSync } from 'node:crypto';
import { env } from '@/lib/env';

const global = globalThis as typeof globalThis & { __kantutaJwtKey?: Promise<CryptoKey> };

/** The HS256 key of the API's tokens: `JWT_SECRET`, or derived (HKDF-SHA256) from `AUTH_SECRET` when there is none. */
export function jwtKey(): Promise<CryptoKey> {
  global.__kantutaJwtKey ??= importKey();
  return global.__kantutaJwtKey;
}

function importKey(): Promise<CryptoKey> {
  const { JWT_SECRET, AUTH_SECRET } = env();
  const bytes = JWT_SECRET
    ? new TextEncoder().encode(JWT_SECRET)
    : new Uint8Array(hkdfSync('sha256', AUTH_SECRET, '', 'kantuta jwt hs256', 32));
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
}
