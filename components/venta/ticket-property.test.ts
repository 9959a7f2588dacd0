import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centavosDeJson, importeLinea } from '@/lib/money';
import { stockDePresentacion } from '@/lib/producto/rules';
import { MILESIMAS, milesimasDeJson } from '@/lib/quantity';
import type { PresentacionMostrador, ProductoMostrador } from '@/lib/venta/query-options';
import { COBRO_INICIAL, cuerpoVenta, sacarCuenta } from './cobro';
import { contenidoDe, ticketDe } from './contenido-ticket';
import {
  agregar,
  anotar,
  cambiarPrecio,
  type Descuento,
  descontar,
  importeDe,
  importeDeLineas,
  lineasDe,
  rebajaDe,
  TICKET_VACIO,
  type Ticket,
  totales,
  unidadesDe,
} from './ticket';
import '@/tests/harness/semilla';

const presentacion = (id: number) =>
  fc.record({
    id: fc.constant(id),
    nombre: fc.constant(`De ${id}`),
    cantidad: fc.integer({ min: 1, max: 48 }).map((n) => n * MILESIMAS),
    precio: fc.integer({ min: 0, max: 900_00 }),
  });

const producto = (id: number): fc.Arbitrary<ProductoMostrador & { presentaciones: PresentacionMostrador[] }> =>
  fc.record({
    id: fc.constant(id),
    nombre: fc.constant(`Producto ${id}`),
    codigo: fc.constant(null),
    unidad: fc.constantFrom('unidad' as const, 'kg' as const),
    precio: fc.integer({ min: 0, max: 500_00 }),
    existencia: fc.constant(1_000_000),
    minimo: fc.constant(0),
    presentaciones: fc.tuple(presentacion(id * 10), presentacion(id * 10 + 1)).map(([a, b]) => [a, b]),
  });

const descuento: fc.Arbitrary<Descuento | null> = fc.oneof(
  fc.constant(null),
  fc.record({ tipo: fc.constant('porcentaje' as const), centesimas: fc.integer({ min: 1, max: 10_000 }) }),
  fc.record({ tipo: fc.constant('monto' as const), centavos: fc.integer({ min: 1, max: 300_00 }) }),
);

const cambio = fc.option(
  fc.record({ precio: fc.integer({ min: 0, max: 500_00 }), motivo: fc.constant('Envase golpeado') }),
);

/** Any ticket that a cashier can make: lines of products and presentations, prices, discounts, notes. */
const tickets: fc.Arbitrary<Ticket> = fc
  .tuple(producto(1), producto(2), producto(3))
  .chain((productos) =>
    fc.record({
      lineas: fc.array(
        fc.record({
          producto: fc.constantFrom(...productos),
          cual: fc.integer({ min: -1, max: 1 }),
          cantidad: fc.integer({ min: 1, max: 20_000 }),
          descuento,
          cambio,
          nota: fc.option(fc.constant('Sin bolsa')),
        }),
        { minLength: 1, maxLength: 12 },
      ),
      descuento,
    }),
  )
  .map(({ lineas, descuento: todo }) => {
    const ticket = lineas.reduce<Ticket>((t, l) => {
      const vendible = { producto: l.producto, presentacion: l.producto.presentaciones[l.cual] ?? null };
      const entera = vendible.presentacion !== null || l.producto.unidad === 'unidad';
      const cantidad = entera ? Math.ceil(l.cantidad / MILESIMAS) * MILESIMAS : l.cantidad;
      const con = agregar(t, vendible, cantidad, 'clave');
      const llave = con.seleccion ?? '';
      return anotar(cambiarPrecio(descontar(con, llave, l.descuento), llave, l.cambio), llave, l.nota);
    }, TICKET_VACIO);
    return { ...ticket, descuento: todo };
  });

const suma = (cifras: readonly number[]) => cifras.reduce((a, b) => a + b, 0);

