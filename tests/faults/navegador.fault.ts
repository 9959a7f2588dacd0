import { afterAll, beforeAll, expect, it } from 'vitest';
import { Processes } from '@/scripts/launcher/processes.mjs';
import { Product } from '@/scripts/testing/product.mjs';
import { dataFolder } from './harness/launcher';

const KILLS = 200;
const CHROMIUM = process.env.CHROMIUM || '/usr/bin/chromium';

const processes = new Processes();
const dir = dataFolder();
const product = new Product(processes, dir);
beforeAll(async () => {
  await product.start(() => {});
}, 600_000);
afterAll(() => product.stop());

it(`the browser killed ${KILLS} times right after Cobrar: every ticket it said is in the books once`, async () => {
  const env = { BASE_URL: product.url, CHROMIUM, KILLS: String(KILLS) };
  const playwright = ['node_modules/@playwright/test/cli.js', 'test', 'e2e/muertes.spec.ts'];
  expect(await processes.start(playwright, { env, inherit: true })).toBe(0);
  const audit = ['scripts/con-base.mjs', 'verificar'];
  expect(await processes.start(audit, { env: { DATOS_DIR: dir, DATABASE_URL: '' }, inherit: true })).toBe(0);
});
