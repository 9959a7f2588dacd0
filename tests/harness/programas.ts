import { rmSync } from 'node:fs';
import { build } from 'esbuild';

/** Beside the sources, so that what a program leaves outside its bundle is found in `node_modules`. */
const CARPETA = `.build/pruebas-${process.pid}`;
const hechos = new Map<string, Promise<string>>();

/**
 * A program of TypeScript as one file that Node starts by itself, and where it is. Compiled once: a process that compiles itself
 * at each start spends seconds on it. Who asks takes it away after its last test (`quitarProgramas`).
 */
export function programa(fuente: string): Promise<string> {
  let hecho = hechos.get(fuente);
  if (!hecho) {
    hecho = compilar(fuente);
    hechos.set(fuente, hecho);
  }
  return hecho;
}

async function compilar(fuente: string): Promise<string> {
  const salida = `${CARPETA}/${fuente.replaceAll('/', '-').replace(/\.ts$/, '.mjs')}`;
  await build({
    entryPoints: [fuente],
    outfile: salida,
    bundle: true,
    packages: 'external',
    // Next gives its parts to bundlers by these names, without the ending that Node asks for.
    alias: {
      'next/server': 'next/server.js',
      'next/headers': 'next/headers.js',
      'next/navigation': 'next/navigation.js',
    },
    platform: 'node',
    format: 'esm',
    target: 'node20',
    tsconfig: 'tsconfig.json',
    logLevel: 'warning',
  });
  return salida;
}

/** Takes away every program of this process. */
export function quitarProgramas(): void {
  hechos.clear();
  rmSync(CARPETA, { recursive: true, force: true });
}
