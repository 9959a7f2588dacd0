import { defineConfig } from '@playwright/test';
import { ARGUMENTOS } from './e2e/argumentos';

/** The days of a browser that keeps the product, as a shop's does: it opens without the server. */
const CON_COPIA = ['{equipo-sin-red,equipos,jornada,muertes,sin-conexion}.spec.ts'];
/** A story here is long: begun among the last it would be told alone, with a processor idle. */
const LARGAS = ['{caja,turno-teclado}.spec.ts'];
/** The first leaves twenty thousand products in the shop, which every counter would carry: beside it are some without one. */
const AL_FINAL = ['{veinte-mil,recuperar,usuarios}.spec.ts'];

/**
 * Keeping the whole product in each new browser costs it as much as the story, and so does reading its programs anew: the stories
 * of a size follow one another in a browser that has them, and that is emptied of what was kept.
 */
const DE_OTRA = { serviceWorkers: 'block', reuseContext: true } as const;

/** Browser tests against a served product: `npm test` starts one and says where in BASE_URL. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  timeout: 90_000,
  expect: { timeout: 10_000 },
  // the stories share one shop, but each makes the people, cajas and products it needs; some mostly wait, so that three
  // files at a time keep two processors busy
  workers: 3,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // The longest come first: those of a project are begun in the order of their names.
  projects: [
    { name: 'con copia', testMatch: CON_COPIA },
    { name: 'las largas', testMatch: LARGAS, use: DE_OTRA },
    { name: 'tienda', testIgnore: [...CON_COPIA, ...LARGAS, ...AL_FINAL], use: DE_OTRA },
    { name: 'al final', testMatch: AL_FINAL, dependencies: ['con copia', 'las largas', 'tienda'], use: DE_OTRA },
  ],
  reporter: process.env.E2E_REPORT ? [['list'], ['json', { outputFile: process.env.E2E_REPORT }]] : 'list',
  use: {
    baseURL: process.env.BASE_URL ?? 'http://localhost:3000',
    locale: 'es-BO',
    timezoneId: 'America/La_Paz',
    // what is half faded in has the contrast of half a fade, and every dialog would be waited for
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    // A trace of every step is costly: asked for when a failure is being looked into.
    trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
    launchOptions: { executablePath: process.env.CHROMIUM || undefined, args: ARGUMENTOS },
  },
});
