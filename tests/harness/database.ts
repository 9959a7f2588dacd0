import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, inject } from 'vitest';

/**
 * Runs before each integration file: gives it a database of its own, cloned from the migrated template, and an environment that
 * names it. Files share a process and the product's modules, read once: what the product keeps of a process hangs from
 * globalThis, and is forgotten after each file, as the environment is. Files need nothing but to import the product.
 */
const serverUrl = inject('serverUrl');
const name = `prueba_${randomUUID().replaceAll('-', '')}`;

// One connection of the process makes and drops the databases of all its files: a new one costs a core dozens of milliseconds.
const proceso = globalThis as typeof globalThis & { pruebasAdmin?: postgres.Sql };
proceso.pruebasAdmin ??= postgres(serverUrl, { max: 1, fetch_types: false, onnotice() {} });
const admin = proceso.pruebasAdmin;
// Copied as files: nothing of the template goes through the log.
await admin`create database ${admin(name)} template ${admin(inject('template'))} strategy file_copy`;

const deTodos = { ...process.env };
process.env.DATABASE_URL = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
process.env.AUTH_SECRET = 'secreto-de-prueba-secreto-de-prueba-0';
process.env.JWT_SECRET = 'firma-de-prueba-firma-de-prueba-00000';
process.env.ARCHIVOS_DIR = path.join(os.tmpdir(), `kantuta-${name}`);
process.env.LOG_LEVEL ||= 'silent';

afterAll(async () => {
  const [{ closeStreams }, { closeKv }, { closeDb }] = await Promise.all([
    import('@/lib/realtime/process-hub'),
    import('@/lib/kv/kv'),
    import('@/db'),
  ]);
  await closeStreams();
  await closeKv();
  await closeDb();
  for (const clave of Object.keys(globalThis).filter((k) => k.startsWith('__kantuta'))) {
    Reflect.deleteProperty(globalThis, clave);
  }
  fs.rmSync(process.env.ARCHIVOS_DIR ?? '', { recursive: true, force: true });
  for (const variable of Object.keys(process.env)) if (!(variable in deTodos)) delete process.env[variable];
  Object.assign(process.env, deTodos);
  await admin`drop database ${admin(name)} with (force)`;
});
