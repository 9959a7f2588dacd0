import fs from 'node:fs';
import path from 'node:path';
import { Product } from './product.mjs';
import { countPlaywright } from './totals.mjs';

/** Next writes a new one with each build. */
const BUILD_ID = '.next/BUILD_ID';
const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js';

/**
 * The built product as its user meets it: started from nothing, closed through npm, started again, used in a
 * browser, audited and closed.
 * @param {import('../launcher/session.mjs').Session} session
 * @param {import('./totals.mjs').Totals} totals
 * @param {{ dir: string, chromium: string }} o dir: the run's folder
 */
export async function browserStage({ voice, processes }, totals, { dir, chromium }) {
  const data = path.join(dir, 'demo');
  const product = new Product(processes, data);
  const first = await voice.step('npm run demo, primera vez', (detail) => product.start(detail));
  totals.check('npm run demo arranca desde una carpeta vacía', true, `${first.toFixed(1)} s`);
  await closeAll(product, totals, 'SIGTERM a npm no deja nada en marcha');

  const built = fs.readFileSync(BUILD_ID, 'utf8');
  const second = await voice.step('npm run demo, segunda vez', (detail) => product.start(detail));
  const same = fs.readFileSync(BUILD_ID, 'utf8') === built;
  totals.check(
    'el segundo arranque no construye de nuevo',
    same,
    `${second.toFixed(1)} s; el primero, ${first.toFixed(1)} s`,
  );

  const report = path.join(dir, 'playwright.json');
  const env = { BASE_URL: product.url, CHROMIUM: chromium, E2E_REPORT: report };
  const code = await processes.start([PLAYWRIGHT, 'test'], { env, inherit: true });
  totals.add('navegador', countPlaywright(report, code));

  /** @type {string[]} */
  const said = [];
  const audit = await processes.start(['scripts/con-base.mjs', 'verificar'], {
    env: { DATOS_DIR: data, DATABASE_URL: '' },
    onLine: (line) => said.push(line),
  });
  totals.check('después del navegador, npm run verificar no encuentra nada', audit === 0, said.join('\n'));
  await closeAll(product, totals, 'después del navegador también cierra entero');
}

/**
 * @param {Product} product
 * @param {import('./totals.mjs').Totals} totals
 * @param {string} name
 */
async function closeAll(product, totals, name) {
  const left = await product.stop();
  totals.check(name, left.length === 0, left.join('; '));
}
