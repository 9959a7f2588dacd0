import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { Refusal } from './refusal.mjs';

/**
 * The system account that runs PostgreSQL. Empty for a normal user, who runs it as themselves.
 * @typedef {{ uid?: number, gid?: number, name?: string }} Account
 */

/** True when this process is root, which PostgreSQL refuses to run as. */
export const isRoot = () => process.getuid?.() === 0;

/**
 * Chooses the account: the owner of an existing data directory if it is not root's (so that a shop
 * started once with sudo still opens for its user), else `postgres`, else `nobody`.
 * @param {string} pgData
 * @returns {Account}
 */
export function serverAccount(pgData) {
  if (!isRoot()) return {};
  const owner = fs.statSync(pgData, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: `uid ${owner.uid}` };
  for (const name of ['postgres', 'nobody']) {
    const id = (/** @type {string} */ flag) =>
      Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
    try {
      return { uid: id('-u'), gid: id('-g'), name };
    } catch {
      // not on this machine: try the next
    }
  }
  throw new Refusal('PostgreSQL no corre como root y no existe la cuenta «postgres» ni «nobody»: indicar DATABASE_URL');
}

/**
 * The spawn options that make a child run as the account, with nothing of our environment.
 * @param {Account} account
 */
export function asAccount({ uid, gid }) {
  const env = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
  return { ...(uid === undefined ? {} : { uid, gid }), cwd: '/', env };
}

/**
 * Whether the account can enter a directory; asked of the kernel, so ACLs and mounts count.
 * @param {string} dir must exist
 * @param {Account} account
 */
export function canEnter(dir, account) {
  if (account.uid === undefined) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', dir], asAccount(account)).status === 0;
}

/**
 * Gives a file or folder to the account; does nothing for a normal user.
 * @param {string} file
 * @param {Account} account
 */
export function giveTo(file, { uid, gid }) {
  if (uid !== undefined && gid !== undefined) fs.chownSync(file, uid, gid);
}
