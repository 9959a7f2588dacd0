import { digitoVerificador } from '@/lib/producto/rules';

/** Appends the EAN-13 check digit to the twelve digits given. Throws when they are not twelve digits. */
export function conDigito(cuerpo: string): string {
  if (!/^\d{12}$/.test(cuerpo)) throw new Error(`not the twelve digits of an EAN-13: ${cuerpo}`);
  return `${cuerpo}${digitoVerificador(cuerpo)}`;
}
