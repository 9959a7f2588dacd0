import fs from 'node:fs';
import path from 'node:path';
import paquete from '@/package.json';
import { leerConCopy } from './con-copy';
import { buscarPgDump, leerConPgDump } from './con-pg-dump';
import { conectar, type Sql } from './conexion';
import { comprobarArchivo, escribirArchivo, type Manifiesto } from './formato';
import { RespaldoRechazado } from './rechazo';

/** What to copy where; `con` forces how the rows are read. */
export type Respaldo = { url: string; archivo: string; con?: 'pg_dump' | 'copy' };

/**
 * Copies a whole database, as it is at one instant, into one new file, and reads the file back before answering. The shop
 * may go on selling. A copy that fails leaves no file. Throws RespaldoRechazado.
 */
export async function respaldar({ url, archivo, con }: Respaldo): Promise<Manifiesto> {
  if (fs.existsSync(archivo)) throw new RespaldoRechazado(`Ya existe ${archivo}: elegir otro nombre`);
  fs.mkdirSync(path.dirname(archivo), { recursive: true });
  const parcial = `${archivo}.parcial`;
  fs.rmSync(parcial, { force: true });
  const sql = conectar(url);
  try {
    await sql.begin('isolation level repeatable read read only', async (tx) => {
      const datos = await datosDe(tx);
      const cliente = con === 'copy' ? null : buscarPgDump(Number.parseInt(datos.servidor, 10));
      if (con === 'pg_dump' && !cliente) throw new RespaldoRechazado('No hay un pg_dump para este servidor');
      const [instante] = cliente ? await tx<{ id: string }[]>`select pg_export_snapshot() as id` : [];
      const piezas = cliente && instante ? leerConPgDump(cliente, url, instante.id) : leerConCopy(tx);
      const lector = cliente ? `pg_dump ${cliente.version}` : 'copy';
      await escribirArchivo(parcial, piezas, async (resumen) => ({
        ...resumen,
        ...datos,
        con: lector,
        // read last: a sequence is of no instant, and must not be behind its table
        secuencias: await secuenciasDe(tx),
      }));
    });
    const manifiesto = await comprobarArchivo(parcial);
    fs.renameSync(parcial, archivo);
    return manifiesto;
  } catch (error) {
    fs.rmSync(parcial, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC') throw new RespaldoRechazado(`No hay espacio en el disco para ${archivo}`);
    if (code === 'EACCES' || code === 'EROFS') throw new RespaldoRechazado(`No se puede escribir en ${archivo}`);
    throw error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function datosDe(sql: Sql): Promise<Pick<Manifiesto, 'version' | 'creado' | 'servidor' | 'migraciones'>> {
  const [base] = await sql<{ servidor: string; hay: boolean; creado: string }[]>`
    select current_setting('server_version') as servidor, to_regclass('drizzle.__drizzle_migrations') is not null as hay,
      to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as creado`;
  if (!base?.hay) throw new RespaldoRechazado('La base no tiene una tienda de Kantuta: no hay nada que copiar');
  const filas = await sql<{ hash: string }[]>`select hash from drizzle.__drizzle_migrations order by created_at`;
  const { servidor, creado } = base;
  return { version: paquete.version, creado, servidor, migraciones: filas.map(({ hash }) => hash) };
}

async function secuenciasDe(sql: Sql): Promise<Record<string, number>> {
  const filas = await sql<{ nombre: string; ultimo: number }[]>`
    select sequencename as nombre, last_value as ultimo from pg_sequences
    where schemaname = 'public' and last_value is not null order by sequencename`;
  return Object.fromEntries(filas.map(({ nombre, ultimo }) => [nombre, ultimo]));
}
