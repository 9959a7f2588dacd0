import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The advisory lock that says «a launcher is serving these data»; held in the database `postgres`. */
const LOCK_KEY = 7_273_841;

/** @param {number} port @param {string} password @param {string} [database] */
export function urlOf(port, password, database = 'postgres') {
  return `postgres://kantuta:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/**
 * One connection that never retires by itself (the driver's default recycles it, and a lock with it).
 * @param {string} url
 * @param {{ onclose?: () => void }} [o]
 */
export async function connect(url, { onclose } = {}) {
  const { default: postgres } = await import('postgres');
  return postgres(url, { max: 1, idle_timeout: 0, max_lifetime: null, connect_timeout: 5, onnotice() {}, onclose });
}

/**
 * What postmaster.pid says. PostgreSQL writes it and PostgreSQL deletes it; here it is only read, and a
 * hint at most: the machine may have been restarted since, and the number be another process's.
 * @param {string} pgData
 * @returns {{ pid: number, port: number, ready: boolean } | null}
 */
export function readPidFile(pgData) {
  try {
    const lines = fs.readFileSync(path.join(pgData, 'postmaster.pid'), 'utf8').split('\n');
    const [pid, , , port] = lines.map(Number);
    return pid ? { pid, port: port ?? 0, ready: lines[7]?.startsWith('ready') ?? false } : null;
  } catch {
    return null;
  }
}

/**
 * Whether a process exists; another account's counts.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * The command line of a process, or '' if it cannot be told.
 * @param {number} pid
 */
function commandOf(pid) {
  try {
    if (process.platform === 'linux') return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/**
 * Whether a process may be the server of this directory, as far as its command line tells: a PostgreSQL that was not
 * started over another one.
 * @param {number} pid
 * @param {string} pgData
 */
export function mayServe(pid, pgData) {
  const command = commandOf(pid);
  if (!path.basename(command.split(' -')[0] ?? '').startsWith('postgres')) return false;
  const named = / -D (.+?) -/.exec(command)?.[1];
  return !named || !fs.existsSync(named) || fs.realpathSync(named) === fs.realpathSync(pgData);
}

/**
 * Connects to the server that postmaster.pid names and asks it which directory it serves; only that
 * answer is believed. Waits while that server is still starting up.
 * @param {string} pgData
 * @param {string} password
 * @returns {Promise<{ pid: number, port: number } | null>} null when none serves this directory
 */
export async function findRunning(pgData, password) {
  for (const limit = Date.now() + 30_000; Date.now() < limit; await sleep(250)) {
    const note = readPidFile(pgData);
    if (!note) return null;
    if (note.port && (await servedDirectory(urlOf(note.port, password))) === fs.realpathSync(pgData)) return note;
    if (!isAlive(note.pid) || !mayServe(note.pid, pgData)) return null;
  }
  return null;
}

/** @param {string} url */
async function servedDirectory(url) {
  const sql = await connect(url);
  try {
    const [row] = await sql`show data_directory`;
    return fs.realpathSync(row?.data_directory);
  } catch {
    return null;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/**
 * Takes the data for this launcher until the connection ends, so that a second one cannot.
 * @param {string} url
 * @param {() => void} [onLost] called once if the connection falls while the lock is held
 * @returns {Promise<(() => Promise<void>) | null>} the release, or null if another holds it
 */
export async function holdData(url, onLost) {
  let held = false;
  const sql = await connect(url, {
    onclose() {
      if (held) onLost?.();
      held = false;
    },
  });
  const [row] = await sql`select pg_try_advisory_lock(${LOCK_KEY}) as mine`;
  held = row?.mine === true;
  const release = async () => {
    held = false;
    await sql.end({ timeout: 1 });
  };
  if (held) return release;
  await release();
  return null;
}
