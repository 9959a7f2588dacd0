import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import '@/tests/harness/semilla';
import { digitoVerificador } from '@/lib/producto/rules';
import { barrasDe } from './barras';
import { codigoInterno, enPaginas, FORMATOS, prefijosLibres } from './rules';

/** The modules of a drawing, `1` dark, read back from its path. */
function modulosDe({ trazo, ancho }: { trazo: string; ancho: number }): string {
  const modulos = Array.from({ length: ancho }, () => '0');
  for (const [, x, w] of trazo.matchAll(/M(\d+) 0h(\d+)v1h-\2z/g)) modulos.fill('1', Number(x), Number(x) + Number(w));
  return modulos.join('');
}

// ISO/IEC 15420, table 1: the digits of set A; C is its complement and B is C read backwards. Table 3: which set each left digit has.
const A = [
  '0001101',
  '0011001',
  '0010011',
  '0111101',
  '0100011',
  '0110001',
  '0101111',
  '0111011',
  '0110111',
  '0001011',
];
const C = A.map((m) => [...m].map((x) => (x === '0' ? '1' : '0')).join(''));
const B = C.map((m) => [...m].reverse().join(''));
const PARIDAD = ['AAAAAA', 'AABABB', 'AABBAB', 'AABBBA', 'ABAABB', 'ABBAAB', 'ABBBAA', 'ABABAB', 'ABABBA', 'ABBABA'];

/** What a scanner reads of an EAN-13; throws when it is not one. */
function leerEan13(modulos: string): string {
  const barras = /^0{11}101([01]{42})01010([01]{42})1010{11}$/.exec(modulos);
  if (!barras) throw new Error('the guards are not there');
  const [izquierda, derecha] = [barras[1] ?? '', barras[2] ?? ''].map((m) => m.match(/.{7}/g) ?? []);
  const paridad = (izquierda ?? []).map((m) => (A.includes(m) ? 'A' : 'B')).join('');
  const digitos = [
    PARIDAD.indexOf(paridad),
    ...(izquierda ?? []).map((m) => Math.max(A.indexOf(m), B.indexOf(m))),
    ...(derecha ?? []).map((m) => C.indexOf(m)),
  ];
  if (digitos.includes(-1)) throw new Error('a digit is not one');
  return digitos.join('');
}

describe('the bars of an EAN-13', () => {
  test('are read back as the code, whatever it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{12}$/), (cuerpo) => {
        const codigo = `${cuerpo}${digitoVerificador(cuerpo)}`;
        const barras = barrasDe(codigo);
        expect(barras?.simbologia).toBe('ean13');
        expect(leerEan13(modulosDe(barras ?? { trazo: '', ancho: 0 }))).toBe(codigo);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['96385074', 'ean8', 81],
    ['036000291452', 'upca', 113],
    ['ACE-12', 'code128', 121],
    ['7771214001100', 'code128', null],
  ])('%s is drawn as %s, with its silence', (codigo, simbologia, ancho) => {
    const barras = barrasDe(codigo);
    expect(barras?.simbologia).toBe(simbologia);
    if (ancho !== null) expect(barras?.ancho).toBe(ancho);
  });

  test('what no bars can carry has none', () => {
    expect(barrasDe('CÓDIGO-Ñ')).toBeNull();
  });
});

describe('codes of the shop', () => {
  test('are valid EAN-13 that tell a product from a presentation', () => {
    expect(codigoInterno('29', 'producto', 27)).toBe('2900000000278');
    expect(leerEan13(modulosDe(barrasDe(codigoInterno('29', 'presentacion', 27)) ?? { trazo: '', ancho: 0 }))).toMatch(
      /^291000000027/,
    );
  });

  test('leave to the scales their prefixes', () => {
    expect(prefijosLibres(['20AAAAAPPPPPC', '29AAAAAPPPPPC'])).toEqual([
      '28',
      '27',
      '26',
      '25',
      '24',
      '23',
      '22',
      '21',
    ]);
  });
});

test('labels fall on their pages from the first place that is free', () => {
  expect(enPaginas([1, 2, 3], { ...FORMATOS['hoja-24'], columnas: 2, filas: 1 }, 1)).toEqual([
    [null, 1],
    [2, 3],
  ]);
  expect(enPaginas([1, 2], FORMATOS['rollo-50'])).toEqual([[1], [2]]);
});

test.each(Object.entries(FORMATOS))('the labels of %s fit on their paper', (_, f) => {
  if (f.papel === 'rollo') return;
  expect(f.margenX * 2 + f.columnas * f.ancho + (f.columnas - 1) * f.calle).toBeLessThanOrEqual(210.1);
  expect(f.margenY * 2 + f.filas * f.alto).toBeLessThanOrEqual(297);
});
