import fs from 'node:fs';
import { canInstall, installOneOf } from './debian.mjs';

/** Where distributions put it. The tests look in the same places. */
export const REDIS_PLACES = ['/usr/bin/redis-server', '/usr/local/bin/redis-server', '/opt/homebrew/bin/redis-server'];

const found = () => REDIS_PLACES.some((file) => fs.existsSync(file));

/** Installs the system's redis-server where there is none and it can be done. */
export async function bringRedis() {
  if (!found() && canInstall()) await installOneOf('redis-server');
}

/**
 * A redis-server for the tests of the short-lived keys: the system's, or one installed now (root on Debian). Its
 * package's own service is not started.
 * @param {import('../launcher/console.mjs').Console} voice
 * @param {Promise<void>} [coming] the system's, when it is being brought already
 * @returns {Promise<string>} '' when there is one, else the sentence that says how to get it
 */
export async function ensureRedis(voice, coming) {
  if (!found() && canInstall()) await voice.step('Instalando Redis', () => coming ?? bringRedis());
  return found()
    ? ''
    : 'Falta Redis para probar las claves de corta vida: instalarlo con «sudo apt-get install -y redis-server»';
}
