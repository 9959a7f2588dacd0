import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cuadrarPagos, efectivoACobrar, metodoPrincipal, type Pago, sumaDe, totalizar } from './rules';
import '@/tests/harness/semilla';

const pago = (metodo: Pago['metodo'], monto: number): Pago => ({ metodo, monto, referencia: null });

describe('totalizar', () => {
  it('rounds each line half up once and takes discounts off', () => {
    const lineas = [
      { precio: 980, cantidad: 1350, descuento: 0 },
      { precio: 750, cantidad: 3000, descuento: 112 },
    ];
    expect(totalizar(lineas)).toEqual({ bruto: 1323 + 2250, descuento: 112, total: 3461 });
  });
});

describe('cuadrarPagos', () => {
  it('rounds the cash leg to 0,10 with ties for the customer', () => {
    expect(cuadrarPagos(6461, [pago('EFECTIVO', 6461)], true)).toEqual({
      pagos: [pago('EFECTIVO', 6460)],
      redondeo: -1,
    });
    expect(cuadrarPagos(6465, [pago('EFECTIVO', 6465)], true)?.redondeo).toBe(-5);
    expect(cuadrarPagos(6466, [pago('EFECTIVO', 6470)], true)?.redondeo).toBe(4);
  });

  it('never rounds what is paid by QR or transfer', () => {
    expect(cuadrarPagos(6461, [pago('QR', 6461)], true)).toEqual({ pagos: [pago('QR', 6461)], redondeo: 0 });
    expect(cuadrarPagos(6461, [pago('QR', 6460)], true)).toBeNull();
  });

  it('rounds only the cash part of a split', () => {
    const partido = cuadrarPagos(6461, [pago('QR', 3000), pago('EFECTIVO', 3461)], true);
    expect(partido).toEqual({ pagos: [pago('QR', 3000), pago('EFECTIVO', 3460)], redondeo: -1 });
  });

  it('leaves out a cash leg that rounds to nothing', () => {
    expect(cuadrarPagos(1004, [pago('QR', 1000), pago('EFECTIVO', 4)], true)).toEqual({
      pagos: [pago('QR', 1000)],
      redondeo: -4,
    });
  });

  it('refuses too little, too much and two cash legs', () => {
    expect(cuadrarPagos(1000, [pago('EFECTIVO', 900)], true)).toBeNull();
    expect(cuadrarPagos(1000, [pago('QR', 1100)], true)).toBeNull();
    expect(cuadrarPagos(1000, [pago('EFECTIVO', 500), pago('EFECTIVO', 500)], true)).toBeNull();
  });

  it('guarantees Σ legs = total + redondeo, and a drawer that takes whole tens', () => {
    fc.assert(
      fc.property(fc.nat(5_000_000), fc.nat(5_000_000), fc.boolean(), (total, digital, redondea) => {
        const qr = Math.min(total, digital);
        const resultado = cuadrarPagos(total, [pago('QR', qr), pago('EFECTIVO', total - qr)], redondea);
        const suma = resultado?.pagos.reduce((a, p) => a + p.monto, 0);
        expect(suma).toBe(total + (resultado?.redondeo ?? Number.NaN));
        expect(Math.abs(resultado?.redondeo ?? Number.NaN)).toBeLessThanOrEqual(redondea ? 5 : 0);
        if (redondea) expect(sumaDe(resultado?.pagos ?? [], 'EFECTIVO') % 10).toBe(0);
        expect(sumaDe(resultado?.pagos ?? [], 'EFECTIVO')).toBe(efectivoACobrar(total - qr, redondea));
      }),
    );
  });
});

describe('metodoPrincipal', () => {
  it('is the largest leg, the first of equals', () => {
    expect(metodoPrincipal([pago('EFECTIVO', 10), pago('QR', 20)])).toBe('QR');
    expect(metodoPrincipal([pago('TRANSFERENCIA', 20), pago('QR', 20)])).toBe('TRANSFERENCIA');
    expect(metodoPrincipal([])).toBe('EFECTIVO');
  });
});
