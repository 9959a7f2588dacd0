import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Refusal } from '../../db/embedded/refusal.mjs';
import { ROOT } from './options.mjs';
import { ChildFailure } from './processes.mjs';

const STAMP = path.join(ROOT, 'node_modules', '.kantuta-lock');
/** npm reads it before package-lock.json. It is there only while npm installs. */
const ADDRESSED = path.join(ROOT, 'npm-shrinkwrap.json');

/** @param {string} file */
const readJson = (file) => {
  try {
    return JSON.parse(fs.readFileSync(path.join(ROOT, file), 'utf8'));
  } catch {
    return null;
  }
};

/**
 * The packages an install left behind match the lock file; only the ones for other platforms may be missing.
 * @param {Record<string, { version?: string, optional?: boolean }>} locked
 * @param {Record<string, { version?: string }>} installed
 */
export function installMatches(locked, installed) {
  return Object.entries(locked).every(([where, { version, optional }]) => {
    if (where === '') return true;
    const present = installed[where]?.version;
    return present === undefined ? optional === true : present === version;
  });
}

function lockStamp() {
  const lock = fs.readFileSync(path.join(ROOT, 'package-lock.json'));
  return createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex');
}

/** Whether node_modules is what package-lock.json asks for, development packages included. */
export function isInstalled() {
  const stamp = lockStamp();
  if (fs.existsSync(STAMP) && fs.readFileSync(STAMP, 'utf8') === stamp) return true;
  const installed = readJson('node_modules/.package-lock.json');
  const locked = readJson('package-lock.json');
  if (!installed || !locked || !installMatches(locked.packages, installed.packages)) return false;
  fs.writeFileSync(STAMP, stamp);
  return true;
}

/**
 * npm's own script, to run it with this very Node.
 * @throws {Refusal} not found where Node keeps it
 */
export function npmScript() {
  const beside = path.join(path.dirname(fs.realpathSync(process.execPath)), '../lib/node_modules/npm/bin/npm-cli.js');
  const candidates = [process.env.npm_execpath, beside, '/usr/share/nodejs/npm/bin/npm-cli.js'];
  const found = candidates.find((file) => file?.endsWith('.js') && fs.existsSync(file));
  if (!found) throw new Refusal('No se encontró npm junto a Node: ejecutar npm ci --include=dev');
  return found;
}

/**
 * A lock file that says where each package is. Ours names no registry, and npm downloads then the list of all versions of each
 * package, only to learn an address that it could have made. What comes is judged by its `integrity`, wherever it comes from,
 * and npm puts the registry that is configured in the place of this one (`replace-registry-host`,
 * https://docs.npmjs.com/cli/using-npm/config).
 * @template {{ packages: Record<string, { version?: string, resolved?: string, link?: boolean, name?: string }> }} Lock
 * @param {Lock} lock
 * @returns {Lock}
 */
export function withAddresses(lock) {
  const packages = Object.entries(lock.packages).map(([where, one]) => {
    if (where === '' || one.link || one.resolved || !one.version) return [where, one];
    const name = one.name ?? where.slice(where.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const file = `${name.slice(name.indexOf('/') + 1)}-${one.version}.tgz`;
    return [where, { ...one, resolved: `https://registry.npmjs.org/${name}/-/${file}` }];
  });
  return { ...lock, packages: Object.fromEntries(packages) };
}

/**
 * @param {import('./processes.mjs').Processes} processes
 * @throws {import('./processes.mjs').ChildFailure}
 */
async function npmCi(processes) {
  const command = [npmScript(), 'ci', '--include=dev', '--no-audit', '--no-fund'];
  fs.writeFileSync(ADDRESSED, JSON.stringify(withAddresses(readJson('package-lock.json'))));
  try {
    await processes.run('npm ci', command);
  } catch (error) {
    if (!(error instanceof ChildFailure) || !/\bE4\d\d\b/.test(error.output)) throw error;
    // a registry that keeps its files elsewhere is asked where
    fs.rmSync(ADDRESSED, { force: true });
    await processes.run('npm ci', command);
  } finally {
    fs.rmSync(ADDRESSED, { force: true });
  }
}

/** How far npm is, which says nothing itself. */
function countUnpacked() {
  const locked = Object.entries(readJson('package-lock.json')?.packages ?? {});
  const wanted = locked.filter(([where, { optional }]) => where !== '' && !optional).map(([where]) => where);
  const there = wanted.filter((where) => fs.existsSync(path.join(ROOT, where, 'package.json')));
  return `${there.length} de ${wanted.length} paquetes`;
}

/**
 * Installs the packages if they are missing or of another lock file.
 * @param {import('./processes.mjs').Processes} processes
 * @param {import('./console.mjs').Console} voice
 * @throws {import('./processes.mjs').ChildFailure}
 */
export async function install(processes, { step }) {
  // an install that was killed left it
  fs.rmSync(ADDRESSED, { force: true });
  if (isInstalled()) return;
  await step('Instalando paquetes', async (detail) => {
    const progress = setInterval(() => detail(countUnpacked()), 1000);
    try {
      await npmCi(processes);
    } finally {
      clearInterval(progress);
    }
    fs.writeFileSync(STAMP, lockStamp());
  });
}
