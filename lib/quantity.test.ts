import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCantidad, jsonDeMilesimas, MAXIMO_MILESIMAS, milesimasDeJson, parseCantidad } from './quantity';
import '@/tests/harness/semilla';

const milesimas = fc.oneof(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: MAXIMO_MILESIMAS }));

describe('quantities', () => {
  it('print without trailing zeros', () => {
    expect(formatCantidad(3_000)).toBe('3');
    expect(formatCantidad(1_350)).toBe('1,35');
    expect(formatCantidad(5)).toBe('0,005');
    expect(formatCantidad(-2_500)).toBe('−2,5');
  });

  it.each([
    ['3', 3_000],
    ['1,35', 1_350],
    ['0.250', 250],
    [' 12, ', 12_000],
    ['10000000', MAXIMO_MILESIMAS],
  ])('reads %s', (texto, esperado) => {
    expect(parseCantidad(texto)).toBe(esperado);
  });

  it.each(['', '-1', '1,2345', '1,2,3', 'x', '1e3', '10000000,001', '123456789'])('refuses %s', (texto) => {
    expect(parseCantidad(texto)).toBeNull();
  });

  it('what it prints it can read, also a thousand units and more', () => {
    fc.assert(
      fc.property(milesimas, (m) => {
        expect(parseCantidad(formatCantidad(m))).toBe(m);
      }),
    );
  });

  it('survive the wire', () => {
    fc.assert(
      fc.property(milesimas, (m) => {
        expect(milesimasDeJson(JSON.parse(JSON.stringify(jsonDeMilesimas(m))))).toBe(m);
      }),
    );
  });

  it('refuse a fourth decimal, also in large quantities', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_000_000_000 }), fc.integer({ min: 1, max: 9 }), (m, d) => {
        expect(milesimasDeJson((m * 10 + d) / 10_000)).toBeNull();
      }),
    );
  });

  it.each([Number.NaN, Number.NEGATIVE_INFINITY, 1e200, MAXIMO_MILESIMAS / 1000 + 0.001])('refuse %d', (cantidad) => {
    expect(milesimasDeJson(cantidad)).toBeNull();
  });
});
