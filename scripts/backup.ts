import fs from 'node:fs';
import path from 'node:path';
import { diaDe, formatHora } from '@/lib/time';
import { RespaldoRechazado } from './respaldo/rechazo';
import { respaldar } from './respaldo/respaldar';

/**
 * `npm run backup [-- archivo] [-- --copy]`: copies the whole database of DATABASE_URL into one file, by default
 * `respaldos/kantuta-AAAA-MM-DD-HHMM.kbak`. Exit code 1 with one sentence when it could not.
 */
async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const ahora = new Date();
  const elegido = args.find((arg) => !arg.startsWith('--'));
  const propio = `respaldos/kantuta-${diaDe(ahora)}-${formatHora(ahora).replace(':', '')}.kbak`;
  // npm says where the person was; elsewhere it is here
  const archivo = elegido ? path.resolve(process.env.INIT_CWD ?? '.', elegido) : path.resolve(propio);
  const con = args.includes('--copy') ? { con: 'copy' as const } : {};
  const { tablas, con: lector } = await respaldar({ url: process.env.DATABASE_URL ?? '', archivo, ...con });
  const filas = tablas.reduce((suma, tabla) => suma + tabla.filas, 0).toLocaleString('es-BO');
  const megas = (fs.statSync(archivo).size / 1_048_576).toFixed(1).replace('.', ',');
  console.log(
    `Copia hecha y leída de vuelta: ${archivo}\n  ${tablas.length} tablas, ${filas} filas, ${megas} MB, con ${lector}`,
  );
}

try {
  await main();
} catch (error) {
  if (!(error instanceof RespaldoRechazado)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
