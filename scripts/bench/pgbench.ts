import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { sqlClient } from '@/db';
import { type Medida, percentiles } from './cifras';

const DEBIAN = '/usr/lib/postgresql';
const correr = promisify(execFile);

/** Where pgbench is (the PATH, or Debian's folders, newest first), or `null`. */
export function buscarPgbench(): string | null {
  const debian = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const carpetas = [
    ...(process.env.PATH ?? '').split(path.delimiter),
    ...debian.map((v) => path.join(DEBIAN, v, 'bin')),
  ];
  return carpetas.map((carpeta) => path.join(carpeta, 'pgbench')).find((archivo) => existsSync(archivo)) ?? null;
}

/** Runs the one-function sale under `pgbench -M prepared -c16 -j2`, and reads every latency from its log. */
export async function medirPgbench(
  pgbench: string,
  o: { url: string; clientes: number; productos: number; segundos: number },
): Promise<Medida> {
  await sqlClient().unsafe(readFileSync(path.join(import.meta.dirname, 'venta.sql'), 'utf8'));
  const carpeta = mkdtempSync(path.join(os.tmpdir(), 'kantuta-bench-'));
  try {
    const tercio = Math.floor(o.productos / 3);
    const guion = [0, 1, 2].map((n) => `\\set p${n} random(${n * tercio + 1}, ${(n + 1) * tercio})`);
    writeFileSync(
      path.join(carpeta, 'venta.pgbench'),
      `${guion.join('\n')}\nselect bench_venta(:client_id + 1, :p0, :p1, :p2);\n`,
    );
    const fijos = ['-n', '-M', 'prepared', '-c', String(o.clientes), '-j', '2', '-f', 'venta.pgbench'];
    await correr(pgbench, [...fijos, '-T', '3', o.url], { cwd: carpeta });
    const { stdout } = await correr(pgbench, [...fijos, '-T', String(o.segundos), '-l', o.url], { cwd: carpeta });
    const [, tps] = /tps = ([\d.]+)/.exec(stdout) ?? [];
    const milisegundos = leerLatencias(carpeta);
    return { porSegundo: Number(tps), cuantas: milisegundos.length, ...percentiles(milisegundos) };
  } finally {
    rmSync(carpeta, { recursive: true, force: true });
  }
}

/** Each line of pgbench's log has, third, the microseconds of one transaction. */
function leerLatencias(carpeta: string): number[] {
  const registros = readdirSync(carpeta).filter((nombre) => nombre.startsWith('pgbench_log.'));
  const lineas = registros.flatMap((nombre) => readFileSync(path.join(carpeta, nombre), 'utf8').trim().split('\n'));
  return lineas.map((linea) => Number(linea.split(' ')[2]) / 1000);
}
