import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const ALGORITMO = 'aes-256-gcm';
const IV = 12;
const SELLO = 16;

/** The key of what the worker keeps, derived (HKDF-SHA256) from `AUTH_SECRET`: 32 bytes. */
export function claveDeCifrado(authSecret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', authSecret, '', 'kantuta whatsapp aes-256-gcm', 32));
}

/** Seals a text under the name it is kept by (AES-256-GCM, a new nonce each time): it opens with the same two and no other. */
export function cifrar(clave: Buffer, nombre: string, texto: string): Buffer {
  const iv = randomBytes(IV);
  const cifra = createCipheriv(ALGORITMO, clave, iv).setAAD(Buffer.from(nombre));
  const cuerpo = Buffer.concat([cifra.update(texto, 'utf8'), cifra.final()]);
  return Buffer.concat([iv, cifra.getAuthTag(), cuerpo]);
}

/** The text that was sealed. Throws when the key or the name is another, or a bit has changed. */
export function descifrar(clave: Buffer, nombre: string, sellado: Buffer): string {
  const iv = sellado.subarray(0, IV);
  const opciones = { authTagLength: SELLO };
  const cifra = createDecipheriv(ALGORITMO, clave, iv, opciones).setAAD(Buffer.from(nombre));
  cifra.setAuthTag(sellado.subarray(IV, IV + SELLO));
  return Buffer.concat([cifra.update(sellado.subarray(IV + SELLO)), cifra.final()]).toString('utf8');
}
