import path from 'node:path';
import { RespaldoRechazado } from './respaldo/rechazo';
import { restaurar } from './respaldo/restaurar';

/**
 * `npm run restore -- archivo`: loads a copy into the empty database of DATABASE_URL and checks it whole. Exit code 1, with
 * what is wrong, when it could not; then the database is as empty as it was.
 */
async function main(): Promise<void> {
  const elegido = process.argv.slice(2).find((arg) => !arg.startsWith('--'));
  if (!elegido)
    throw new RespaldoRechazado('Falta la copia: npm run restore -- respaldos/kantuta-AAAA-MM-DD-HHMM.kbak');
  const archivo = path.resolve(process.env.INIT_CWD ?? '.', elegido);
  const { tablas, creado, controles } = await restaurar({ url: process.env.DATABASE_URL ?? '', archivo });
  const filas = tablas.reduce((suma, tabla) => suma + tabla.filas, 0).toLocaleString('es-BO');
  console.log(`Tienda restaurada, como estaba el ${creado}: ${tablas.length} tablas, ${filas} filas.`);
  console.log(`Todo cuadra: ${controles} controles sin discrepancias.`);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof RespaldoRechazado)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
