import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Refusal } from '../../db/embedded/refusal.mjs';
import { canInstall, installOneOf } from './debian.mjs';

/** The first has no window to draw: the same stories cost it less. */
const KNOWN = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
];

/** @param {string[]} places */
const thereIs = (places) => places.find((file) => file && fs.existsSync(file));

/** Where Playwright keeps its own, which only its package can find. */
const OWN = path.join(os.homedir(), '.cache/ms-playwright');

/** Installs the system's Chromium where there is none of any kind and it can be done. */
export async function bringChromium() {
  if (!thereIs([...KNOWN, OWN]) && canInstall()) await installOneOf('chromium-headless-shell', 'chromium');
}

/**
 * A Chromium for the browser tests: Playwright's own, the system's, or one installed now (root on Debian).
 * @param {import('../launcher/console.mjs').Console} voice
 * @param {Promise<void>} [coming] the system's, when it is being brought already
 * @returns {Promise<string>} its program
 * @throws {Refusal} there is none and this account cannot install it
 */
export async function ensureChromium(voice, coming) {
  const { chromium } = await import('@playwright/test');
  const find = () => thereIs([chromium.executablePath(), ...KNOWN]);
  if (!find() && canInstall()) await voice.step('Instalando Chromium', () => coming ?? bringChromium());
  const found = find();
  if (found) return found;
  throw new Refusal('Falta Chromium para las pruebas del navegador: instalarlo con «sudo apt-get install -y chromium»');
}
