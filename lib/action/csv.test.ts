import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dinero, lineaCsv } from './csv';
import '@/tests/harness/semilla';

const leer = (texto: string) => (parse(texto, { delimiter: ';', relax_column_count: true }) as string[][])[0];

describe('lineaCsv', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x";"y")', '＝1'])(
    'a text that begins like a formula is only a text: %j',
    (texto) => {
      const [celda = ''] = leer(lineaCsv([texto])) ?? [];
      expect(celda).toBe(`'${texto}`);
    },
  );

  it('writes numbers as numbers, with a decimal comma, and nothing as nothing', () => {
    expect(lineaCsv([1.5, -2, null, 'a'])).toBe('1,5;-2;;a\r\n');
  });

  it('writes an amount with its two decimals', () => {
    expect(lineaCsv([dinero(1.5), dinero(-1_234), dinero(0), dinero(null)])).toBe('1,50;-1234,00;0,00;\r\n');
  });

  it('whatever a text holds, a reader gets it back whole and in its cell', () => {
    const texto = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((t) => !/^[=+\-@\t\r\0＝＋－＠\uFEFF]/u.test(t));
    fc.assert(
      fc.property(texto, texto, (a, b) => {
        expect(leer(lineaCsv([a, b, 'fin']))).toEqual([a, b, 'fin']);
      }),
    );
  });
});
