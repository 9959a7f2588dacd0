import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Permiso } from '@/lib/auth/permisos';
import type { Topes } from '@/lib/auth/topes';
import type { Context } from '@/lib/context';
import { importeLinea, prorratear } from '@/lib/money';
import { excesosDeTicket, type LineaConPrecio } from './excesos';
import { centesimasDeDescuento, centesimasDeLinea, centesimasDeRebaja, descuentoPorcentual } from './rules';
import '@/tests/harness/semilla';

function con(topes: Topes, ...permisos: Permiso[]): Context {
  return {
    actor: {
      idUsuario: 1,
      nombre: 'Rosa',
      email: 'r@k.bo',
      idRol: 2,
      rol: 'Operador',
      idSucursal: 1,
      sucursales: [1],
      permisos: new Set(permisos),
      soloPropias: new Set(),
      topes,
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

const linea = (mas: Partial<LineaConPrecio> = {}): LineaConPrecio => ({
  nombre: 'Pan',
  cantidad: 1000,
  precio: 1000,
  precioCatalogo: 1000,
  descuento: 0,
  motivoPrecio: null,
  ...mas,
});

const importe = fc.integer({ min: 1, max: 100_000_000_000 });
const centesimas = fc.integer({ min: 0, max: 10_000 });

describe('percentages', () => {
  it('a discount typed as a percentage never counts as more than that percentage', () => {
    fc.assert(
      fc.property(importe, centesimas, (bruto, c) => {
        const descuento = descuentoPorcentual(bruto, c);
        expect(centesimasDeDescuento(bruto, descuento)).toBeLessThanOrEqual(c);
        expect(centesimasDeLinea(bruto, descuento)).toBeLessThanOrEqual(c);
      }),
    );
  });

  it('a centavo more than a percentage gives is more than it, of the whole; of a line, two', () => {
    fc.assert(
      fc.property(importe, centesimas, (bruto, c) => {
        const descuento = descuentoPorcentual(bruto, c);
        fc.pre(descuento + 2 <= bruto);
        expect(centesimasDeDescuento(bruto, descuento + 1)).toBeGreaterThan(c);
        expect(centesimasDeLinea(bruto, descuento + 2)).toBeGreaterThan(c);
      }),
    );
  });

  it('grow with the discount, from nothing to all', () => {
    fc.assert(
      fc.property(importe, importe, (a, b) => {
        const [bruto, descuento] = a > b ? [a, b] : [b, a];
        expect(centesimasDeDescuento(bruto, descuento)).toBeGreaterThanOrEqual(
          centesimasDeDescuento(bruto, descuento - 1),
        );
        expect(centesimasDeDescuento(bruto, 0)).toBe(0);
        expect(centesimasDeRebaja(bruto, descuento)).toBeLessThanOrEqual(10_000);
        expect(centesimasDeRebaja(descuento, bruto)).toBe(0);
      }),
    );
  });
});

describe('excesosDeTicket', () => {
  it('a discount of a ticket within the cap, split among its lines, needs nobody', () => {
    const lineas = fc.array(fc.integer({ min: 1, max: 50_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(lineas, fc.integer({ min: 0, max: 1000 }), (precios, c) => {
        const total = precios.reduce((a, b) => a + b, 0);
        const partes = prorratear(descuentoPorcentual(total, c), precios);
        const ticket = precios.map((precio, i) => linea({ precio, precioCatalogo: precio, descuento: partes[i] ?? 0 }));
        expect(excesosDeTicket(con({ 'venta:descuento': 10 }, 'venta:descuento'), ticket)).toEqual([]);
      }),
    );
  });

  it('whoever has no cap exceeds nothing; without the right every discount and every other price does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 2000 }), (descuento, precio) => {
        fc.pre(precio !== 1000 && importeLinea(precio, 1000) >= descuento);
        const ticket = [linea({ descuento: Math.min(descuento, 1000) }), linea({ precio, motivoPrecio: 'Golpeado' })];
        expect(excesosDeTicket(con({}, 'venta:descuento', 'venta:cambiar_precio'), ticket)).toEqual([]);
        expect(excesosDeTicket(con({}), ticket).map((e) => e.permiso)).toEqual([
          'venta:descuento',
          'venta:cambiar_precio',
        ]);
      }),
    );
  });

  it('many small discounts add up: the ticket as a whole has the same cap', () => {
    const migas = Array.from({ length: 100 }, () => linea({ precio: 5, precioCatalogo: 5, descuento: 1 }));
    const [exceso, ...mas] = excesosDeTicket(con({ 'venta:descuento': 10 }, 'venta:descuento'), migas);
    expect(exceso).toMatchObject({ permiso: 'venta:descuento', monto: 100 });
    expect(exceso?.frase).toMatch(
      /Descuentos de Bs\s1,00 en un ticket de Bs\s5,00 \(20\s%\); su rol permite hasta 10\s%/,
    );
    expect(mas).toEqual([]);
  });

  it('a price counts by how far below the catalogue it is, and its stake by what is not charged', () => {
    const ctx = con({ 'venta:cambiar_precio': 20 }, 'venta:cambiar_precio');
    const a = (precio: number) => excesosDeTicket(ctx, [linea({ precio, cantidad: 3000, motivoPrecio: 'Golpeado' })]);
    expect(a(800)).toEqual([]);
    expect(a(1500)).toEqual([]);
    expect(a(799)).toMatchObject([{ permiso: 'venta:cambiar_precio', cuanto: 2010, monto: 603 }]);
  });
});
