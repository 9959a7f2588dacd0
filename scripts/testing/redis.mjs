import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { isRoot } from '../../db/embedded/account.mjs';

/** Where distributions put it. The tests look in the same places. */
export const REDIS_PLACES = ['/usr/bin/redis-server', '/usr/local/bin/redis-server', '/opt/homebrew/bin/redis-server'];

/**
 * A redis-server for the tests of the short-lived keys: the system's, or one installed now (root on Debian). Its
 * package's own service is not started.
 * @param {import('../launcher/console.mjs').Console} voice
 * @returns {Promise<string>} '' when there is one, else the sentence that says how to get it
 */
export async function ensureRedis(voice) {
  const found = () => REDIS_PLACES.some((file) => fs.existsSync(file));
  if (found()) return '';
  if (isRoot() && fs.existsSync('/usr/bin/apt-get')) {
    await voice.step('Instalando Redis', async () => {
      // invoke-rc.d starts no service in runlevel 1
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
      spawnSync('apt-get', ['update', '-q'], { env, stdio: 'ignore' });
      spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'redis-server'], {
        env,
        stdio: 'ignore',
      });
    });
  }
  return found()
    ? ''
    : 'Falta Redis para probar las claves de corta vida: instalarlo con «sudo apt-get install -y redis-server»';
}
