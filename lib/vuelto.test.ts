import '@/tests/harness/semilla';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DENOMINACIONES, desglosar } from '@/lib/money';
import { darVuelto, type Piezas, trasCobrar } from './vuelto';

const gaveta: fc.Arbitrary<Piezas> = fc
  .tuple(...DENOMINACIONES.map(() => fc.integer({ min: 0, max: 6 })))
  .map((cuantas) => Object.fromEntries(DENOMINACIONES.map((valor, i) => [valor, cuantas[i] ?? 0])));
const suma = (piezas: readonly { valor: number; piezas: number }[]) =>
  piezas.reduce((total, p) => total + p.valor * p.piezas, 0);

describe('darVuelto', () => {
  it('always makes the sum, and when the drawer can, out of what it holds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000 }), gaveta, (decimos, hay) => {
        const { piezas, alcanza } = darVuelto(decimos * 10, hay);
        expect(suma(piezas)).toBe(decimos * 10);
        if (alcanza) for (const p of piezas) expect(p.piezas).toBeLessThanOrEqual(hay[p.valor] ?? 0);
      }),
    );
  });

  it('finds a way whenever there is one: any handful of the drawer', () => {
    fc.assert(
      fc.property(gaveta, fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 11, maxLength: 11 }), (hay, toma) => {
        const puñado = DENOMINACIONES.map((valor, i) => ({ valor, piezas: Math.min(hay[valor] ?? 0, toma[i] ?? 0) }));
        expect(darVuelto(suma(puñado), hay).alcanza).toBe(true);
      }),
    );
  });

  it('goes back from a large coin that leaves a rest nobody can make', () => {
    // 0,60 with one of 0,50 and three of 0,20: the half would leave 0,10.
    expect(darVuelto(60, { 50: 1, 20: 3 })).toEqual({
      piezas: [{ valor: 20, piezas: 3 }],
      alcanza: true,
      quedanPocas: [20],
    });
  });

  it('says when it does not reach, and gives the fewest of all where nobody knows', () => {
    expect(darVuelto(10, { 20: 5 })).toEqual({ piezas: desglosar(10), alcanza: false, quedanPocas: [] });
    expect(darVuelto(3_540, null)).toEqual({ piezas: desglosar(3_540), alcanza: true, quedanPocas: [] });
  });

  it('after a sale the drawer holds what came in less what went out', () => {
    fc.assert(
      fc.property(gaveta, fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 }), (hay, debe, vuelto) => {
        const [cobrado, cambio] = [debe * 10, vuelto * 10];
        fc.pre(darVuelto(cambio, hay).alcanza);
        const despues = trasCobrar(hay, cobrado + cambio, cambio);
        const total = (de: Piezas) => suma(DENOMINACIONES.map((valor) => ({ valor, piezas: de[valor] ?? 0 })));
        expect(total(despues)).toBe(total(hay) + cobrado);
      }),
    );
  });
});
