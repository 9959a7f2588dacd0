import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Refusal } from '../db/embedded/refusal.mjs';
import { authSecret, imageFolder, openBase } from './launcher/base.mjs';
import { beginBuild } from './launcher/begin-build.mjs';
import { openHttps, readHttps } from './launcher/https.mjs';
import { install } from './launcher/install.mjs';
import { checkPort, readOptions } from './launcher/options.mjs';
import { serve, welcome } from './launcher/serve.mjs';
import { runSession } from './launcher/session.mjs';

/**
 * `npm start` and `npm run demo`: from a fresh clone to a shop that serves. Only Node is needed at first,
 * so nothing here imports a package before `install`.
 */
await runSession(async (session) => {
  const { voice, processes } = session;
  const options = readOptions({ demo: process.argv.includes('--demo') });
  const asked = readHttps(process.env);
  await checkPort(options.port, options.host);
  if (asked) await checkPort(asked.port, options.host, 'HTTPS_PORT');
  await install(processes, voice);

  const build = beginBuild(processes);
  if (build) await voice.step('Preparando los programas', () => build.programs);
  const base = await voice.step('Abriendo la base de datos', () => session.own(openBase(options, voice.say)));
  const env = {
    NODE_ENV: 'production',
    DATABASE_URL: base.url,
    AUTH_SECRET: authSecret(base.home),
    ARCHIVOS_DIR: imageFolder(base.home),
    PORT: String(options.port),
    HOST: options.host,
  };
  const https = asked && openHttps(asked, base.home);
  await checkEnvironment({ ...process.env, ...env });

  await voice.step('Actualizando la base', (detail) =>
    processes.run('La migración', ['.build/migrate.mjs'], { env, onLine: detail }),
  );
  let clave = '';
  const load = async (/** @type {(detail: string) => void} */ detail) => {
    clave = await loadData(session, options, env, detail);
  };
  const mark = path.join(base.home, 'cargado');
  // the first time, whoever can reach the page must be able to sign in; later it is only a check, and can wait
  const loaded = !options.databaseUrl && fs.existsSync(mark);
  if (!loaded) {
    await voice.step(options.demo ? 'Cargando la demostración' : 'Cargando los datos iniciales', load);
    if (!clave) fs.writeFileSync(mark, '');
  }
  if (build) await voice.step('Construyendo la aplicación', build.web);
  await voice.step('Arrancando el servidor', () => serve({ processes, voice, options, env, https }));
  console.log(welcome(options, clave, https));
  if (loaded) await load(() => {});
  if (loaded && clave) console.log(welcome(options, clave, https));
  return undefined;
});

/**
 * Loads the demonstration if there is none; a new shop only gets a key, with which somebody installs it in the browser.
 * @param {import('./launcher/session.mjs').Session} session
 * @param {import('./launcher/options.mjs').Options} options
 * @param {Record<string, string>} env
 * @param {(detail: string) => void} detail
 * @returns {Promise<string>} the installation key in force, '' where nothing is left to install
 */
async function loadData({ processes }, { demo }, env, detail) {
  let clave = '';
  const readKey = (/** @type {string} */ line) => {
    clave = /^Clave de instalación: (\S+)$/.exec(line)?.[1] ?? clave;
  };
  const [script, onLine] = demo ? ['.build/demo.mjs', detail] : ['.build/inicial.mjs', readKey];
  await processes.run('La carga de datos', [script], { env, onLine });
  return clave;
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
