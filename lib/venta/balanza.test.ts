import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importeLinea } from '@/lib/money';
import { digitoVerificador } from '@/lib/producto/rules';
import { esFormatoBalanza, leerBalanza, milesimasDeImporte } from './rules';
import '@/tests/harness/semilla';

const conControl = (doce: string) => doce + digitoVerificador(doce);

describe('the labels of a scale', () => {
  it('say their article and weight, or amount', () => {
    expect(leerBalanza(conControl('200123401350'), ['20AAAAAPPPPPC'])).toEqual({
      articulos: [conControl('200123400000'), '2001234', '01234', '1234'],
      milesimas: 1350,
      centavos: null,
    });
    expect(leerBalanza(conControl('211234001323'), ['20AAAAAPPPPPC', '21AAAAAIIIIIC'])).toMatchObject({
      milesimas: null,
      centavos: 1323,
    });
    // A verifier of the price between the article and the price is not looked at.
    expect(leerBalanza(conControl('221234571323'), ['22AAAAAXIIIIC'])).toMatchObject({ centavos: 1323 });
  });

  it('are not read with a wrong check digit, without a format of theirs, or empty', () => {
    const bueno = conControl('200123401350');
    const malo = bueno.slice(0, 12) + ((Number(bueno.at(-1)) + 1) % 10);
    expect(leerBalanza(malo, ['20AAAAAPPPPPC'])).toBeNull();
    expect(leerBalanza(bueno, [])).toBeNull();
    expect(leerBalanza(bueno, ['21AAAAAPPPPPC'])).toBeNull();
    expect(leerBalanza(conControl('200123400000'), ['20AAAAAPPPPPC'])).toBeNull();
    expect(leerBalanza('7771234567890', ['20AAAAAPPPPPC'])).toBeNull();
  });

  it.each([
    ['20AAAAAPPPPPC', true],
    ['29AAAAAAIIIIC', true],
    ['22AAAAXPPPPPC', true],
    ['30AAAAAPPPPPC', false],
    ['20AAAAAPPPPC', false],
    ['20AAAPPPPPPPC', false],
    ['20AAAAAPPIIIC', false],
    ['20PPPPPAAAAAC', false],
    ['20AAAAAPPPPPX', false],
  ])('%s is a format: %s', (formato, es) => expect(esFormatoBalanza(formato)).toBe(es));

  it('come to just the printed amount whenever some weight does, at any price', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300_00 }), fc.integer({ min: 1, max: 30_000 }), (precio, peso) => {
        const importe = importeLinea(precio, peso);
        fc.pre(importe > 0);
        const leida = milesimasDeImporte(importe, precio) ?? 0;
        expect(importeLinea(precio, leida)).toBe(importe);
      }),
    );
    expect(milesimasDeImporte(500, 0)).toBeNull();
  });
});
