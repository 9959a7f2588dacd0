import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { derivedKey } from '@/lib/auth/keys';

const NONCE = 12;
const TAG = 16;

/** Seals a short secret with AES-256-GCM under a key derived from `AUTH_SECRET`; it opens only for the same `dueno`. */
export function seal(texto: string, dueno: string): string {
  const nonce = randomBytes(NONCE);
  const cifra = createCipheriv('aes-256-gcm', derivedKey('secretos sellados'), nonce).setAAD(Buffer.from(dueno));
  const cuerpo = Buffer.concat([cifra.update(texto, 'utf8'), cifra.final()]);
  return Buffer.concat([nonce, cifra.getAuthTag(), cuerpo]).toString('base64url');
}

/** What was sealed, or `null` when it is another's, was altered, or the key of the server is another. */
export function unseal(sellado: string, dueno: string): string | null {
  const bytes = Buffer.from(sellado, 'base64url');
  try {
    const cifra = createDecipheriv('aes-256-gcm', derivedKey('secretos sellados'), bytes.subarray(0, NONCE), {
      authTagLength: TAG,
    });
    cifra.setAAD(Buffer.from(dueno)).setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([cifra.update(bytes.subarray(NONCE + TAG)), cifra.final()]).toString('utf8');
  } catch {
    return null;
  }
}
