/**
 * What this browser remembers of its lock, so that neither a reload nor a cut of the network opens it. `avisada`: the server
 * knows. `eligiendo`: without the server, whoever locked is still choosing the code that opens it, and may go back.
 */
type MarcaDeBloqueo = { avisada: boolean; eligiendo: boolean };

/** Where it is kept; read before the first paint too (`components/layout/theme.ts`). */
export const LLAVE_CANDADO = 'kantuta-candado';

/** The mark, or `null` when this browser is not locked. */
export function leerMarca(): MarcaDeBloqueo | null {
  try {
    return JSON.parse(localStorage.getItem(LLAVE_CANDADO) ?? 'null') as MarcaDeBloqueo | null;
  } catch {
    return null;
  }
}

/** Writes the mark; `null` takes it away. */
export function ponerMarca(marca: MarcaDeBloqueo | null): void {
  try {
    if (marca) localStorage.setItem(LLAVE_CANDADO, JSON.stringify(marca));
    else localStorage.removeItem(LLAVE_CANDADO);
  } catch {
    // Blocked storage: the lock lasts as long as the page, and the server's as long as it is told.
  }
}

/** Changes the mark that there is; none is made. */
export function cambiarMarca(cambio: Partial<MarcaDeBloqueo>): void {
  const marca = leerMarca();
  if (marca) ponerMarca({ ...marca, ...cambio });
}
