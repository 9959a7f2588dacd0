import fs from 'node:fs';
import { install } from './launcher/install.mjs';
import { runSession } from './launcher/session.mjs';
import { browserStage } from './testing/browser-stage.mjs';
import { bringChromium, ensureChromium } from './testing/chromium.mjs';
import { bringRedis, ensureRedis } from './testing/redis.mjs';
import { runFolder } from './testing/run-folder.mjs';
import { Totals } from './testing/totals.mjs';
import { runVitest } from './testing/vitest.mjs';

/**
 * `npm test`: what the product does, from a fresh clone, with nothing else to type: units, properties, integration and
 * concurrency over a real PostgreSQL, and the built product in a browser. Ends with one line of totals; fails if anything failed
 * or a stage ran no test. How the sources are written is `npm run verify`; what mistreats the product, `npm run faults`.
 */
await runSession(async (session) => {
  const { voice, processes } = session;
  neutralEnvironment();
  // What Debian has comes while npm unpacks.
  const coming = { chromium: bringChromium(), redis: bringRedis() };
  await install(processes, voice);
  const chromium = await ensureChromium(voice, coming.chromium);
  const sinRedis = await ensureRedis(voice, coming.redis);
  const { dir } = await session.own(runFolder());
  const totals = new Totals();

  totals.check('hay un Redis con que probar', sinRedis === '', sinRedis);
  totals.add('unidad, propiedades e integración', await runVitest(processes, { dir, name: 'vitest' }));
  try {
    await browserStage(session, totals, { dir, chromium });
  } catch (error) {
    session.explain(error);
    totals.check('el producto arranca y el navegador lo usa', false);
  }
  voice.say('Fin de las pruebas');
  totals.close();
  return totals.failed > 0 ? 1 : 0;
});

/** Empties (which counts as unset) every variable of the product: a developer's `.env` must not decide for the tests. */
function neutralEnvironment() {
  const known = fs.readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=/gm);
  for (const [, name] of known) process.env[String(name)] = '';
}
