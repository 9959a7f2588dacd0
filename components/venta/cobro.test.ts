import { describe, expect, it } from 'vitest';
import type { ProductoMostrador } from '@/lib/venta/query-options';
import { COBRO_INICIAL, type Cobro, cuerpoVenta, type OtroPago, sacarCuenta } from './cobro';
import { agregar, alEnviar, descontar, TICKET_VACIO } from './ticket';

const efectivo = (recibido: number | null): Cobro => ({ ...COBRO_INICIAL, recibido });
const pago = (id: number, monto: number | null, metodo: OtroPago['metodo'] = 'QR'): OtroPago => ({
  id,
  metodo,
  monto,
  referencia: '',
});

describe('sacarCuenta', () => {
  it('takes an empty amount for the exact one', () => {
    expect(sacarCuenta(6_461, efectivo(null), true)).toMatchObject({
      efectivo: 6_460,
      redondeo: -1,
      vuelto: 0,
      falta: null,
    });
  });

  it('gives change over the rounded cash', () => {
    expect(sacarCuenta(6_461, efectivo(10_000), true)).toMatchObject({ vuelto: 3_540, falta: null });
    expect(sacarCuenta(6_461, efectivo(10_000), false)).toMatchObject({ vuelto: 3_539, redondeo: 0 });
  });

  it('says how much is missing', () => {
    expect(sacarCuenta(6_461, efectivo(5_000), true).falta).toBe('Faltan Bs\u00a014,60.');
  });

  it('does not round what is not cash', () => {
    const qr = sacarCuenta(6_461, { ...COBRO_INICIAL, metodo: 'QR', referencia: ' 123 ' }, true);
    expect(qr).toMatchObject({ efectivo: 0, redondeo: 0, vuelto: 0, falta: null });
    expect(qr.pagos).toEqual([{ metodo: 'QR', monto: 6_461, referencia: '123' }]);
  });

  it('leaves the rest of a split to the cash, rounded there alone', () => {
    const cuenta = sacarCuenta(6_461, { ...efectivo(5_000), otros: [pago(1, 3_000)] }, true);
    expect(cuenta).toMatchObject({ efectivo: 3_460, redondeo: -1, vuelto: 1_540, falta: null });
    expect(cuenta.pagos.map((p) => [p.metodo, p.monto])).toEqual([
      ['QR', 3_000],
      ['EFECTIVO', 3_460],
    ]);
  });

  it('refuses a split that pays too much or has a payment without amount', () => {
    expect(sacarCuenta(1_000, { ...COBRO_INICIAL, otros: [pago(1, 1_250)] }, true).falta).toBe(
      'Los pagos pasan del total por Bs\u00a02,50.',
    );
    expect(sacarCuenta(1_000, { ...COBRO_INICIAL, otros: [pago(1, null)] }, true).falta).toBe(
      'Falta el monto de un pago.',
    );
  });

  it('needs no cash when the other payments are the whole', () => {
    const otros = [pago(1, 600), pago(2, 400, 'TRANSFERENCIA')];
    expect(sacarCuenta(1_000, { ...efectivo(5_000), otros }, true)).toMatchObject({
      efectivo: 0,
      vuelto: 0,
      falta: null,
    });
  });
});

describe('cuerpoVenta', () => {
  const arroz: ProductoMostrador = {
    id: 2,
    nombre: 'Arroz',
    codigo: null,
    unidad: 'kg',
    precio: 980,
    existencia: 9_000,
    minimo: 0,
  };
  const ticket = descontar(agregar(TICKET_VACIO, { producto: arroz, presentacion: null }, 1_350, 'clave'), '2', {
    tipo: 'monto',
    centavos: 23,
  });

  it('speaks decimals and says the discount in money', () => {
    const cobro = efectivo(2_000);
    expect(cuerpoVenta(ticket, cobro, sacarCuenta(1_300, cobro, true), 7)).toEqual({
      pagos: [{ metodo: 'EFECTIVO', monto: 13 }],
      recibido: 20,
      id_sesion_caja: 7,
      token_recibo: expect.stringMatching(/^[A-Za-z0-9_-]{22}$/),
      detalles: [{ id_producto: 2, cantidad: 1.35, precio_unitario: 9.8, descuento: 0.23 }],
    });
  });

  it('has a receipt token of its own, the same each time one ticket is sent', () => {
    const cuerpo = () => cuerpoVenta(ticket, COBRO_INICIAL, sacarCuenta(1_300, COBRO_INICIAL, true), 7);
    expect(cuerpo().token_recibo).not.toBe(cuerpo().token_recibo);
    const primero = cuerpo();
    const enviado = alEnviar(ticket, primero);
    expect(cuerpoVenta(enviado, COBRO_INICIAL, sacarCuenta(1_300, COBRO_INICIAL, true), 7)).toEqual(primero);
  });

  it('does not claim cash that the cashier did not say', () => {
    const cuerpo = cuerpoVenta(ticket, COBRO_INICIAL, sacarCuenta(1_300, COBRO_INICIAL, true), 7);
    expect(cuerpo).not.toHaveProperty('recibido');
  });
});
