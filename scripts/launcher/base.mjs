import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '../../db/embedded/refusal.mjs';
import { ensureDatabaseOf, startEmbedded } from '../../db/embedded.mjs';
import { supervise } from './supervise.mjs';

/** The name of the shop's database inside the embedded server. */
export const DATABASE = 'kantuta';

/**
 * The database of this start, ready for connections.
 * @typedef {{ url: string, home: string, stop: () => Promise<void> }} Base
 */

/**
 * Opens the database the person asked for: DATABASE_URL, or the embedded server over the data folder,
 * which is started again on its own port if it falls.
 * @param {Omit<import('./options.mjs').Options, 'demo'> & { demo?: boolean }} options demo undefined: either kind of data
 * @param {(text: string) => void} say
 * @returns {Promise<Base>}
 * @throws {Refusal}
 */
export async function openBase({ databaseUrl, dir, fixed, demo }, say) {
  if (databaseUrl) {
    await ensureDatabaseOf(databaseUrl);
    fs.mkdirSync(dir, { recursive: true });
    return { url: databaseUrl, home: dir, stop: async () => {} };
  }
  let server = await startEmbedded({ dir, fixed });
  let stopping = false;
  let hurry = () => {};
  const hurried = new Promise((resolve) => {
    hurry = () => resolve(undefined);
  });
  try {
    if (demo !== undefined) claimKind(server.home, demo);
    await ensureDatabaseOf(server.url(DATABASE));
  } catch (error) {
    await server.stop();
    throw error;
  }
  if (server.adopted) say('PostgreSQL seguía en marcha: se usa el mismo');
  const watch = supervise({
    async start() {
      await server.exited;
      if (stopping) return;
      say('Se perdió la conexión con PostgreSQL; retomándola');
      server = await startEmbedded({ dir, fixed, port: server.port }).catch((error) => {
        say(error.message);
        return server;
      });
    },
    stopping: () => stopping,
    onEnd() {},
    wait: (ms) => Promise.race([sleep(ms), hurried]),
  });
  return {
    url: server.url(DATABASE),
    home: server.home,
    async stop() {
      stopping = true;
      hurry();
      await server.stop();
      await watch;
      await server.stop(); // the one that a restart under way may have left
    },
  };
}

/**
 * Marks a data folder as a demonstration's or a shop's, and keeps each from opening the other's.
 * @param {string} home
 * @param {boolean} demo
 */
function claimKind(home, demo) {
  const file = path.join(home, 'tipo');
  const kind = demo ? 'demo' : 'tienda';
  const stored = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : undefined;
  if (stored === undefined) fs.writeFileSync(file, `${kind}\n`);
  else if (stored !== kind) {
    const whose = stored === 'demo' ? 'de la demostración' : 'de una tienda real';
    throw new Refusal(`Los datos de ${home} son ${whose}: elegir otra carpeta con DATOS_DIR`);
  }
}

/**
 * The secret that signs sessions: the environment's, else one made once and kept beside the data.
 * @param {string} home
 */
export function authSecret(home) {
  if (process.env.AUTH_SECRET) return process.env.AUTH_SECRET;
  const file = path.join(home, 'secreto');
  if (!fs.existsSync(file)) fs.writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  return fs.readFileSync(file, 'utf8').trim();
}

/**
 * Where the shop's images are: the environment's folder, else one beside the data.
 * @param {string} home
 */
export function imageFolder(home) {
  return process.env.ARCHIVOS_DIR || path.join(home, 'archivos');
}
