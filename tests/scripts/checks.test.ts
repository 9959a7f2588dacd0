import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDocs, pathExists, pathsNamed } from '@/scripts/checks/docs.mjs';
import { checkHouse } from '@/scripts/checks/house.mjs';
import { countPlaywright, countVitest, Totals } from '@/scripts/testing/totals.mjs';

const base = fs.mkdtempSync(path.join(os.tmpdir(), 'kantuta-checks-'));
const write = (where: string, text: string) => {
  fs.mkdirSync(path.dirname(path.join(base, where)), { recursive: true });
  fs.writeFileSync(path.join(base, where), text);
};
beforeAll(() => {
  write('package-lock.json', '{ "packages": {} }');
  write('lib/venta/cobrar.ts', 'export const cobrar = 1;\n');
  write('app/(mostrador)/vender/page.tsx', 'export default 1;\n');
});
afterAll(() => fs.rmSync(base, { recursive: true, force: true }));

describe('the documents name paths that exist', () => {
  const tree = ['lib', 'lib/venta', 'lib/venta/cobrar.ts', 'app', 'app/(mostrador)/vender/page.tsx', 'README.md'];

  it('takes for a path what begins like one here, and nothing else', () => {
    const text =
      '`lib/venta/cobrar.ts:12`, `@/lib/venta`, `/api/ventas`, `application/json`, `npm run demo`, `venta:cobrar`';
    expect(pathsNamed(text, tree)).toEqual(['lib/venta/cobrar.ts', 'lib/venta']);
    expect(pathsNamed('```\nlib/no/es.ts\n```\n`README.md` and `x.y`', tree)).toEqual(['README.md']);
  });

  it.each([
    'lib/venta',
    'lib/venta/cobrar',
    'lib/<sala>/cobrar.ts',
    'lib/**',
    'lib/{venta,caja}/*.ts',
    'app/(mostrador)/vender/page.tsx',
    'cobrar.ts',
  ])('%s exists', (named) => expect(pathExists(named, tree)).toBe(true));

  it.each(['lib/venta/anular.ts', 'lib/<sala>/anular.ts', 'lib/*.css', 'otro.ts'])('%s does not', (named) =>
    expect(pathExists(named, tree)).toBe(false),
  );

  it('a document that names a missing path fails, by name', () => {
    write('docs/guia.md', 'See `lib/venta/cobrar.ts` and `lib/venta/anular.ts`.\n');
    expect(checkDocs(base)).toEqual({ documents: 1, missing: ['docs/guia.md: lib/venta/anular.ts'] });
  });
});

it('.env.example has every variable of the environment, and no other', () => {
  const names = (file: string, pattern: RegExp) =>
    [...fs.readFileSync(file, 'utf8').matchAll(pattern)].map(([, name]) => name).sort();
  const parsed = names('lib/env.ts', /^ {2}([A-Z_]+): /gm).filter((name) => name !== 'NODE_ENV');
  // What only the launcher reads, and what only the compose files do: the product never sees them.
  const launcher = ['DATOS_DIR', 'HTTPS', 'HTTPS_PORT', 'CERTIFICADO', 'CLAVE_CERTIFICADO', 'WHATSAPP'];
  const compose = ['POSTGRES_PASSWORD', 'DOMINIO'];
  expect(names('.env.example', /^([A-Z_]+)=/gm)).toEqual([...parsed, ...launcher, ...compose].sort());
});

describe('house rules', () => {
  it('a sound tree has no faults', () => expect(checkHouse(base)).toEqual([]));

  it('names download addresses, files over 300 lines and what was left half done', () => {
    write('package-lock.json', '{ "packages": { "a": { "resolved": "https://registro/a.tgz" } } }');
    write('lib/largo.ts', 'x\n'.repeat(301));
    write('lib/medias.ts', '// TODO\n');
    write('tests/largo.ts', 'x\n'.repeat(500));
    expect(checkHouse(base)).toEqual([
      'package-lock.json guarda direcciones de descarga ("resolved")',
      'lib/largo.ts tiene 301 líneas',
      'lib/medias.ts:1 quedó a medias',
    ]);
  });
});

