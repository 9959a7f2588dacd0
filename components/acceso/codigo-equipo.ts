import { bytesToHex } from '@noble/hashes/utils.js';
import { firmar } from '@/lib/firma';
import { escribirCodigo, INTENTOS_DE_CODIGO, leerCodigos } from './codigos-guardados';

/**
 * Four digits with which a person opens the screen that they locked, where the server cannot say whether a PIN is right. It
 * is good for this cover, at this browser, and for nothing else; a PIN has six digits, so that it never is one (ADR 0019).
 */
export const DIGITOS_DE_CODIGO = 4;

/** What came of trying a code. `cerrado`: too many were wrong, or there is none: the server has to open. */
export type Intento = 'bien' | 'mal' | 'cerrado';

/** Keeps the code of a person at this browser, in place of another. `false` where the browser keeps nothing. */
export function guardarCodigo(idUsuario: number, codigo: string): boolean {
  const sal = bytesToHex(crypto.getRandomValues(new Uint8Array(32)));
  return escribirCodigo(idUsuario, { sal, resumen: firmar(sal, codigo), fallos: 0 });
}

/** Tries a code. A wrong one counts before it is answered, so that a reload does not forget it. */
export function probarCodigo(idUsuario: number, codigo: string): Intento {
  const puesto = leerCodigos()[idUsuario];
  if (!puesto || puesto.fallos >= INTENTOS_DE_CODIGO) return 'cerrado';
  const bien = firmar(puesto.sal, codigo) === puesto.resumen;
  const fallos = bien ? 0 : puesto.fallos + 1;
  escribirCodigo(idUsuario, { ...puesto, fallos });
  if (bien) return 'bien';
  return fallos >= INTENTOS_DE_CODIGO ? 'cerrado' : 'mal';
}
