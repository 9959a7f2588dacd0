import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  centavosDeJson,
  DENOMINACIONES,
  desglosar,
  formatBs,
  formatMonto,
  importeLinea,
  jsonDeCentavos,
  MAXIMO_CENTAVOS,
  mulDiv,
  parseMonto,
  prorratear,
  redondearEfectivo,
} from './money';
import '@/tests/harness/semilla';

const centavos = fc.oneof(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: MAXIMO_CENTAVOS }));

describe('amounts as text', () => {
  it('prints like Bolivian paper', () => {
    expect(formatMonto(123_450)).toBe('1.234,50');
    expect(formatMonto(5)).toBe('0,05');
    expect(formatMonto(-3_000)).toBe('−30,00');
    expect(formatBs(123_450)).toBe('Bs\u00a01.234,50');
  });

  it.each([
    ['1.234,50', 123_450],
    ['1,234.50', 123_450],
    ['1234.5', 123_450],
    ['1.234', 123_400],
    ['12.345.678,9', 1_234_567_890],
    ['Bs 25', 2_500],
    ['bs. 25,5', 2_550],
    [' 7, ', 700],
    ['0,05', 5],
    ['007', 700],
  ])('reads %s', (texto, esperado) => {
    expect(parseMonto(texto)).toBe(esperado);
  });

  it.each([
    '',
    'x',
    '-5',
    '−5',
    '1.2.3',
    '1,234,5678',
    '12.34.567',
    '1,2345',
    '0.125',
    '0,125',
    '1e3',
    '٣',
    '999999999999999',
  ])('refuses %s', (texto) => {
    expect(parseMonto(texto)).toBeNull();
  });

  it('what it prints it can read', () => {
    fc.assert(
      fc.property(centavos, (c) => {
        expect(parseMonto(formatMonto(c))).toBe(c);
        expect(parseMonto(formatBs(c))).toBe(c);
      }),
    );
  });
});

describe('amounts on the wire', () => {
  it('survive the round trip to the centavo, whatever their size', () => {
    fc.assert(
      fc.property(centavos, fc.boolean(), (c, negativo) => {
        const monto = negativo && c !== 0 ? -c : c;
        expect(centavosDeJson(JSON.parse(JSON.stringify(jsonDeCentavos(monto))))).toBe(monto);
      }),
    );
  });

  it('refuse a third decimal, also in large amounts', () => {
    const decima = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000_000_000 }), decima, (c, d) => {
        expect(centavosDeJson((c * 10 + d) / 1000)).toBeNull();
      }),
    );
  });

  it('accept what a client added up in floating point', () => {
    expect(centavosDeJson(0.1 + 0.2)).toBe(30);
    expect(centavosDeJson(1.1 * 3)).toBe(330);
    expect(centavosDeJson(19.99 * 100)).toBe(199_900);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e300, MAXIMO_CENTAVOS / 100 + 0.01])('refuse %d', (monto) => {
    expect(centavosDeJson(monto)).toBeNull();
  });
});

describe('mulDiv and importeLinea', () => {
  const entero = fc.integer({ min: -90_000_000, max: 90_000_000 });

  it('round half away from zero, exactly', () => {
    fc.assert(
      fc.property(entero, entero, fc.integer({ min: 1, max: 1_000_000_000 }), (a, b, c) => {
        const error2 = 2n * (BigInt(mulDiv(a, b, c)) * BigInt(c) - BigInt(a) * BigInt(b));
        expect(error2 < 0n ? -error2 : error2).toBeLessThanOrEqual(BigInt(c));
        expect(mulDiv(-a, b, c)).toBe(0 - mulDiv(a, b, c));
      }),
    );
    expect(mulDiv(5, 1, 10)).toBe(1);
    expect(mulDiv(-5, 1, 10)).toBe(-1);
  });

  it('a line is price by quantity, half up once', () => {
    expect(importeLinea(1_350, 1_000)).toBe(1_350);
    expect(importeLinea(1_290, 1_350)).toBe(1_742); // 12,90 × 1,350 kg = 17,415
    expect(importeLinea(999, 500)).toBe(500);
    expect(importeLinea(MAXIMO_CENTAVOS, 1_000)).toBe(MAXIMO_CENTAVOS);
  });
});