describe('the totals of npm test', () => {
  const report = (content: unknown) => {
    write('informe.json', JSON.stringify(content));
    return path.join(base, 'informe.json');
  };
  /** Totals that keep their lines: printed among those of the run, they would look like its own failures. */
  const silent = () => {
    const said: string[] = [];
    return { totals: new Totals((line) => void said.push(line)), said };
  };

  it('a stage that ran no test is a failure', () => {
    const { totals, said } = silent();
    totals.add('vacía', { passed: 0, failed: 0 });
    totals.add('buena', { passed: 3, failed: 0 });
    totals.add('a medias', { passed: 1, failed: 1, skipped: 2, failures: ['otra'] });
    totals.check('una', false, 'no estaba');
    totals.check('dos', true);
    expect(totals).toMatchObject({ passed: 5, failed: 3, skipped: 2 });
    expect(totals.failures).toEqual(['vacía: terminó mal', 'a medias: otra', 'una (no estaba)']);
    expect(said).toEqual([
      '\n── vacía: no corrió ninguna prueba\n',
      '\n── buena: 3 bien, 0 mal\n',
      '\n── a medias: 1 bien, 1 mal, 2 sin probar\n',
      '✗ una (no estaba)',
      '✓ dos',
    ]);
  });

  it('what failed is named again at the end, before the totals', () => {
    const testResults = [
      {
        name: path.resolve('tests/x.test.ts'),
        status: 'failed',
        assertionResults: [
          { status: 'passed', fullName: 'a buena' },
          { status: 'failed', fullName: 'a mala', failureMessages: ['\u001b[31mError: no\u001b[39m\n    at x.ts:1'] },
        ],
      },
    ];
    write('pagina.md', '# Page snapshot\n\n```yaml\n- heading "Caja"\n```\n');
    const attachments = [{ name: 'error-context', path: path.join(base, 'pagina.md') }];
    const results = [{ error: { message: 'no se vio' }, attachments }];
    const mala = { title: 'cierra', ok: false, file: 'j.spec.ts', line: 7, tests: [{ results }] };
    const suites = [{ title: 'e2e', suites: [{ title: 'la jornada', specs: [{ ok: true }, mala] }] }];
    const { totals, said } = silent();
    totals.add('unidad', countVitest(report({ numPassedTests: 1, numFailedTests: 1, testResults }), 1));
    totals.add('navegador', countPlaywright(report({ stats: { expected: 1, unexpected: 1 }, suites }), 1));
    said.length = 0;
    totals.close();
    expect(said).toEqual([
      '✗ unidad: tests/x.test.ts › a mala\n    Error: no\n    at x.ts:1',
      '✗ navegador: j.spec.ts:7 › la jornada › cierra\n    no se vio\n- heading "Caja"',
      '2 passed, 2 failed',
    ]);
  });

  it('a test file that could not be loaded counts as failed', () => {
    const testResults = [
      { name: path.resolve('tests/y.test.ts'), status: 'failed', message: 'no carga', assertionResults: [] },
      { name: path.resolve('tests/z.test.ts'), status: 'passed', assertionResults: [{}] },
    ];
    expect(countVitest(report({ numPassedTests: 1, numFailedTests: 0, testResults }), 1)).toEqual({
      passed: 1,
      failed: 1,
      failures: ['tests/y.test.ts\n    no carga'],
    });
  });

  it('so do a file whose tests passed and whose closing did not, and an error outside any test', () => {
    const testResults = [
      { name: path.resolve('tests/y.test.ts'), status: 'failed', message: 'no cierra', assertionResults: [{}] },
    ];
    const stray = [
      { where: path.resolve('tests/z.test.ts'), message: 'sola' },
      { where: '', message: 'de nadie' },
    ];
    expect(countVitest(report({ numPassedTests: 1, numFailedTests: 0, testResults, stray }), 1)).toEqual({
      passed: 1,
      failed: 3,
      failures: [
        'tests/y.test.ts\n    no cierra',
        'tests/z.test.ts, fuera de toda prueba\n    sola',
        'Vitest, fuera de toda prueba\n    de nadie',
      ],
    });
  });

  it('a bad exit that no test explains, or a report that was never written, counts as failed', () => {
    expect(countVitest(report({ numPassedTests: 5, numFailedTests: 0, testResults: [] }), 1)).toEqual({
      passed: 5,
      failed: 1,
      failures: [],
    });
    const nothing = { passed: 0, failed: 1, failures: [] };
    expect(countVitest(path.join(base, 'ausente.json'), 1)).toEqual(nothing);
    expect(countPlaywright(path.join(base, 'ausente.json'), null)).toEqual(nothing);
  });

  it('a browser test that passed only when repeated has failed, and one that waited for it was not tried', () => {
    expect(countPlaywright(report({ stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 3 } }), 1)).toEqual({
      passed: 7,
      failed: 2,
      skipped: 3,
      failures: [],
    });
  });
});
