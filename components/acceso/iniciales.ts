/** The two letters that stand for a person. */
export function iniciales(nombre: string): string {
  const [primera = '', segunda = ''] = nombre.trim().split(/\s+/);
  return (primera.charAt(0) + segunda.charAt(0)).toUpperCase() || '?';
}
