import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { closeDb } from '@/db';
import { ensureDatabaseOf, startEmbedded } from '@/db/embedded.mjs';
import { migrate } from '@/db/migrate';
import { ROOT } from '../launcher/options.mjs';
import type { Session } from '../launcher/session.mjs';

/** Whatever the shop's own settings say, a bench that measures durable sales has them written to the disk. */
export const DURABLE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };

/**
 * A migrated database on a cluster of its own, named in the environment for the verbs of this process, and its folder: beside the
 * checkout (a temporary folder may be in memory, and its fsync would cost nothing). Deleted when the session ends.
 */
export async function abrirBase(
  session: Session,
  bench: string,
  settings: Record<string, string> = {},
): Promise<{ url: string; dir: string }> {
  const dir = path.join(ROOT, '.tmp', `${bench}-${process.pid}`);
  mkdirSync(dir, { recursive: true });
  const servidor = await session.own(
    startEmbedded({ dir, settings }).then((pg) => ({
      url: pg.url,
      async stop() {
        await closeDb();
        await pg.stop();
        for (const carpeta of [dir, pg.home]) rmSync(carpeta, { recursive: true, force: true });
      },
    })),
  );
  const url = servidor.url('kantuta_bench');
  await ensureDatabaseOf(url);
  await migrate(url);
  process.env.DATABASE_URL = url;
  process.env.AUTH_SECRET = 'secreto-del-banco-de-pruebas-0123456789';
  return { url, dir };
}
