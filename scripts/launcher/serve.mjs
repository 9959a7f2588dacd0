import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '../../db/embedded/refusal.mjs';
import { freePort } from '../../db/embedded/server.mjs';
import { aboutHttps, doorEnvironment, localNetwork } from './https.mjs';
import { supervise } from './supervise.mjs';

const READY_LIMIT_MS = 60_000;
const HOPELESS_FAILURES = 3;
const DOOR = 'scripts/launcher/https-proxy.mjs';

/** The people of the demonstration, and the one password they share. */
const DEMO_ACCOUNTS = ['super', 'propietario', 'admin', 'operador', 'operador2', 'almacen'];
const DEMO_PASSWORD = 'kantuta-demo';

/**
 * Keeps the web server running, and the workers from when the web answers, which is when it returns.
 * @param {object} o
 * @param {import('./processes.mjs').Processes} o.processes
 * @param {import('./console.mjs').Console} o.voice
 * @param {import('./options.mjs').Options} o.options
 * @param {Record<string, string | undefined>} o.env
 * @param {import('./https.mjs').Https | null} o.https with it the web is on loopback, behind a door that speaks both
 * @throws {Refusal} the web ends again and again before answering once
 */
export async function serve({ processes, voice, options, env, https }) {
  const inner = https ? { port: await freePort(), host: '127.0.0.1' } : options;
  const web = ['node_modules/next/dist/bin/next', 'start', '-p', String(inner.port), '-H', inner.host];
  let ready = false;
  let hopeless = false;
  keep('web', web, () => ready);
  if (https) keep('puerta', [DOOR], () => ready, doorEnvironment(https, options, inner.port));

  /** @param {string} name @param {string[]} args @param {() => boolean} settled @param {Record<string, string>} [more] */
  function keep(name, args, settled, more) {
    supervise({
      start: () =>
        processes.start(args, { env: { ...env, ...more }, onLine: (line) => voice.print(`${name} │ ${line}`) }),
      stopping: () => processes.stopping || hopeless,
      onEnd(waitMs, failures) {
        if (!settled() && failures >= HOPELESS_FAILURES) hopeless = true;
        else voice.say(`El proceso «${name}» terminó; arranca de nuevo en ${waitMs / 1000} s`);
      },
    });
  }

  const health = `http://${localAddress(options.host)}:${options.port}/api/salud`;
  for (const limit = Date.now() + READY_LIMIT_MS; Date.now() < limit && !hopeless && !processes.stopping; ) {
    if (await answers(health)) {
      ready = true;
      keep('trabajos', ['.build/jobs.mjs'], () => true);
      if (options.whatsapp) keep('whatsapp', ['.build/whatsapp.mjs'], () => true);
      return;
    }
    await sleep(60);
  }
  if (!processes.stopping) throw new Refusal('El servidor web no arranca; lo que dijo está arriba');
}

/** @param {string} host */
const localAddress = (host) => {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
};

/** @param {string} url */
const answers = (url) =>
  fetch(url, { signal: AbortSignal.timeout(2000) }).then(
    (response) => response.ok,
    () => false,
  );

/** @param {string} host */
function addresses(host) {
  if (host !== '0.0.0.0' && host !== '::') return [host === '127.0.0.1' ? 'localhost' : localAddress(host)];
  return ['localhost', ...localNetwork()];
}

/**
 * What the person needs once it serves: where, in a demonstration as whom, and in a new shop how to install it.
 * @param {import('./options.mjs').Options} options
 * @param {string} [clave] the key of a shop that is not installed yet
 * @param {import('./https.mjs').Https | null} [https]
 */
export function welcome({ host, port, demo }, clave, https = null) {
  const [first, ...others] = addresses(host).map((name) => `http://${name}:${port}`);
  const lines = ['', `  Kantuta POS está en  ${first}`];
  for (const url of others) lines.push(`  en la red local:     ${url}`);
  if (https) lines.push(...aboutHttps(https, addresses(host)));
  if (clave) {
    lines.push(
      '',
      `  Tienda nueva. Para instalarla, abrir ${first}/instalar`,
      '  y escribir esta clave, que sirve una sola vez:',
    );
    lines.push('', `    ${clave}`);
  }
  if (demo) {
    lines.push('', `  Cuentas de demostración (contraseña ${DEMO_PASSWORD}):`);
    for (const name of DEMO_ACCOUNTS) lines.push(`    ${name}@kantuta.bo`);
  }
  return [...lines, '', '  Ctrl-C para cerrar', ''].join('\n');
}
