import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { checkSeguridad } from '@/scripts/checks/seguridad.mjs';

const base = fs.mkdtempSync(path.join(os.tmpdir(), 'kantuta-seguridad-'));
const write = (where: string, text: string) => {
  fs.mkdirSync(path.dirname(path.join(base, where)), { recursive: true });
  fs.writeFileSync(path.join(base, where), text);
};
const FILAS = {
  uno: '| 1.1.1 | 1 | cumple | Algo | Así | `tests/a.test.ts` › «keeps it» |',
  dos: '| 1.1.2 | 2 | cumple | Otra | Así | `tests/a.test.ts` › «%s is refused»; `tests/a.test.ts` › «the door» |',
  tres: '| 10.1.1 | 2 | no aplica | Otra más | No hay | — |',
};
const documento = (filas: Record<string, string>) =>
  write('docs/seguridad.md', `# x\n${Object.values(filas).join('\n')}\n`);

beforeEach(() => {
  write('scripts/checks/asvs-5.0.0.json', JSON.stringify({ nivel_1: ['1.1.1'], nivel_2: ['1.1.2', '10.1.1'] }));
  write(
    'tests/a.test.ts',
    "describe('the door', () => { it('keeps it', f); it.each(['a', f(1)])('%s is refused', f); test(`of a kind`, f); });",
  );
  documento(FILAS);
});
afterAll(() => fs.rmSync(base, { recursive: true, force: true }));

describe('the walk of the security requirements', () => {
  it('is whole when every requirement has its row and every cited test is there', () => {
    expect(checkSeguridad(base)).toEqual({ requisitos: 3, citas: 3, faltas: [] });
  });

  it.each([
    ['a requirement without its row', { ...FILAS, tres: '' }, 'falta 10.1.1'],
    ['a row twice', { ...FILAS, cuatro: FILAS.uno }, '1.1.1 está dos veces'],
    [
      'a requirement of nobody',
      { ...FILAS, cuatro: FILAS.uno.replace('1.1.1', '99.1.1') },
      '99.1.1 no es un requisito de los niveles 1 y 2',
    ],
    ['another level', { ...FILAS, uno: FILAS.uno.replace('| 1 |', '| 2 |') }, '1.1.1 es del nivel 1'],
    [
      'a test that is not there',
      { ...FILAS, uno: FILAS.uno.replace('keeps it', 'keeps them') },
      '1.1.1: tests/a.test.ts no tiene la prueba «keeps them»',
    ],
    [
      'a file that is not there',
      { ...FILAS, uno: FILAS.uno.replace('a.test', 'b.test') },
      '1.1.1: no existe tests/b.test.ts',
    ],
    [
      'met without a test',
      { ...FILAS, uno: '| 1.1.1 | 1 | cumple | Algo | Así | — |' },
      '1.1.1: dice que cumple y no cita ninguna prueba',
    ],
    ['no reason', { ...FILAS, tres: '| 10.1.1 | 2 | no | Otra |  | — |' }, '10.1.1: no dice cómo ni por qué'],
    ['another state', { ...FILAS, tres: FILAS.tres.replace('no aplica', 'quizás no') }, null],
    [
      'a citation of its own kind',
      { ...FILAS, tres: FILAS.tres.replace('—', 'ver tests') },
      '10.1.1: la cita no se entiende: ver tests',
    ],
  ])('%s fails, by name', (_que, filas, falta) => {
    documento(filas as Record<string, string>);
    const { faltas } = checkSeguridad(base);
    expect(faltas.length).toBeGreaterThan(0);
    if (falta) expect(faltas).toContain(falta);
  });

  it('of this repository is whole', () => {
    expect(checkSeguridad(process.cwd()).faltas).toEqual([]);
  });
});
