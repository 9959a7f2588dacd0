import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { Refusal } from '../../db/embedded/refusal.mjs';

/** The repository's root; every command works from it, wherever it was called. */
export const ROOT = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');

/**
 * Reads `.env` into the environment; what the environment already says stands.
 * @param {string} [file]
 */
export function loadDotEnv(file = path.join(ROOT, '.env')) {
  if (!fs.existsSync(file)) return;
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    const [, name, raw] = /^\s*(?:export\s+)?([A-Z][A-Z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (!name || raw === undefined) continue;
    const quoted = /^(["'])(.*)\1$/.exec(raw);
    process.env[name] ??= quoted ? quoted[2] : raw.replace(/\s+#.*$/, '');
  }
}

/**
 * @typedef {{ demo: boolean, port: number, host: string, dir: string, fixed: boolean, databaseUrl?: string, whatsapp: boolean }} Options
 */

/**
 * What this start was asked for, from the environment.
 * @param {{ demo: boolean }} o
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Options}
 * @throws {Refusal} a port that is not one, a database that is not PostgreSQL, a switch that is neither on nor off
 */
export function readOptions({ demo }, env = process.env) {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Refusal(`PORT no es un puerto válido: ${env.PORT}`);
  if (env.DATABASE_URL && !/^postgres(ql)?:\/\//.test(env.DATABASE_URL)) {
    throw new Refusal('DATABASE_URL debe empezar con postgres://');
  }
  if (env.WHATSAPP && !['0', '1'].includes(env.WHATSAPP)) throw new Refusal('WHATSAPP debe ser 1 o 0');
  return {
    demo,
    port,
    // a demonstration has known passwords: only this machine sees it unless somebody says otherwise
    host: env.HOST || (demo ? '127.0.0.1' : '0.0.0.0'),
    dir: env.DATOS_DIR || path.join(ROOT, demo ? '.datos-demo' : '.datos'),
    fixed: Boolean(env.DATOS_DIR),
    databaseUrl: env.DATABASE_URL || undefined,
    whatsapp: env.WHATSAPP === '1',
  };
}

/**
 * Checks that the web server will be able to listen.
 * @param {number} port
 * @param {string} host
 * @param {string} [variable] that chooses it
 * @throws {Refusal} taken, forbidden, or not an address of this machine
 */
export async function checkPort(port, host, variable = 'PORT') {
  const code = await new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (error) => resolve(/** @type {NodeJS.ErrnoException} */ (error).code));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
  if (code === 'EADDRINUSE')
    throw new Refusal(
      `El puerto ${port} está ocupado por otro programa: cerrarlo, o elegir otro con ${variable}=${port + 1}`,
    );
  if (code === 'EACCES')
    throw new Refusal(
      `El sistema no permite usar el puerto ${port}: elegir otro con ${variable}=${variable === 'PORT' ? 3000 : 3443}`,
    );
  if (code) throw new Refusal(`No se puede escuchar en ${host}:${port} (${code}): revisar HOST y ${variable}`);
}
