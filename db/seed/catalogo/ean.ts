/** Appends the EAN-13 check digit to the twelve digits given. Throws when they are not twelve digits. */
export function conDigito(cuerpo: string): string {
  if (!/^\d{12}$/.test(cuerpo)) throw new Error(`not the twelve digits of an EAN-13: ${cuerpo}`);
  const suma = [...cuerpo].reduce((total, cifra, i) => total + Number(cifra) * (i % 2 === 0 ? 1 : 3), 0);
  return `${cuerpo}${(10 - (suma % 10)) % 10}`;
}
