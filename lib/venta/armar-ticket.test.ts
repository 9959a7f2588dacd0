import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Permiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { llaveVendido } from '@/lib/producto/rules';
import type { Vendible } from '@/lib/producto/steps';
import { armarTicket } from './armar-ticket';
import { CobrarVentaInput } from './schemas';
import '@/tests/harness/semilla';

function contexto(...permisos: Permiso[]): Context {
  const actor = { idUsuario: 1, nombre: 'Rosa', email: 'r@k.bo', idRol: 2, rol: 'Operador', idSucursal: 1 };
  return {
    actor: {
      ...actor,
      permisos: new Set(permisos),
      sucursales: [1],
      soloPropias: new Set(),
      topes: {},
      nivel: 'clave',
      debeCambiarClave: false,
    },
    idSucursal: 1,
    ahora: new Date('2026-11-20T12:00:00Z'),
    clave: null,
    requestId: 'prueba',
    ip: null,
    dispositivo: null,
  };
}

const base = {
  idPresentacion: null,
  presentacion: null,
  factor: 1000,
  politicaSobreventa: 'RECHAZAR',
  costoCompra: 0,
} as const;
const pan: Vendible = { ...base, idProducto: 1, nombre: 'Pan', unidad: 'unidad', precio: 80 };
const arroz: Vendible = { ...base, idProducto: 2, nombre: 'Arroz', unidad: 'kg', precio: 980 };
const vendibles = new Map([pan, arroz].map((p) => [llaveVendido(p), p]));
const existencias = new Map([
  [1, { cantidad: 3000, valor: 100 }],
  [2, { cantidad: 10_000, valor: 7000 }],
]);

type Linea = {
  id_producto: number;
  cantidad: number;
  precio_unitario: number;
  descuento?: number;
  cambio_precio?: { motivo: string };
};

function armar(ctx: Context, detalles: Linea[], extra: object = { metodo_pago: 'EFECTIVO' }) {
  const input = CobrarVentaInput.parse({ id_sesion_caja: 1, detalles, ...extra });
  const venta = {
    ...input,
    detalles: input.detalles.map(({ nuevo: _, ...d }) => ({ ...d, idProducto: d.idProducto ?? 0, creado: false })),
  };
  return armarTicket(ctx, { venta, vendibles, existencias, redondea: true });
}

describe('armarTicket', () => {
  it('sums the lines of one product before stock is taken, and splits its cost without losing a centavo', () => {
    const linea = { id_producto: 1, cantidad: 1, precio_unitario: 0.8 };
    const ticket = armar(contexto(), [linea, linea, linea]);
    expect(ticket.salidas).toEqual([{ idProducto: 1, cantidad: -3000, valor: -100 }]);
    expect(ticket.lineas.map((l) => l.costo)).toEqual([34, 33, 33]);
    expect(() => armar(contexto(), [linea, linea, linea, linea])).toThrow('Solo quedan 3 de Pan.');
  });

  it('takes prices from the catalogue: another one needs a motive, and the right or an approval', () => {
    const linea = { id_producto: 1, cantidad: 1, precio_unitario: 0.7, cambio_precio: { motivo: 'pan de ayer' } };
    expect(armar(contexto(), [linea]).excesos).toMatchObject([{ permiso: 'venta:cambiar_precio', monto: 10 }]);
    expect(() => armar(contexto('venta:cambiar_precio'), [{ ...linea, cambio_precio: undefined }])).toThrow('ahora es');
    const ticket = armar(contexto('venta:cambiar_precio'), [linea]);
    expect(ticket.excesos).toEqual([]);
    expect(ticket.lineas[0]).toMatchObject({ precio: 70, motivoPrecio: 'pan de ayer', subtotal: 70 });
  });

  it('names a discount without the right, and refuses one larger than its line', () => {
    const linea = { id_producto: 1, cantidad: 1, precio_unitario: 0.8, descuento: 0.1 };
    expect(armar(contexto(), [linea]).excesos).toMatchObject([{ permiso: 'venta:descuento', monto: 10 }]);
    expect(armar(contexto('venta:descuento'), [linea]).total).toBe(70);
    expect(() => armar(contexto('venta:descuento'), [{ ...linea, descuento: 0.81 }])).toThrow('mayor que su importe');
  });

  it('sells fractions only of what is sold by measure', () => {
    expect(() => armar(contexto(), [{ id_producto: 1, cantidad: 0.5, precio_unitario: 0.8 }])).toThrow(
      'unidades enteras',
    );
    expect(armar(contexto(), [{ id_producto: 2, cantidad: 1.35, precio_unitario: 9.8 }]).total).toBe(1323);
  });

  it('refuses a line whose amount is beyond what is counted exactly', () => {
    const linea = {
      id_producto: 2,
      cantidad: 5_000_000,
      precio_unitario: 900_000_000,
      cambio_precio: { motivo: 'error' },
    };
    expect(() => armar(contexto('venta:cambiar_precio'), [linea])).toThrow('demasiado grande');
  });

  it('refuses payments that do not add up and cash that does not reach', () => {
    const linea = { id_producto: 2, cantidad: 1, precio_unitario: 9.8 };
    expect(() => armar(contexto(), [linea], { pagos: [{ metodo: 'QR', monto: 9 }] })).toThrow('no suman el total');
    expect(() => armar(contexto(), [linea], { metodo_pago: 'EFECTIVO', recibido: 9 })).toThrow('no alcanza');
    const ticket = armar(contexto(), [linea], { metodo_pago: 'EFECTIVO', recibido: 20 });
    expect(ticket).toMatchObject({ recibido: 2000, vuelto: 1020, redondeo: 0 });
    expect(() => armar(contexto(), [linea], { metodo_pago: 'QR', recibido: 20 })).toThrow('Solo el efectivo');
  });

  it('names the line whose product is gone', () => {
    expect(() => armar(contexto(), [{ id_producto: 9, cantidad: 1, precio_unitario: 1 }])).toThrow('línea 1');
  });

  it('guarantees Σ lines + rounding = Σ payments = cash received − change + the rest, whatever the ticket', () => {
    const linea = fc.record({ cantidad: fc.integer({ min: 1, max: 2000 }), descuento: fc.integer({ min: 0, max: 9 }) });
    fc.assert(
      fc.property(fc.array(linea, { minLength: 1, maxLength: 5 }), fc.nat(100_000), (lineas, extra) => {
        const detalles = lineas.map((l) => ({
          id_producto: 2,
          cantidad: l.cantidad / 1000,
          precio_unitario: 9.8,
          descuento: Math.min(l.descuento, Math.floor((980 * l.cantidad) / 1000)) / 100,
        }));
        const ctx = contexto('venta:descuento');
        const { total, redondeo, pagos, lineas: armadas } = armar(ctx, detalles);
        expect(armadas.reduce((s, l) => s + l.subtotal, 0)).toBe(total);
        expect(pagos.reduce((s, p) => s + p.monto, 0)).toBe(total + redondeo);
        const pagado = armar(ctx, detalles, { metodo_pago: 'EFECTIVO', recibido: (total + redondeo + extra) / 100 });
        expect((pagado.recibido ?? 0) - (pagado.vuelto ?? 0)).toBe(total + redondeo);
      }),
    );
  });
});