describe('a ticket, whatever it has', () => {
  it('splits its discount among its lines without losing a centavo, and none goes below zero', () => {
    fc.assert(
      fc.property(tickets, (t) => {
        const vendidas = lineasDe(t);
        const propios = suma(t.lineas.map((l) => rebajaDe(l.descuento, importeDe({ ...l, descuento: null }))));
        const delTicket = rebajaDe(t.descuento, importeDeLineas(t));
        expect(suma(vendidas.map((l) => l.descuento))).toBe(propios + delTicket);
        for (const l of vendidas) {
          expect(l.descuento).toBeGreaterThanOrEqual(0);
          expect(l.descuento).toBeLessThanOrEqual(importeLinea(l.precio, l.cantidad));
        }
        expect(totales(t).total).toBe(importeDeLineas(t) - delTicket);
      }),
    );
  });

  it('is charged for just what it says: Σ lines − discounts + rounding = Σ payments, and payments = received − change', () => {
    fc.assert(
      fc.property(
        tickets,
        fc.boolean(),
        fc.array(fc.integer({ min: 1, max: 200_00 }), { maxLength: 3 }),
        fc.integer({ min: 0, max: 500_00 }),
        (t, redondea, digitales, demas) => {
          const { bruto, descuento: rebajado, total } = totales(t);
          let resto = total;
          const otros = digitales.flatMap((monto, id) => {
            const cabe = Math.min(monto, resto);
            resto -= cabe;
            return cabe === 0 ? [] : [{ id, metodo: 'QR' as const, monto: cabe, referencia: `R${id}` }];
          });
          const exacta = sacarCuenta(total, { ...COBRO_INICIAL, otros }, redondea);
          const cobro = { ...COBRO_INICIAL, otros, recibido: exacta.efectivo + demas };
          const cuenta = sacarCuenta(total, cobro, redondea);
          expect(cuenta.falta).toBeNull();
          expect(bruto - rebajado + cuenta.redondeo).toBe(suma(cuenta.pagos.map((p) => p.monto)));
          if (cuenta.efectivo > 0) expect(cobro.recibido - cuenta.vuelto).toBe(cuenta.efectivo);
          expect(Math.abs(cuenta.redondeo)).toBeLessThan(10);
          if (redondea) expect(cuenta.efectivo % 10).toBe(0);

          const cuerpo = cuerpoVenta(t, cobro, cuenta, 1);
          const enviado = suma(
            cuerpo.detalles.map(
              (d) =>
                importeLinea(centavosDeJson(d.precio_unitario) ?? 0, milesimasDeJson(d.cantidad) ?? 0) -
                (centavosDeJson(d.descuento ?? 0) ?? 0),
            ),
          );
          expect(enviado).toBe(total);
        },
      ),
    );
  });

  it('moves factor × quantity of one stock, as the server moves it', () => {
    fc.assert(
      fc.property(tickets, (t) => {
        for (const l of t.lineas) {
          expect(unidadesDe(l)).toBe(stockDePresentacion(l.cantidad, l.presentacion?.cantidad ?? MILESIMAS));
        }
      }),
    );
  });

  it('comes back from the wait as it went', () => {
    fc.assert(
      fc.property(tickets, (t) => {
        const wire = contenidoDe(t);
        const rebaja = (d: typeof wire.descuento) => d ?? null;
        const contenido = {
          lineas: wire.lineas.map((l) => ({
            id_producto: Number(l.id_producto),
            producto_nuevo: null,
            id_presentacion: l.id_presentacion ? Number(l.id_presentacion) : null,
            cantidad: l.cantidad,
            descuento: rebaja(l.descuento as typeof wire.descuento),
            cambio_precio: l.cambio_precio ?? null,
            nota: (l.nota as string | undefined) ?? null,
          })),
          descuento: rebaja(wire.descuento),
          nota: null,
          id_cliente: null,
        } as Parameters<typeof ticketDe>[1];
        const productos = new Map(t.lineas.map((l) => [l.producto.id, l.producto]));
        const vuelta = ticketDe('clave', contenido, { producto: (id) => productos.get(id) ?? null, cliente: null });
        expect(vuelta.perdidas).toBe(0);
        expect(vuelta.ticket.lineas).toEqual(t.lineas);
        expect(totales(vuelta.ticket)).toEqual(totales(t));
      }),
    );
  });
});
