/** What somebody typed, as LIKE takes it to the letter: its `%`, `_` and `\` mean nothing more. */
export function literalLike(texto: string): string {
  return texto.replace(/[\\%_]/g, '\\$&');
}

/** The LIKE pattern of what contains a text. */
export function contieneLike(texto: string): string {
  return `%${literalLike(texto)}%`;
}
