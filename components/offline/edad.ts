/** How long ago something was, as short as a chip allows: `2 min`, `3 h`, `4 d`. Milliseconds. */
export function edadDe(desde: number, ahora: number): string {
  const minutos = Math.max(0, Math.floor((ahora - desde) / 60_000));
  if (minutos < 1) return 'ahora';
  if (minutos < 60) return `${minutos} min`;
  const horas = Math.floor(minutos / 60);
  return horas < 48 ? `${horas} h` : `${Math.floor(horas / 24)} d`;
}
