import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { isRoot } from '../../db/embedded/account.mjs';

/** Debian's packages can be installed by this account. */
export const canInstall = () => isRoot() && fs.existsSync('/usr/bin/apt-get');

/** @param {string[]} args */
async function apt(...args) {
  // invoke-rc.d starts no service in runlevel 1
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const child = spawn('apt-get', ['-q', '-y', ...args], { env, stdio: 'ignore' });
  return new Promise((resolve) => child.once('error', () => resolve(1)).once('close', resolve));
}

/** One at a time: apt locks its folders. The lists are brought once. @type {Promise<unknown>} */
let turn = Promise.resolve();
let listed = false;

/**
 * Installs the first of some packages that this Debian has. Services of a package are not started.
 * @param {string[]} names
 * @returns {Promise<boolean>} whether one was installed
 */
export function installOneOf(...names) {
  const mine = turn.then(async () => {
    if (!listed) await apt('update');
    listed = true;
    for (const name of names) if ((await apt('install', '--no-install-recommends', name)) === 0) return true;
    return false;
  });
  turn = mine;
  return mine;
}
