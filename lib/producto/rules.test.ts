import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  avisoDeCodigo,
  busquedaDe,
  digitoVerificador,
  enArbol,
  esCodigoGtin,
  margenPorcentaje,
  nivelStock,
  normalizarTexto,
  palabrasDe,
  precioPorUnidad,
  precioVigente,
  presentacionesQueCaben,
  stockDePresentacion,
  upcDeCorto,
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

describe('presentations', () => {
  test('two six-packs take twelve units, and a third of a box of ten does not', () => {
    expect(stockDePresentacion(2000, 6000)).toBe(12_000);
    expect(stockDePresentacion(1500, 500)).toBe(750);
    expect(stockDePresentacion(333, 10)).toBeNull();
    expect(stockDePresentacion(10_000_000_000, 2000)).toBeNull();
  });

  test('whole presentations always take a whole stock, and as many as fit fit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 0, max: 1_000_000 }), (factor, stock) => {
        const caben = presentacionesQueCaben(stock, factor);
        expect(stockDePresentacion(caben * 1000, factor)).toBeLessThanOrEqual(stock);
        expect(stockDePresentacion((caben + 1) * 1000, factor)).toBeGreaterThan(stock);
      }),
    );
  });

  test('the price in force is the most particular one, and the branch may give things away', () => {
    expect(precioVigente({ producto: 500, presentacion: null, sucursal: null })).toBe(500);
    expect(precioVigente({ producto: 500, presentacion: 2700, sucursal: null })).toBe(2700);
    expect(precioVigente({ producto: 500, presentacion: 2700, sucursal: 0 })).toBe(0);
    expect(precioPorUnidad(2700, 6000)).toBe(450);
    expect(precioPorUnidad(1000, 3000)).toBe(333);
  });
});

test('categories come in the order of their tree, each with its depth', () => {
  const c = (id: number, id_padre: number | null) => ({ id, id_padre });
  const arbol = enArbol([c(1, null), c(2, 4), c(3, 1), c(4, null), c(5, 3), c(6, 99)]);
  expect(arbol.map((x) => [x.id, x.nivel])).toEqual([
    [1, 0],
    [3, 1],
    [5, 2],
    [4, 0],
    [2, 1],
    [6, 0],
  ]);
});

describe('upcDeCorto', () => {
  test.each([
    ['04252614', '042100005264'],
    ['01234565', '012345000065'],
    ['01278907', '012000007897'],
  ])('%s is %s without its zeros', (corto, largo) => {
    expect(upcDeCorto(corto)).toBe(largo);
    expect(variantesDeCodigo(corto)).toEqual([corto, largo, `0${largo}`]);
  });

  test('is not read with a wrong check digit, nor from an EAN-8', () => {
    expect(upcDeCorto('04252615')).toBeNull();
    expect(variantesDeCodigo('96385074')).toEqual(['96385074']);
  });
});
