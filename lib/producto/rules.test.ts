import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  avisoDeCodigo,
  busquedaDe,
  digitoVerificador,
  esCodigoGtin,
  margenPorcentaje,
  nivelStock,
  normalizarTexto,
  palabrasDe,
  variantesDeCodigo,
} from './rules';
import '@/tests/harness/semilla';

describe('codes', () => {
  test.each(['7771214001109', '0886926292657', '96385074', '036000291452'])('%s checks', (codigo) => {
    expect(esCodigoGtin(codigo)).toBe(true);
    expect(avisoDeCodigo(codigo)).toBeNull();
  });

  test('a wrong last digit is remarked with the right one, never refused', () => {
    expect(esCodigoGtin('7771214001108')).toBe(false);
    expect(avisoDeCodigo('7771214001108')).toBe('El último dígito no corresponde: debería ser 9.');
  });

  test.each(['PAN-01', '123', '12345678901234', 'ABCDEFGH'])('%s is free text, without remarks', (codigo) => {
    expect(avisoDeCodigo(codigo)).toBeNull();
  });

  test('any single wrong digit of an EAN-13 is noticed', () => {
    const doce = fc.stringMatching(/^\d{12}$/);
    fc.assert(
      fc.property(doce, fc.nat(12), fc.integer({ min: 1, max: 9 }), (base, i, suma) => {
        const codigo = `${base}${digitoVerificador(base)}`;
        const malo = [...codigo].map((d, j) => (j === i ? String((Number(d) + suma) % 10) : d)).join('');
        expect(esCodigoGtin(codigo)).toBe(true);
        expect(esCodigoGtin(malo)).toBe(false);
      }),
    );
  });

  test('a UPC-A and the EAN-13 that scanners make of it are one code', () => {
    expect(variantesDeCodigo('036000291452')).toEqual(['036000291452', '0036000291452']);
    expect(variantesDeCodigo('0036000291452')).toEqual(['0036000291452', '036000291452']);
    expect(variantesDeCodigo('7771214001109')).toEqual(['7771214001109']);
  });
});

describe('search text', () => {
  test('case, accents and spaces do not matter', () => {
    expect(normalizarTexto('  Piña   COLADA Ñandú ')).toBe('pina colada nandu');
    expect(busquedaDe('Té Clásico', '777ABC')).toBe('te clasico 777abc');
    expect(busquedaDe('Pan', null)).toBe('pan');
  });

  test('words are searched one by one, once each, at most eight', () => {
    expect(palabrasDe(' Leche  PIL leche ')).toEqual(['leche', 'pil']);
    expect(palabrasDe('a b c d e f g h i j')).toHaveLength(8);
    expect(palabrasDe('   ')).toEqual([]);
  });
});

test('at the minimum it is already low, and nothing left is always out', () => {
  expect(nivelStock(0, 0)).toBe('agotado');
  expect(nivelStock(5, 5)).toBe('bajo');
  expect(nivelStock(6, 5)).toBe('normal');
});

test('the margin is on the price, and there is none without one', () => {
  expect(margenPorcentaje(1000, 750)).toBe(25);
  expect(margenPorcentaje(300, 200)).toBe(33.3);
  expect(margenPorcentaje(1000, 1100)).toBe(-10);
  expect(margenPorcentaje(0, 100)).toBeNull();
});
