import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/env';

/** How long a code and what it earns may be used. */
export const MINUTOS_DE_CODIGO = 15;
export const CODIGO_MS = MINUTOS_DE_CODIGO * 60_000;
export const PERMISO_MS = 10 * 60_000;
/** Guesses per code. */
export const INTENTOS_POR_CODIGO = 5;

/** Capitals and digits that nobody takes for one another: no 0, O, 1, I, L. */
const LETRAS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LARGO = 6;

function clave(uso: string): Buffer {
  return Buffer.from(hkdfSync('sha256', env().AUTH_SECRET, '', `kantuta recuperar ${uso}`, 32));
}

function hmac(uso: string, texto: string): Buffer {
  return createHmac('sha256', clave(uso)).update(texto).digest();
}

/**
 * The code of a request: 6 characters that only this server can work out, each of 31 with the same chance. The same request
 * gives the same code, so that a worker that starts again mails the one it already kept.
 */
export function codigoDe(solicitud: string): string {
  const letras: string[] = [];
  for (let vuelta = 0; letras.length < LARGO; vuelta++) {
    // Bytes past the last whole multiple of 31 would favour the first letters.
    const parejos = [...hmac('codigo', `${solicitud}.${vuelta}`)].filter((b) => b < 256 - (256 % LETRAS.length));
    letras.push(...parejos.map((b) => LETRAS.charAt(b % LETRAS.length)));
  }
  return letras.slice(0, LARGO).join('');
}

/** What is kept of a code: a keyed hash bound to its request, useless without the server's key. */
export function huellaDeCodigo(solicitud: string, codigo: string): string {
  return hmac('huella', `${solicitud}.${codigo}`).toString('base64url');
}

/** Whether a code is the one behind the hash that was kept; with none kept it does the same work and answers no. */
export function esElCodigo(solicitud: string, codigo: string, guardada: string | null): boolean {
  const dada = Buffer.from(huellaDeCodigo(solicitud, codigo));
  const contra = Buffer.from(guardada ?? huellaDeCodigo(solicitud, ''));
  return dada.length === contra.length && timingSafeEqual(dada, contra) && guardada !== null;
}

/** The SHA-256 of a mail, in hexadecimal, as PostgreSQL makes it too: what is typed in its place is not kept as it came. */
export function huellaDeCorreo(email: string): string {
  return createHash('sha256').update(email).digest('hex');
}

/** The names of what lives in `lib/kv`. */
export const claves = {
  /** The last request of a mail, whoever's it is. */
  solicitud: (huella: string) => `recuperar:${huella}`,
  codigo: (solicitud: string) => `recuperar-codigo:${solicitud}`,
  intentos: (solicitud: string) => `recuperar-intentos:${solicitud}`,
  permiso: (token: string) => `recuperar-permiso:${createHash('sha256').update(token).digest('hex')}`,
  /** Counts who used a request's code or its permission: the first is the only one. */
  uso: (paso: 'codigo' | 'permiso', solicitud: string) => `recuperar-uso-${paso}:${solicitud}`,
};
