const NAVEGADORES: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bHeadlessChrome\/|\bChrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
  [/^(?:node|undici)\b|\bcurl\/|\bPostman/i, 'programa'],
];

const SISTEMAS: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\biPad\b/, 'iPad'],
  [/\biPhone\b/, 'iPhone'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** A browser's own description in words a person knows: "Chrome en Windows". What is not known is shown as it came, short. */
export function dispositivoEnPalabras(agente: string | null): string | null {
  if (!agente) return null;
  const de = (tabla: typeof NAVEGADORES) => tabla.find(([patron]) => patron.test(agente))?.[1];
  const [navegador, sistema] = [de(NAVEGADORES), de(SISTEMAS)];
  if (navegador && sistema) return `${navegador} en ${sistema}`;
  return navegador ?? sistema ?? agente.slice(0, 40);
}
