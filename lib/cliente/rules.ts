import { normalizarTexto } from '@/lib/producto/rules';

/** Longest name of a customer. */
export const MAXIMO_NOMBRE_CLIENTE = 120;

/** What `cliente.busqueda` holds. Every write of a name, a document or a phone must write this too. */
export function busquedaDeCliente(c: { nombre: string; ciNit: string | null; telefono: string | null }): string {
  return normalizarTexto([c.nombre, c.ciNit ?? '', c.telefono ?? ''].join(' '));
}

/** A CI or NIT as it is kept: capitals, no spaces nor points. "4.567.890 lp" → "4567890LP". */
export function normalizarCiNit(texto: string): string {
  return texto.replace(/[\s.]/g, '').toUpperCase();
}

/** Whether it can be a CI (with its complement or department) or a NIT: 4 to 15 characters, digits first. */
export function esCiNit(texto: string): boolean {
  return /^\d{4,12}(-?[0-9A-Z]{1,3})?$/.test(texto);
}

/** A phone as it is kept: digits, with a leading + for another country's. */
export function normalizarTelefono(texto: string): string {
  return texto.replace(/[\s().-]/g, '');
}

/** Whether it can be a phone: 7 to 15 digits (ITU-T E.164). */
export function esTelefono(texto: string): boolean {
  return /^\+?\d{7,15}$/.test(texto);
}
