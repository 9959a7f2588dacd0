import { describe, expect, test } from 'vitest';
import { detectarSeparador, finMasUsado, leerCsv, type Registro } from './leer-csv';

async function leer(texto: string): Promise<Registro[]> {
  const registros: Registro[] = [];
  for await (const registro of leerCsv(texto, detectarSeparador(texto))) registros.push(registro);
  return registros;
}
const celdas = async (texto: string) => (await leer(texto)).map((r) => r.celdas);

describe('leerCsv', () => {
  test.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons', 'a;b\n1;2\n'],
    ['tabs', 'a\tb\n1\t2\n'],
    ['Windows line ends', 'a,b\r\n1,2\r\n'],
    ['no last line end', 'a,b\n1,2'],
    ['empty lines', '\na,b\n\n\n1,2\n\n'],
    ['the sep= line of Excel', 'sep=;\r\na;b\r\n1;2\r\n'],
  ])('reads %s', async (_, texto) => {
    expect(await celdas(texto)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  test('quoted cells keep separators, doubled quotes and line ends; other quotes are only signs', async () => {
    expect(await celdas('a,b\n"x, ""y""",2\n12" tele,3\n"Bon "o" Bon",4\n')).toEqual([
      ['a', 'b'],
      ['x, "y"', '2'],
      ['12" tele', '3'],
      ['"Bon "o" Bon"', '4'],
    ]);
  });

  test('a separator inside quotes of the header does not decide', () => {
    expect(detectarSeparador('"a,b,c,d";e;f\n')).toBe(';');
  });

  test('each record knows the line where it starts, also after one of several lines', async () => {
    const lineas = (await leer('a,b\n\n1,2\n"x\ny",3\n4,5\n')).map((r) => [r.linea, r.lineas]);
    expect(lineas).toEqual([
      [1, 1],
      [3, 1],
      [4, 2],
      [6, 1],
    ]);
  });

  test.each([
    ['lf', 'a,b\n1,2\n', ['lf', 'lf']],
    ['crlf', 'a,b\r\n1,2\r\n3,4\n', ['crlf', 'crlf', 'lf']],
    ['cr', 'a,b\r1,2\r', ['cr', 'cr']],
  ])('says how lines end: mostly %s', async (mas, texto, fines) => {
    expect(finMasUsado(texto)).toBe(mas);
    expect((await leer(texto)).map((r) => r.fin)).toEqual(fines);
  });

  test('a quote never closed gives the rows before it and one that says so', async () => {
    const registros = await leer('a,b\n1,2\n"sin fin,3\n4,5\n');
    expect(registros.map((r) => r.linea)).toEqual([1, 2, 3]);
    expect(registros.at(-1)).toMatchObject({ linea: 3, sinCerrar: true });
  });

  test('a text longer than one piece is read whole', async () => {
    const filas = Array.from({ length: 9000 }, (_, i) => `${i},nombre número ${i}`);
    const leidas = await celdas(`a,b\n${filas.join('\n')}\n`);
    expect(leidas).toHaveLength(9001);
    expect(leidas.at(-1)).toEqual(['8999', 'nombre número 8999']);
  });
});
