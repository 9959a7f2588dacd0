import { pathToFileURL } from 'node:url';
import { sql } from 'drizzle-orm';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { migrate as run } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { rol } from '@/db/schema/usuario';
import { ROLES_DE_FABRICA } from '@/lib/auth/permisos';
import { NOMBRES_DE_COLAS } from '@/lib/jobs/colas';
import { prepareQueues } from '@/lib/jobs/prepare';

const CANDADO = 5_268_242;
const CARPETA = 'db/migrations';

/**
 * Brings the database to the newest version: migrations, then the built-in roles as the code declares them.
 * Two processes at once are safe (advisory lock); running it again changes nothing.
 */
export async function migrate(url: string): Promise<void> {
  await conCandado(url, async (base) => {
    await run(base, { migrationsFolder: CARPETA });
    for (const { topes, ...fabrica } of ROLES_DE_FABRICA) {
      const fila = { ...fabrica, permisos: [...fabrica.permisos], deFabrica: true };
      await base
        .insert(rol)
        .values({ ...fila, topes })
        .onConflictDoUpdate({ target: rol.id, set: fila });
    }
    await base.execute(sql`select setval('rol_id_seq', greatest((select max(id) from rol), 100))`);
  });
}

/** The migrations of a folder and nothing else: the schema as another version of the product left it. */
export async function migrateSchema(url: string, folder: string): Promise<void> {
  await conCandado(url, (base) => run(base, { migrationsFolder: folder }));
}

async function conCandado(url: string, work: (base: PostgresJsDatabase) => Promise<void>): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const base = drizzle(client);
    await base.execute(sql`select pg_advisory_lock(${CANDADO})`);
    await work(base);
  } finally {
    await client.end();
  }
}

// By name too: inside another program's bundle this file's address is that program's.
const programa = process.argv[1] ?? '';
if (/(^|[\\/])migrate\.(ts|mjs)$/.test(programa) && import.meta.url === pathToFileURL(programa).href) {
  // biome-ignore lint/style/noProcessEnv: run before the environment of the product is complete
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('Falta DATABASE_URL');
  await migrate(url);
  await ensureQueues(url);
}

/**
 * The web may send a job before any worker has run on a new database, or on one whose version had fewer queues, so all of
 * them are there from the migration on.
 */
async function ensureQueues(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  const [pgboss] = await client`select to_regclass('pgboss.queue') is not null as lista`;
  const colas = pgboss?.lista ? await client<{ name: string }[]>`select name from pgboss.queue` : [];
  await client.end();
  const creadas = new Set(colas.map(({ name }) => name));
  if (NOMBRES_DE_COLAS.some((cola) => !creadas.has(cola))) await prepareQueues(url);
}
