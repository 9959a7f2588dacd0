import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { isRoot } from '../../db/embedded/account.mjs';
import { Refusal } from '../../db/embedded/refusal.mjs';

/** The first has no window to draw: the same stories cost it less. */
const KNOWN = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
];

/**
 * A Chromium for the browser tests: Playwright's own, the system's, or one installed now (root on Debian).
 * @param {import('../launcher/console.mjs').Console} voice
 * @returns {Promise<string>} its program
 * @throws {Refusal} there is none and this account cannot install it
 */
export async function ensureChromium(voice) {
  const { chromium } = await import('@playwright/test');
  const find = () => [chromium.executablePath(), ...KNOWN].find((file) => file && fs.existsSync(file));
  const found = find();
  if (found) return found;
  if (isRoot() && fs.existsSync('/usr/bin/apt-get')) {
    await voice.step('Instalando Chromium', async () => {
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      spawnSync('apt-get', ['update', '-q'], { env, stdio: 'ignore' });
      const install = (/** @type {string} */ name) =>
        spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], { env, stdio: 'ignore' }).status;
      if (install('chromium-headless-shell') !== 0) install('chromium');
    });
    const installed = find();
    if (installed) return installed;
  }
  throw new Refusal('Falta Chromium para las pruebas del navegador: instalarlo con «sudo apt-get install -y chromium»');
}
