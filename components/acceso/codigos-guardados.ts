/** After so many wrong ones only the server opens the screen. */
export const INTENTOS_DE_CODIGO = 5;
const LLAVE = 'kantuta-codigos';

/** A code as the browser keeps it, apart from what checks one: every page asks whether there is one. */
type CodigoGuardado = { sal: string; resumen: string; fallos: number };

/** Whether a person has a code at this browser that still opens. */
export function tieneCodigo(idUsuario: number | undefined): boolean {
  const codigo = idUsuario === undefined ? undefined : leerCodigos()[idUsuario];
  return codigo !== undefined && codigo.fallos < INTENTOS_DE_CODIGO;
}

/** The server knew the person again: their wrong codes are forgiven. */
export function perdonarFallos(idUsuario: number | undefined): void {
  const codigo = idUsuario === undefined ? undefined : leerCodigos()[idUsuario];
  if (idUsuario !== undefined && codigo && codigo.fallos > 0) escribirCodigo(idUsuario, { ...codigo, fallos: 0 });
}

/** The codes of this browser, by person. */
export function leerCodigos(): Readonly<Record<number, CodigoGuardado>> {
  try {
    return JSON.parse(localStorage.getItem(LLAVE) ?? '{}') as Record<number, CodigoGuardado>;
  } catch {
    return {};
  }
}

/** Keeps one. `false` where the browser keeps nothing. */
export function escribirCodigo(idUsuario: number, codigo: CodigoGuardado): boolean {
  try {
    localStorage.setItem(LLAVE, JSON.stringify({ ...leerCodigos(), [idUsuario]: codigo }));
    return true;
  } catch {
    return false;
  }
}
