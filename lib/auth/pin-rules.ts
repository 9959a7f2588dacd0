/** How many digits a PIN has. */
export const PIN_MINIMO = 6;
export const PIN_MAXIMO = 12;

const DIGITOS = '01234567890123456789';

/**
 * Why a PIN is too easy to guess, as the sentence for the person, or `null` when it is good: one digit, a run up or down,
 * two or three digits over and over, or the birth date (`YYYY-MM-DD`) however it is written.
 */
export function pinFacil(pin: string, fechaNacimiento: string | null): string | null {
  if (/^(\d)\1*$/.test(pin)) return 'El PIN no puede ser un solo dígito repetido.';
  if (DIGITOS.includes(pin) || [...DIGITOS].reverse().join('').includes(pin)) {
    return 'El PIN no puede ser una escalera de números.';
  }
  if (/^(\d{2,3})\1+$/.test(pin)) return 'El PIN no puede repetir los mismos números.';
  return fechaNacimiento && fechas(fechaNacimiento).includes(pin)
    ? 'El PIN no puede ser la fecha de nacimiento.'
    : null;
}

function fechas(fecha: string): string[] {
  const [anio = '', mes = '', dia = ''] = fecha.split('-');
  const corto = anio.slice(2);
  return [corto, anio].flatMap((a) => [`${dia}${mes}${a}`, `${mes}${dia}${a}`, `${a}${mes}${dia}`]);
}
