import fs from 'node:fs';
import path from 'node:path';
import { Refusal } from '../db/embedded/refusal.mjs';
import { ensureDatabaseOf, findEmbedded } from '../db/embedded.mjs';
import { authSecret, DATABASE, openBase } from './launcher/base.mjs';
import { ROOT, readOptions } from './launcher/options.mjs';
import { runSession } from './launcher/session.mjs';
import { isBuilt } from './launcher/stamp.mjs';

const TSX = 'node_modules/tsx/dist/cli.mjs';
const PROGRAMS = { verificar: 'scripts/verificar.ts', backup: 'scripts/backup.ts', restore: 'scripts/restore.ts' };

/**
 * `npm run verificar|backup|restore [-- --demo]`: finds the shop's database (DATABASE_URL, the server that
 * is running, or one started for the occasion), runs the program over it and ends with its code. Only `restore` makes a
 * database where there is none.
 */
await runSession(async (session) => {
  const [name, ...rest] = process.argv.slice(2);
  const program = PROGRAMS[/** @type {keyof typeof PROGRAMS} */ (name)];
  if (!program) throw new Refusal(`Uso: node scripts/con-base.mjs ${Object.keys(PROGRAMS).join('|')} [--demo] […]`);
  const { url, home } = await findBase(session, { demo: rest.includes('--demo'), create: name === 'restore' });
  const args = rest.filter((one) => one !== '--demo');
  const env = { DATABASE_URL: url, AUTH_SECRET: authSecret(home) };
  // what was built of today's sources begins at once; the sources, after they are read
  const command = isBuilt() ? [`.build/${name}.mjs`] : [TSX, program];
  return (await session.processes.start([...command, ...args], { env, inherit: true })) ?? 1;
});

/**
 * @param {import('./launcher/session.mjs').Session} session
 * @param {{ demo: boolean, create: boolean }} o demo: the person said --demo
 * @returns {Promise<{ url: string, home: string }>}
 */
async function findBase(session, { demo: asked, create }) {
  const demo = asked || (!create && !process.env.DATOS_DIR && !fs.existsSync(path.join(ROOT, '.datos')));
  const options = readOptions({ demo });
  if (options.databaseUrl) {
    if (create) await ensureDatabaseOf(options.databaseUrl);
    fs.mkdirSync(options.dir, { recursive: true });
    return { url: options.databaseUrl, home: options.dir };
  }
  const running = await findEmbedded(options.dir);
  if (running) return { url: running.url(DATABASE), home: running.home };
  if (!create && !fs.existsSync(options.dir))
    throw new Refusal(`No hay datos en ${options.dir}: arrancar antes con npm start o npm run demo`);
  return session.own(openBase({ ...options, demo: undefined }, session.voice.say));
}
