const NAVEGADORES: readonly (readonly [marca: RegExp, nombre: string])[] = [
  [/Edg\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\/|CriOS/, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const SISTEMAS: readonly (readonly [marca: RegExp, nombre: string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/CrOS/, 'Chromebook'],
  [/Linux/, 'Linux'],
];

/** A `User-Agent` in words that a person knows: "Chrome en Windows". What is not known shows its first word. */
export function dispositivoEnPalabras(agente: string | null): string {
  if (!agente) return 'Dispositivo desconocido';
  const de = (lista: typeof NAVEGADORES) => lista.find(([marca]) => marca.test(agente))?.[1];
  const [navegador, sistema] = [de(NAVEGADORES), de(SISTEMAS)];
  if (navegador) return sistema ? `${navegador} en ${sistema}` : navegador;
  return agente.split(/[\s/]/)[0]?.slice(0, 40) || 'Dispositivo desconocido';
}
