import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Pieza } from './formato';

const DEBIAN = '/usr/lib/postgresql';
const COPY = /^COPY public\.("?)(\w+)\1 \((.*)\) FROM stdin;$/;

/** A client of PostgreSQL on this machine. */
export type PgDump = { programa: string; version: string };

/** The newest `pg_dump` that can read a server of this major version, or `null`. */
export function buscarPgDump(mayor: number): PgDump | null {
  const debian = fs.existsSync(DEBIAN) ? fs.readdirSync(DEBIAN).map((v) => path.join(DEBIAN, v, 'bin/pg_dump')) : [];
  const hallados = ['pg_dump', ...debian].flatMap((programa) => {
    try {
      const dicho = execFileSync(programa, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
      const version = /\s(\d+(?:\.\d+)*)/.exec(dicho)?.[1];
      return version ? [{ programa, version }] : [];
    } catch {
      return [];
    }
  });
  const buenos = hallados.filter(({ version }) => Number.parseInt(version, 10) >= mayor);
  return buenos.sort((a, b) => Number.parseFloat(b.version) - Number.parseFloat(a.version))[0] ?? null;
}

/**
 * Every table through pg_dump, at the instant of an exported snapshot. Only the rows are taken: the schema is the
 * project's own. The password travels in the environment, not among the arguments.
 */
export async function* leerConPgDump({ programa }: PgDump, url: string, instante: string): AsyncGenerator<Pieza> {
  const sinClave = new URL(url);
  const clave = decodeURIComponent(sinClave.password);
  sinClave.password = '';
  const que = ['--data-only', '--schema=public', '--encoding=UTF8', '--no-password'];
  const env = { ...process.env, PGPASSWORD: clave || process.env.PGPASSWORD };
  const hijo = spawn(programa, [...que, `--snapshot=${instante}`, `--dbname=${sinClave.href}`], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let dicho = '';
  hijo.stderr.setEncoding('utf8').on('data', (texto: string) => {
    dicho += texto;
  });
  const fin = new Promise<number | null>((resolve) => hijo.once('error', () => resolve(null)).once('close', resolve));
  try {
    yield* piezasDe(hijo.stdout);
    if ((await fin) !== 0) throw new Error(`pg_dump: ${dicho.trim()}`);
  } finally {
    hijo.kill();
  }
}

/** The rows of pg_dump's text: what is between `COPY … FROM stdin;` and `\.`, one row a line. */
export async function* piezasDe(salida: AsyncIterable<Buffer>): AsyncGenerator<Pieza> {
  let resto: Buffer = Buffer.alloc(0);
  let dentro = false;
  for await (const trozo of salida) {
    const texto = resto.length > 0 ? Buffer.concat([resto, trozo]) : trozo;
    let linea = 0;
    let filas = 0;
    for (let fin = texto.indexOf(10); fin >= 0; fin = texto.indexOf(10, linea)) {
      if (dentro && fin - linea === 2 && texto.toString('latin1', linea, fin) === '\\.') {
        if (linea > filas) yield texto.subarray(filas, linea);
        dentro = false;
      } else if (!dentro) {
        const [, , tabla, columnas] = COPY.exec(texto.toString('utf8', linea, fin)) ?? [];
        if (tabla && columnas !== undefined) {
          yield { tabla, columnas: columnas.split(', ').map((nombre) => nombre.replaceAll('"', '')) };
          dentro = true;
          filas = fin + 1;
        }
      }
      linea = fin + 1;
    }
    if (dentro && linea > filas) yield texto.subarray(filas, linea);
    resto = texto.subarray(linea);
  }
  if (dentro) throw new Error('pg_dump ended in the middle of a table');
}
