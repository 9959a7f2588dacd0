import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isAlive } from '../../db/embedded/connect.mjs';
import { survivors } from './product.mjs';

const MEMORY = '/dev/shm';
/** `statfs` of a file system that is only memory (statfs(2), TMPFS_MAGIC). */
const TMPFS = 0x01021994;
/** A run takes less than two: what is asked for leaves as much to everything else. */
const ROOM_BYTES = 8 * 2 ** 30;
const PREFIX = 'kantuta-pruebas-';

/**
 * A folder for the run's databases, browsers and reports, in memory where there is plenty: hundreds of databases come and go,
 * and none outlives the run. Whatever asks for a temporary folder gets it inside. Closing it ends what a crashed stage left
 * running over it.
 * @returns {Promise<{ dir: string, stop: () => Promise<void> }>}
 */
export async function runFolder() {
  const parent = hasRoom() ? MEMORY : os.tmpdir();
  sweep(parent);
  const dir = fs.mkdtempSync(path.join(parent, `${PREFIX}${process.pid}-`));
  fs.chmodSync(dir, 0o755);
  process.env.TMPDIR = path.join(dir, 'tmp');
  fs.mkdirSync(process.env.TMPDIR);
  fs.chmodSync(process.env.TMPDIR, 0o1777);
  return { dir, stop: async () => end(dir) };
}

function hasRoom() {
  try {
    const { type, bavail, bsize } = fs.statfsSync(MEMORY);
    return type === TMPFS && Math.min(bavail * bsize, os.freemem()) >= ROOM_BYTES;
  } catch {
    return false;
  }
}

/**
 * Takes away what a run left that was killed: nobody else would, and in memory it weighs.
 * @param {string} parent
 */
function sweep(parent) {
  for (const name of fs.readdirSync(parent)) {
    const [, pid] = new RegExp(`^${PREFIX}(\\d+)-`).exec(name) ?? [];
    if (!pid || isAlive(Number(pid))) continue;
    try {
      end(path.join(parent, name));
    } catch {
      // somebody else's
    }
  }
}

/** @param {string} dir */
function end(dir) {
  for (const { pid } of survivors(dir)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // it ended meanwhile
    }
  }
  fs.rmSync(dir, { recursive: true, force: true });
}
