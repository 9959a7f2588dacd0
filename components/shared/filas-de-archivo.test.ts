import { describe, expect, it } from 'vitest';
import { lineaCsv } from '@/lib/action/csv';
import { Page } from '@/lib/action/page';
import { streamXlsx } from '@/lib/action/stream-xlsx';
import type { Context } from '@/lib/context';
import { contadorDeCsv, lineasDeXlsx } from './filas-de-archivo';

describe('the lines of a CSV', () => {
  it('are counted however its bytes are cut, and a line break inside a cell is none', () => {
    const bytes = new TextEncoder().encode(
      ['a', 'dos\nlíneas', 'con "comillas"\r\n', 'fin'].map((t) => lineaCsv([t])).join(''),
    );
    for (const corte of [1, 3, 7, bytes.length]) {
      const contar = contadorDeCsv();
      let lineas = 0;
      for (let i = 0; i < bytes.length; i += corte) lineas = contar(bytes.slice(i, i + corte));
      expect(lineas).toBe(4);
    }
  });
});

describe('the rows of a workbook', () => {
  const libro = async (filas: number) => {
    const items = Array.from({ length: filas }, (_, i) => `<row ${i}> & '=1+1'`);
    const list = async () => new Page(items);
    const de = { list, columnas: [['Uno', (t: string) => t]] as const, nombre: 'prueba' };
    return new Uint8Array(await (await streamXlsx({} as Context, {}, de)).arrayBuffer());
  };

  it.each([0, 1, 5_000])('are counted, heads included: %i', async (filas) => {
    expect(await lineasDeXlsx(await libro(filas))).toBe(filas + 1);
  });

  it('of what is no workbook are none', async () => {
    expect(await lineasDeXlsx(new TextEncoder().encode('no es un zip, aunque es un texto largo'))).toBe(0);
  });
});
