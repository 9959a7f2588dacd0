import { bytesToHex } from '@noble/hashes/utils.js';
import { firmar } from '@/lib/firma';

/**
 * Four digits with which a person opens the screen that they locked, where the server cannot say whether a PIN is right. It
 * is good for this cover, at this browser, and for nothing else; a PIN has six digits, so that it never is one (ADR 0019).
 */
export const DIGITOS_DE_CODIGO = 4;

/** After so many wrong ones only the server opens the screen. */
const INTENTOS = 5;
const LLAVE = 'kantuta-codigos';

type Codigo = { sal: string; resumen: string; fallos: number };

/** What came of trying a code. `cerrado`: too many were wrong, or there is none: the server has to open. */
export type Intento = 'bien' | 'mal' | 'cerrado';

/** Whether a person has a code at this browser that still opens. */
export function tieneCodigo(idUsuario: number | undefined): boolean {
  const codigo = idUsuario === undefined ? undefined : leer()[idUsuario];
  return codigo !== undefined && codigo.fallos < INTENTOS;
}

/** Keeps the code of a person at this browser, in place of another. `false` where the browser keeps nothing. */
export function guardarCodigo(idUsuario: number, codigo: string): boolean {
  const sal = bytesToHex(crypto.getRandomValues(new Uint8Array(32)));
  return escribir(idUsuario, { sal, resumen: firmar(sal, codigo), fallos: 0 });
}

/** Tries a code. A wrong one counts before it is answered, so that a reload does not forget it. */
export function probarCodigo(idUsuario: number, codigo: string): Intento {
  const puesto = leer()[idUsuario];
  if (!puesto || puesto.fallos >= INTENTOS) return 'cerrado';
  const bien = firmar(puesto.sal, codigo) === puesto.resumen;
  const fallos = bien ? 0 : puesto.fallos + 1;
  escribir(idUsuario, { ...puesto, fallos });
  if (bien) return 'bien';
  return fallos >= INTENTOS ? 'cerrado' : 'mal';
}

/** The server knew the person again: their wrong codes are forgiven. */
export function perdonarFallos(idUsuario: number | undefined): void {
  const codigo = idUsuario === undefined ? undefined : leer()[idUsuario];
  if (idUsuario !== undefined && codigo && codigo.fallos > 0) escribir(idUsuario, { ...codigo, fallos: 0 });
}

function leer(): Readonly<Record<number, Codigo>> {
  try {
    return JSON.parse(localStorage.getItem(LLAVE) ?? '{}') as Record<number, Codigo>;
  } catch {
    return {};
  }
}

function escribir(idUsuario: number, codigo: Codigo): boolean {
  try {
    localStorage.setItem(LLAVE, JSON.stringify({ ...leer(), [idUsuario]: codigo }));
    return true;
  } catch {
    return false;
  }
}
