const DIRECCION =
  /^[^\s@<>()[\]\\,;:"\p{C}]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;
const MAXIMO = 200;
const MAXIMO_ASUNTO = 150;

/** Whether a text is one mail address and nothing else: no name, no list, no line break that could start a header. */
export function esDireccion(texto: string): boolean {
  return texto.length <= MAXIMO && DIRECCION.test(texto);
}

/** A subject on one line: control characters and line breaks become spaces, and it ends at 150 characters. */
export function asuntoLimpio(texto: string): string {
  const linea = texto
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  const letras = [...linea];
  return letras.length <= MAXIMO_ASUNTO ? linea : `${letras.slice(0, MAXIMO_ASUNTO - 1).join('')}…`;
}

/** An address as a log may show it: `r…@tienda.bo`. */
export function direccionOculta(direccion: string): string {
  const [letra = ''] = direccion;
  const arroba = direccion.lastIndexOf('@');
  return arroba < 1 ? '…' : `${letra}…${direccion.slice(arroba)}`;
}
