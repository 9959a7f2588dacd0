import { createHmac } from 'node:crypto';
import { derivedKey } from '@/lib/auth/keys';
import { hashPassword, verifyPassword } from '@/lib/auth/password';
import { env } from '@/lib/env';

/**
 * A million PINs are tried in minutes by whoever has the database, so what is hashed is an HMAC under a key that the
 * database does not hold: `PIN_PEPPER`, or one derived from `AUTH_SECRET`. With another key every PIN stops working.
 */
function conPimienta(pin: string): string {
  const clave = env().PIN_PEPPER ?? derivedKey('pin');
  return createHmac('sha256', clave).update(pin).digest('base64url');
}

/** The argon2id hash of a peppered PIN, as a PHC string. */
export function hashPin(pin: string): Promise<string> {
  return hashPassword(conPimienta(pin));
}

/** Whether the PIN is the one behind the hash; with no hash, a no that costs the same work. */
export function verifyPin(pin: string, guardado: string | null): Promise<boolean> {
  return verifyPassword(conPimienta(pin), guardado);
}
