import { readFileSync } from 'node:fs';

/** What the build is called while there is none. */
export const EN_DESARROLLO = 'desarrollo';

let version: string | null = null;

/** Which build of the product this server runs: the browsers keep the files of each apart. */
export function versionDeConstruccion(): string {
  version ??= leer();
  return version;
}

function leer(): string {
  try {
    return readFileSync('.next/BUILD_ID', 'utf8').trim();
  } catch {
    return EN_DESARROLLO;
  }
}
