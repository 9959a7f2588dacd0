import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colaBinomial, type Dia, juzgar } from './rules';
import '@/tests/harness/semilla';

const dias = (eventos: number[], ocasiones = 100): Dia[] =>
  eventos.map((n, i) => ({ dia: `2026-10-${String(i + 1).padStart(2, '0')}`, eventos: n, ocasiones }));
/** Twenty ordinary days: one void in a hundred tickets. */
const NORMALES = dias([1, 0, 2, 1, 0, 1, 1, 2, 0, 1, 1, 0, 2, 1, 1, 0, 1, 2, 1, 1]);

/** A generator of uniform numbers that a seed repeats (mulberry32). */
function azarDe(semilla: number): () => number {
  let a = semilla;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe('juzgar', () => {
  it('flags nine voids of who makes one in a hundred tickets, and not three', () => {
    expect(juzgar({ eventos: 9, ocasiones: 100 }, NORMALES, 3)).toMatchObject({ alerta: true });
    expect(juzgar({ eventos: 3, ocasiones: 100 }, NORMALES, 3)).toMatchObject({ alerta: false });
  });

  it('a busy day is not a bad day: the same share of four times the tickets passes', () => {
    expect(juzgar({ eventos: 4, ocasiones: 400 }, NORMALES, 3).alerta).toBe(false);
    expect(juzgar({ eventos: 9, ocasiones: 900 }, NORMALES, 3).alerta).toBe(false);
  });

  it('who has always had rough days is left alone', () => {
    const rachas = dias([0, 0, 12, 0, 0, 0, 14, 0, 0, 0, 13, 0, 0, 0, 12, 0, 0, 0, 0, 12]);
    expect(juzgar({ eventos: 14, ocasiones: 100 }, rachas, 3).alerta).toBe(false);
    expect(juzgar({ eventos: 14, ocasiones: 100 }, NORMALES, 3).alerta).toBe(true);
  });

  it('judges nobody on four days of past, on a day without occasions, or under the minimum', () => {
    expect(juzgar({ eventos: 50, ocasiones: 60 }, NORMALES.slice(0, 4), 3).alerta).toBe(false);
    expect(juzgar({ eventos: 0, ocasiones: 0 }, NORMALES, 3).alerta).toBe(false);
    expect(juzgar({ eventos: 2, ocasiones: 2 }, dias([0, 0, 0, 0, 0, 0, 0, 0]), 3).alerta).toBe(false);
  });

  it('a first time after weeks without any needs several at once', () => {
    const limpio = dias(Array.from({ length: 24 }, () => 0));
    expect(juzgar({ eventos: 2, ocasiones: 100 }, limpio, 3).alerta).toBe(false);
    expect(juzgar({ eventos: 4, ocasiones: 100 }, limpio, 3).alerta).toBe(true);
  });

  it('more events never look better, and fewer tickets never look better', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 300 }), (k, n) => {
        const p = juzgar({ eventos: k, ocasiones: n }, NORMALES, 3).p;
        expect(juzgar({ eventos: k + 1, ocasiones: n }, NORMALES, 3).p).toBeLessThanOrEqual(p + 1e-12);
        expect(juzgar({ eventos: k, ocasiones: n + 10 }, NORMALES, 3).p).toBeGreaterThanOrEqual(p - 1e-12);
      }),
    );
  });

  it('a cashier whose rate never changes is almost never flagged, however often the day is looked at', () => {
    const azar = azarDe(20_261_121);
    let marcados = 0;
    let jornadas = 0;
    for (let persona = 0; persona < 300; persona++) {
      const tasa = azar() * 0.06;
      const tickets = 20 + Math.floor(azar() * 200);
      const jornada = () => Array.from({ length: tickets }, () => (azar() < tasa ? 1 : 0));
      const pasado = dias(
        Array.from({ length: 24 }, () => jornada().filter(Boolean).length),
        tickets,
      );
      for (let dia = 0; dia < 5; dia++) {
        jornadas++;
        let eventos = 0;
        // Looked at after every event, which is when it could turn: oftener than every quarter of an hour.
        const marcado = jornada().some((e, i) => {
          eventos += e;
          return e === 1 && juzgar({ eventos, ocasiones: i + 1 }, pasado, 3).alerta;
        });
        if (marcado) marcados++;
      }
    }
    expect(marcados / jornadas).toBeLessThan(0.001);
  });
});

describe('colaBinomial', () => {
  it('is the sum of its terms', () => {
    expect(colaBinomial(0, 5, 0.3)).toBe(1);
    expect(colaBinomial(5, 5, 0.5)).toBeCloseTo(1 / 32, 12);
    expect(colaBinomial(3, 4, 0.5)).toBeCloseTo(5 / 16, 12);
    expect(colaBinomial(6, 5, 0.5)).toBe(0);
  });

  it('is a probability that falls as k grows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0.001, max: 0.999, noNaN: true }), (n, q) => {
        for (let k = 1; k <= n; k += 7) {
          const [p, siguiente] = [colaBinomial(k, n, q), colaBinomial(k + 1, n, q)];
          expect(p).toBeGreaterThanOrEqual(siguiente - 1e-12);
          expect(p).toBeGreaterThanOrEqual(0);
          expect(p).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
