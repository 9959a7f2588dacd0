import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costoDeSalida } from './rules';
import '@/tests/harness/semilla';

const stock = fc.record({
  cantidad: fc.integer({ min: 1, max: 10_000_000 }),
  valor: fc.integer({ min: 0, max: 1_000_000_000 }),
});

describe('costoDeSalida', () => {
  it('is the average cost, rounded half up', () => {
    expect(costoDeSalida({ cantidad: 3_000, valor: 1_000 }, 1_000)).toBe(333);
    expect(costoDeSalida({ cantidad: 2_000, valor: 1_001 }, 1_000)).toBe(501);
    expect(costoDeSalida({ cantidad: 5_000, valor: 0 }, 1_000)).toBe(0);
  });

  it('the last unit takes the rest: emptying the shelf in any steps costs exactly its value', () => {
    fc.assert(
      fc.property(stock, fc.array(fc.integer({ min: 1, max: 3_000_000 }), { maxLength: 40 }), (inicial, pasos) => {
        let { cantidad, valor } = inicial;
        for (const paso of [...pasos, cantidad]) {
          if (cantidad === 0) break;
          const sale = Math.min(paso, cantidad);
          const costo = costoDeSalida({ cantidad, valor }, sale);
          expect(costo).toBeGreaterThanOrEqual(0);
          expect(costo).toBeLessThanOrEqual(valor);
          cantidad -= sale;
          valor -= costo;
        }
        if (cantidad === 0) expect(valor).toBe(0);
      }),
    );
  });
});
