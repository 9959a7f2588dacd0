import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Refusal } from '../db/embedded/refusal.mjs';
import { authSecret, openBase } from './launcher/base.mjs';
import { install } from './launcher/install.mjs';
import { checkPort, readOptions } from './launcher/options.mjs';
import { serve, welcome } from './launcher/serve.mjs';
import { runSession } from './launcher/session.mjs';
import { isBuilt } from './launcher/stamp.mjs';

/**
 * `npm start` and `npm run demo`: from a fresh clone to a shop that serves. Only Node is needed at first,
 * so nothing here imports a package before `install`.
 */
await runSession(async (session) => {
  const { voice, processes } = session;
  const options = readOptions({ demo: process.argv.includes('--demo') });
  await checkPort(options.port, options.host);
  await install(processes, voice);

  if (!isBuilt()) {
    await voice.step('Construyendo la aplicación', (detail) =>
      processes.run('La construcción', ['scripts/build.mjs'], { onLine: detail }),
    );
  }
  const base = await voice.step('Abriendo la base de datos', () => session.own(openBase(options, voice.say)));
  const env = {
    NODE_ENV: 'production',
    DATABASE_URL: base.url,
    AUTH_SECRET: authSecret(base.home),
    PORT: String(options.port),
    HOST: options.host,
  };
  await checkEnvironment({ ...process.env, ...env });

  await voice.step('Actualizando la base', (detail) =>
    processes.run('La migración', ['.build/migrate.mjs'], { env, onLine: detail }),
  );
  const load = (/** @type {(detail: string) => void} */ detail) => loadData(session, options, env, detail);
  const mark = path.join(base.home, 'cargado');
  // the first time, whoever can reach the page must be able to sign in; later it is only a check, and can wait
  const loaded = !options.databaseUrl && fs.existsSync(mark);
  if (!loaded) {
    await voice.step(options.demo ? 'Cargando la demostración' : 'Cargando los datos iniciales', load);
    fs.writeFileSync(mark, '');
  }
  await voice.step('Arrancando el servidor', () => serve({ processes, voice, options, env }));
  console.log(welcome(options));
  if (loaded) await load(() => {});
  return undefined;
});

/**
 * Loads the data that this kind of shop begins with, if it has none.
 * @param {import('./launcher/session.mjs').Session} session
 * @param {import('./launcher/options.mjs').Options} options
 * @param {Record<string, string>} env
 * @param {(detail: string) => void} detail
 */
function loadData({ voice, processes }, { demo }, env, detail) {
  // a new shop is told its first password here and never again
  const [script, onLine] = demo ? ['.build/demo.mjs', detail] : ['.build/inicial.mjs', voice.say];
  return processes.run('La carga de datos', [script], { env, onLine });
}

/**
 * Has the product's own schema judge the environment, so that a wrong variable is named before anything starts.
 * @param {NodeJS.ProcessEnv} env
 * @throws {Refusal}
 */
async function checkEnvironment(env) {
  const { parseEnv } = await import(pathToFileURL('.build/env.mjs').href);
  try {
    parseEnv(env);
  } catch (error) {
    throw new Refusal(/** @type {Error} */ (error).message);
  }
}
