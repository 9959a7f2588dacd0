import fc from 'fast-check';
import { expect, test } from 'vitest';
import { precioConPorcentaje, REDONDEOS, valorNuevo } from './rules';

test.each([
  [1000, 500, 1, 1050],
  [1000, 500, 10, 1050],
  [1234, 1000, 1, 1357],
  [1234, 1000, 10, 1360],
  [1234, 1000, 50, 1350],
  [1234, -1000, 100, 1100],
  [4, -5000, 10, 10],
  [0, 2000, 10, 0],
] as const)('%s moved %s hundredths and rounded to %s is %s', (precio, centesimas, redondeo, esperado) => {
  expect(precioConPorcentaje(precio, centesimas, redondeo)).toBe(esperado);
});

test('a moved price is a multiple, at most half of one away from the exact, and never lost', () => {
  const precios = fc.integer({ min: 0, max: 10_000_000 });
  const centesimas = fc.integer({ min: -9000, max: 90_000 });
  fc.assert(
    fc.property(precios, centesimas, fc.constantFrom(...REDONDEOS), (precio, c, redondeo) => {
      const nuevo = precioConPorcentaje(precio, c, redondeo);
      expect(nuevo % redondeo).toBe(0);
      expect(nuevo === 0).toBe(precio === 0 || Math.round((precio * (10_000 + c)) / 10_000) === 0);
      if (nuevo > redondeo)
        expect(Math.abs(nuevo - (precio * (10_000 + c)) / 10_000)).toBeLessThanOrEqual(redondeo / 2 + 0.5);
    }),
  );
});

test('a fixed change is the value itself', () => {
  expect(valorNuevo({ tipo: 'fijo', campo: 'dias_cobertura', valor: null }, 7)).toBeNull();
  expect(valorNuevo({ tipo: 'porcentaje', centesimas: -1000, redondeo: 10 }, 500)).toBe(450);
});
