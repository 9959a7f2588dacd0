const entero = new Intl.NumberFormat('de-DE');

/** A count as text, `20000` → `20.000`. */
export function contar(n: number): string {
  return entero.format(n);
}

/** A count with its noun, `1 producto`, `20.000 productos`. */
export function cuantos(n: number, uno: string, varios: string): string {
  return `${contar(n)} ${n === 1 ? uno : varios}`;
}
