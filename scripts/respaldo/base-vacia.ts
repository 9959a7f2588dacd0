import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrate, migrateSchema } from '@/db/migrate';
import { nombreSql, type Sql } from './conexion';
import type { Manifiesto } from './formato';
import { RespaldoRechazado } from './rechazo';

const CARPETA = 'db/migrations';

/** What an empty shop may hold: the built-in roles, the reasons of a caja, a key not used yet, counts that die by themselves. */
const DE_NACIMIENTO = new Set(['rol', 'motivo_caja', 'instalacion', 'clave_efimera']);

/**
 * How many of the project's migrations the copied database had.
 * Throws RespaldoRechazado when it had one that this version does not know.
 */
export function migracionesDe({ migraciones, version }: Manifiesto): { suyas: number; todas: number } {
  const propias = readMigrationFiles({ migrationsFolder: CARPETA }).map(({ hash }) => hash);
  if (migraciones.some((hash, i) => propias[i] !== hash)) {
    throw new RespaldoRechazado(
      `La copia es de otra versión de Kantuta POS (${version}): restaurar con esa versión o una posterior`,
    );
  }
  return { suyas: migraciones.length, todas: propias.length };
}

/**
 * Checks that a database may be loaded: nobody else is connected, this account may, and there is nothing to lose.
 * Throws RespaldoRechazado with what to do.
 */
export async function exigirVacia(sql: Sql): Promise<void> {
  const [estado] = await sql<{ otros: number; puede: boolean; migrada: boolean; tablas: string[] }[]>`
    select (select count(*)::int from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
        and backend_type = 'client backend') as otros,
      current_setting('is_superuser') = 'on'
        or has_parameter_privilege('session_replication_role', 'SET') as puede,
      to_regclass('drizzle.__drizzle_migrations') is not null as migrada,
      array(select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        order by relname) as tablas`;
  if (!estado) throw new Error('the state of the database cannot be read');
  if (estado.otros > 0) throw new RespaldoRechazado('La base está en uso: cerrar la tienda antes de restaurar');
  if (!estado.puede) {
    throw new RespaldoRechazado(
      'La cuenta de DATABASE_URL no puede restaurar: hace falta una con permiso de superusuario',
    );
  }
  if (estado.tablas.length > 0 && !estado.migrada) {
    throw new RespaldoRechazado('La base tiene tablas que no son de Kantuta: restaurar en una base vacía');
  }
  const conDatos: string[] = [];
  for (const tabla of estado.tablas.filter((una) => !DE_NACIMIENTO.has(una))) {
    const [fila] = await sql.unsafe(`select exists (select 1 from public.${nombreSql(tabla)}) as hay`);
    if (fila?.hay) conDatos.push(tabla);
  }
  if (conDatos.length > 0) {
    throw new RespaldoRechazado(
      `La base ya tiene datos (${conDatos.slice(0, 3).join(', ')}…): se restaura solo en una base vacía`,
    );
  }
}

/** Makes an empty database new: its schema as the first `cuantas` migrations leave it. */
export async function recrear(
  sql: Sql,
  url: string,
  { cuantas, todas }: { cuantas: number; todas: number },
): Promise<void> {
  await sql.unsafe(`drop schema if exists drizzle cascade; drop schema if exists pgboss cascade;
    drop schema if exists public cascade; create schema public; grant usage on schema public to public`);
  if (cuantas === todas) return migrate(url);
  const hasta = fs.mkdtempSync(path.join(os.tmpdir(), 'kantuta-migraciones-'));
  try {
    fs.cpSync(CARPETA, hasta, { recursive: true });
    const archivo = path.join(hasta, 'meta/_journal.json');
    const diario = JSON.parse(fs.readFileSync(archivo, 'utf8')) as { entries: unknown[] };
    fs.writeFileSync(archivo, JSON.stringify({ ...diario, entries: diario.entries.slice(0, cuantas) }));
    await migrateSchema(url, hasta);
  } finally {
    fs.rmSync(hasta, { recursive: true, force: true });
  }
}
