import { pathToFileURL } from 'node:url';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as run } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { rol } from '@/db/schema/usuario';
import { ROLES_DE_FABRICA } from '@/lib/auth/permisos';
import { prepareQueues } from '@/lib/jobs/prepare';

const CANDADO = 5_268_242;

/**
 * Brings the database to the newest version: migrations, then the built-in roles as the code declares them.
 * Two processes at once are safe (advisory lock); running it again changes nothing.
 */
export async function migrate(url: string, folder = 'db/migrations'): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const base = drizzle(client);
    await base.execute(sql`select pg_advisory_lock(${CANDADO})`);
    await run(base, { migrationsFolder: folder });
    for (const fabrica of ROLES_DE_FABRICA) {
      const { topes, ...resto } = fabrica;
      const fila = { ...resto, permisos: [...fabrica.permisos], deFabrica: true };
      await base
        .insert(rol)
        .values({ ...fila, topes })
        .onConflictDoUpdate({ target: rol.id, set: fila });
    }
    await base.execute(sql`select setval('rol_id_seq', greatest((select max(id) from rol), 100))`);
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

/** The web may send a job before any worker has run on a new database, so its queues are there from the first migration. */
async function ensureQueues(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  const [pgboss] = await client`select to_regclass('pgboss.queue') is not null as lista`;
  await client.end();
  if (!pgboss?.lista) await prepareQueues(url);
}
