import { Secret, TOTP } from 'otpauth';

const PASO_S = 30;
/** Steps before and after the present one that are taken: clocks differ, and typing takes time. */
const VENTANA = 1;

function totp(secreto: string, email = ''): TOTP {
  const comun = { algorithm: 'SHA1', digits: 6, period: PASO_S, issuer: 'Kantuta' } as const;
  return new TOTP({ ...comun, label: email, secret: Secret.fromBase32(secreto) });
}

/** A new secret: 160 random bits in base 32, as RFC 4226 recommends. */
export function nuevoSecreto(): string {
  return new Secret({ size: 20 }).base32;
}

/** What an authenticator application reads in the QR. */
export function uriDeSecreto(secreto: string, email: string): string {
  return totp(secreto, email).toString();
}

/**
 * The time step (RFC 6238: 30 s, SHA-1, six digits) that a code belongs to, one before or after the present at most;
 * `null` when it is of none.
 */
export function pasoDeCodigo(secreto: string, codigo: string, ahora: Date): number | null {
  const delta = totp(secreto).validate({ token: codigo, timestamp: ahora.getTime(), window: VENTANA });
  return delta === null ? null : Math.floor(ahora.getTime() / 1000 / PASO_S) + delta;
}
