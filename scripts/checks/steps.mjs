import os from 'node:os';
import { ROOT } from '../launcher/options.mjs';
import { Processes } from '../launcher/processes.mjs';

const bin = (/** @type {string} */ name) => `node_modules/${name}`;

/**
 * How many of TypeScript's checkers share the files, by the processors that the other steps leave. Each works out again the
 * types that its files have in common with those of the rest: four of them, its default, do twice the work of one.
 */
const CHECKERS = Math.min(4, Math.max(1, os.availableParallelism() - 1));

/**
 * What `npm run verify` runs, the longest first: each a name and the programs that must all end well. Types are judged
 * from nothing: TypeScript's cache does not notice that Next has generated other routes.
 */
export const STEPS = [
  {
    name: 'tipos',
    programs: [
      [bin('next/dist/bin/next'), 'typegen'],
      [bin('typescript/bin/tsc'), '--noEmit', '--incremental', 'false', '--checkers', String(CHECKERS)],
    ],
  },
  { name: 'formato y estilo', programs: [[bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.']] },
  { name: 'fronteras', programs: [['scripts/check-boundaries.mjs']] },
  { name: 'código muerto', programs: [[bin('knip/bin/knip.js')]] },
  { name: 'rutas en documentos', programs: [['scripts/check-docs.mjs']] },
  { name: 'seguridad', programs: [['scripts/check-seguridad.mjs']] },
  { name: 'reglas de la casa', programs: [['scripts/check-house.mjs']] },
];

/**
 * Runs one step.
 * @param {{ name: string, programs: string[][] }} step
 * @returns {Promise<{ name: string, ok: boolean, seconds: number, output: string }>}
 */
export async function runStep({ name, programs }) {
  const began = performance.now();
  const processes = new Processes();
  /** @type {string[]} */
  const said = [];
  let ok = true;
  for (const program of programs) {
    const code = await processes.start(program, {
      env: { NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1', FORCE_COLOR: undefined },
      onLine: (line) => said.push(line),
    });
    ok = code === 0;
    if (!ok) break;
  }
  return { name, ok, seconds: (performance.now() - began) / 1000, output: said.join('\n') };
}

/** How many steps run at once: the types take half of the time, and the rest together the other half. */
const AT_ONCE = 2;

/**
 * Runs them all, saying one line for each and everything a failed one said.
 * @returns {Promise<{ passed: number, failed: number, failures: string[] }>}
 */
export async function runVerify() {
  process.chdir(ROOT);
  /** @type {string[]} */
  const failures = [];
  const waiting = [...STEPS];
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const { name, ok, seconds, output } = await runStep(step);
      console.log(`${ok ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`);
      if (ok) continue;
      failures.push(name);
      console.log(output.replace(/^/gm, '    '));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return { passed: STEPS.length - failures.length, failed: failures.length, failures };
}
