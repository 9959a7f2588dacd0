import { hkdfSync } from 'node:crypto';
import { env } from '@/lib/env';
import { processWide } from '@/lib/process-wide';

/** The HS256 key of the API's tokens: `JWT_SECRET`, or derived (HKDF-SHA256) from `AUTH_SECRET` when there is none. */
export function jwtKey(): Promise<CryptoKey> {
  return processWide('clave jwt', importKey);
}

/** 32 bytes for one use and no other, derived (HKDF-SHA256) from `AUTH_SECRET`. */
export function derivedKey(uso: string): Buffer {
  return Buffer.from(hkdfSync('sha256', env().AUTH_SECRET, '', `kantuta ${uso}`, 32));
}

function importKey(): Promise<CryptoKey> {
  const { JWT_SECRET } = env();
  const bytes = JWT_SECRET ? new TextEncoder().encode(JWT_SECRET) : new Uint8Array(derivedKey('jwt hs256'));
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
}