describe('prorratear', () => {
  const pesos = fc.array(fc.integer({ min: 0, max: MAXIMO_CENTAVOS }), { minLength: 1, maxLength: 30 });
  const total = fc.integer({ min: -MAXIMO_CENTAVOS, max: MAXIMO_CENTAVOS });

  it('never loses a centavo and never strays a whole one from the exact share', () => {
    fc.assert(
      fc.property(total, pesos, (t, ps) => {
        const partes = prorratear(t, ps);
        expect(partes.reduce((a, b) => a + b, 0)).toBe(t);
        const suma = ps.reduce((a, p) => a + BigInt(p), 0n);
        for (const [i, parte] of partes.entries()) {
          const desvio = BigInt(parte) * suma - BigInt(t) * BigInt(ps[i] ?? 0);
          if (suma > 0n) expect(desvio < 0n ? -desvio : desvio).toBeLessThan(suma);
          if (suma > 0n && ps[i] === 0) expect(Math.abs(parte)).toBe(0);
        }
      }),
    );
  });

  it('gives ties to the first and everything to the first when no weight counts', () => {
    expect(prorratear(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(prorratear(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(prorratear(7, [0, 0])).toEqual([7, 0]);
    expect(prorratear(7, [])).toEqual([]);
  });

  it('a discount never exceeds the line it falls on', () => {
    fc.assert(
      fc.property(pesos, fc.double({ min: 0, max: 1, noNaN: true }), (ps, parte) => {
        const suma = ps.reduce((a, b) => a + b, 0);
        const partes = prorratear(Math.floor(suma * parte), ps);
        for (const [i, p] of partes.entries()) expect(p).toBeLessThanOrEqual(ps[i] ?? 0);
      }),
    );
  });
});

describe('cash rounding', () => {
  /** What is charged, and what is given back, for each ending 0,00–0,09. */
  const TABLA = [
    [0, 0, 0],
    [1, 0, 0],
    [2, 0, 0],
    [3, 0, 0],
    [4, 0, 0],
    [5, 0, 10],
    [6, 10, 10],
    [7, 10, 10],
    [8, 10, 10],
    [9, 10, 10],
  ] as const;

  it('follows the table for every amount from 0,00 to 0,99, and on top of any boliviano', () => {
    for (const bolivianos of [0, 1, 37, 1_000_000]) {
      for (let decena = 0; decena < 100; decena += 10) {
        for (const [resto, cobro, devolucion] of TABLA) {
          const base = bolivianos * 100 + decena;
          expect(redondearEfectivo(base + resto)).toBe(base + cobro);
          expect(redondearEfectivo(base + resto, 'devolucion')).toBe(base + devolucion);
        }
      }
    }
  });

  it('is payable in coins, moves at most five centavos, and a tie favours the customer', () => {
    fc.assert(
      fc.property(centavos, (c) => {
        const cobro = redondearEfectivo(c);
        const devolucion = redondearEfectivo(c, 'devolucion');
        expect(cobro % 10).toBe(0);
        expect(Math.abs(cobro - c)).toBeLessThanOrEqual(5);
        expect(devolucion).toBeGreaterThanOrEqual(cobro);
        expect(redondearEfectivo(cobro)).toBe(cobro);
      }),
    );
  });
});

describe('desglosar', () => {
  it('adds up, in pieces that exist, and no two pieces could be one larger', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (decimos) => {
        const piezas = desglosar(decimos * 10);
        expect(piezas.reduce((a, p) => a + p.valor * p.piezas, 0)).toBe(decimos * 10);
        for (const p of piezas) expect(DENOMINACIONES).toContain(p.valor);
        const menores = piezas.filter((p) => p.valor < 20_000);
        expect(menores.every((p) => p.piezas <= 2)).toBe(true);
      }),
    );
  });
});
