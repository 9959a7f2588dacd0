import { execFile, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { asAccount } from './account.mjs';
import { isAlive, mayServe, readPidFile } from './connect.mjs';
import { Refusal } from './refusal.mjs';

const MAX_LOG_BYTES = 10_000_000;
const START_LIMIT_MS = 60_000;
/** A segment of PostgreSQL's log, which it needs at times to begin. */
const FULL_BYTES = 16 * 1_048_576;

/** How a till is set up: this machine only, and every commit on the disk. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '256MB',
  timezone: 'UTC',
};

/**
 * Creates an empty cluster: UTF-8 whatever the shell's locale, and Spanish order by ICU.
 * @param {string} bin
 * @param {import('./account.mjs').Account} account
 * @param {string} pgData
 * @param {string} passwordFile
 * @param {boolean} lasting false: it need not survive a power cut (tests)
 * @throws {Refusal} with what initdb said
 */
export async function initdb(bin, account, pgData, passwordFile, lasting) {
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=es-AR'];
  const args = [
    '-D',
    pgData,
    '-U',
    'kantuta',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    ...locale,
    '--no-instructions',
  ];
  if (!lasting) args.push('--no-sync');
  try {
    await promisify(execFile)(path.join(bin, 'initdb'), args, asAccount(account));
  } catch (error) {
    const said = String(/** @type {{ stderr?: string }} */ (error).stderr || error).trim();
    throw new Refusal(`No se pudo crear la base en ${pgData}: ${said}`);
  }
}

/** A free port of this machine. @returns {Promise<number>} */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {net.AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });

/** @param {string} log */
function openLog(log) {
  const size = fs.statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  return fs.openSync(log, size > MAX_LOG_BYTES ? 'w' : 'a');
}

/** @param {string} log */
function lastWords(log) {
  const lines = fs.readFileSync(log, 'utf8').trim().split('\n');
  return lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? lines.at(-1) ?? '';
}

/**
 * Runs PostgreSQL in its own process group (Ctrl-C reaches the launcher first, which closes in order)
 * and returns once it accepts connections.
 * @param {{ bin: string, folder: import('./folder.mjs').Folder, port?: number, settings?: Record<string, string> }} o
 * @returns {Promise<{ pid: number, port: number, exited: Promise<void> }>}
 * @throws {Refusal} it did not start; names the reason PostgreSQL gave
 */
export async function launchServer({ bin, folder, port, settings }) {
  for (let attempt = 1; ; attempt++) {
    const chosen = port ?? (await freePort());
    const outcome = await launchOnce(bin, folder, chosen, { ...SETTINGS, ...settings });
    if (typeof outcome !== 'string') return outcome;
    // somebody took the free port between asking for it and using it
    if (port === undefined && attempt < 3 && /Address already in use|could not create any TCP/.test(outcome)) continue;
    if (isFull(folder.home)) {
      throw new Refusal(`El disco de los datos está lleno y PostgreSQL no arranca: liberar espacio en ${folder.home}`);
    }
    throw new Refusal(`PostgreSQL no arrancó: ${outcome} (registro: ${folder.log})`);
  }
}

/**
 * Whether a start may have failed for want of room; asked of the disk, because then the log may have none either.
 * @param {string} dir
 */
function isFull(dir) {
  const { bavail, bsize } = fs.statfsSync(dir);
  return bavail * bsize < FULL_BYTES;
}

/**
 * @param {string} bin
 * @param {import('./folder.mjs').Folder} folder
 * @param {number} port
 * @param {Record<string, string>} settings
 */
async function launchOnce(bin, folder, port, settings) {
  const log = openLog(folder.log);
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const as = asAccount(folder.account);
  const child = spawn(path.join(bin, 'postgres'), ['-D', folder.pg, '-p', String(port), ...options], {
    ...as,
    env: { ...as.env, ...pardonStranger(folder.pg) },
    stdio: ['ignore', log, log],
    detached: true,
  });
  fs.closeSync(log);
  let gone = false;
  const exited = new Promise((/** @type {(value: void) => void} */ resolve) => {
    const end = () => {
      gone = true;
      resolve();
    };
    child.once('exit', end).once('error', end);
  });
  child.unref();
  for (const limit = Date.now() + START_LIMIT_MS; Date.now() < limit; await sleep(25)) {
    if (gone) return lastWords(folder.log);
    const note = readPidFile(folder.pg);
    if (note?.pid === child.pid && note?.ready) return { pid: note.pid, port, exited };
  }
  child.kill('SIGQUIT');
  return `no respondió en ${START_LIMIT_MS / 1000} s`;
}

/**
 * After a power cut postmaster.pid may name a number that now belongs to a program of the same user, and
 * PostgreSQL would refuse to start. Once it is certain that the program is not a server, PostgreSQL is told
 * to overlook that number (the variable pg_ctl uses); it still checks that nobody uses its memory.
 * @param {string} pgData
 */
function pardonStranger(pgData) {
  const note = readPidFile(pgData);
  const stranger = note && isAlive(note.pid) && !mayServe(note.pid, pgData);
  return stranger ? { PG_GRANDPARENT_PID: String(note.pid) } : {};
}

/**
 * Closes the server that was verified to serve this folder: fast first (open transactions roll back),
 * at once if it does not obey. Returns when it is gone.
 * @param {string} bin
 * @param {import('./folder.mjs').Folder} folder
 */
export async function stopServer(bin, folder) {
  for (const mode of ['fast', 'immediate']) {
    const note = readPidFile(folder.pg);
    if (!note || !isAlive(note.pid)) return;
    const args = ['stop', '-D', folder.pg, '-m', mode, '-W', '-s'];
    spawnSync(path.join(bin, 'pg_ctl'), args, { ...asAccount(folder.account), stdio: 'ignore' });
    for (const limit = Date.now() + 30_000; Date.now() < limit; await sleep(25)) if (!isAlive(note.pid)) return;
  }
}
