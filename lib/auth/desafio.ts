import { createHmac } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { derivedKey } from '@/lib/auth/keys';

const VIDA_S = 300;
const USO = 'segundo factor';

type Quien = { id: number; password_hash: string };

const clave = () => new Uint8Array(derivedKey('desafio de ingreso'));

/** Tells this password from the next one, and nothing of either. */
function marca({ password_hash }: Quien): string {
  return createHmac('sha256', clave()).update(password_hash).digest('base64url');
}

/** The way from a right password to its second step: signed, for five minutes, and good for nothing else. */
export function firmarDesafio(quien: Quien, ahora: Date): Promise<string> {
  return new SignJWT({ uso: USO, marca: marca(quien) })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(String(quien.id))
    .setIssuedAt(ahora)
    .setExpirationTime(new Date(ahora.getTime() + VIDA_S * 1000))
    .sign(clave());
}

/** Whose second step this is, or `null` when it is none, was altered, or is late. */
export async function duenoDeDesafio(desafio: string): Promise<number | null> {
  const claims = await leer(desafio);
  return claims ? Number(claims.sub) : null;
}

/** Whether it is of this person and of the password that they have now. */
export async function esDesafioDe(desafio: string, quien: Quien): Promise<boolean> {
  const claims = await leer(desafio);
  return claims?.sub === String(quien.id) && claims.marca === marca(quien);
}

async function leer(desafio: string) {
  try {
    const { payload } = await jwtVerify(desafio, clave(), { algorithms: ['HS256'] });
    return payload.uso === USO ? payload : null;
  } catch {
    return null;
  }
}
