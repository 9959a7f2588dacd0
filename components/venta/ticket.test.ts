import { describe, expect, it } from 'vitest';
import type { CuerpoVenta, ProductoMostrador } from '@/lib/venta/query-options';
import {
  agregar,
  alEnviar,
  alRechazar,
  descontar,
  fijarCantidad,
  importeDe,
  moverSeleccion,
  quitar,
  refrescar,
  soltarEnvio,
  sumar,
  TICKET_VACIO,
  type Ticket,
  totales,
} from './ticket';

const base = { codigo: null, existencia: 10_000, minimo: 0 };
const coca: ProductoMostrador = { ...base, id: 1, nombre: 'Coca-Cola 2 L', unidad: 'unidad', precio: 1_100 };
const arroz: ProductoMostrador = { ...base, id: 2, nombre: 'Arroz', unidad: 'kg', precio: 980 };
const cuerpo = (total: number): CuerpoVenta => ({
  pagos: [{ metodo: 'EFECTIVO', monto: total }],
  id_sesion_caja: 1,
  detalles: [],
});

function con(...productos: [ProductoMostrador, number][]): Ticket {
  return productos.reduce((t, [p, cantidad], i) => agregar(t, p, cantidad, `clave-${i}`), TICKET_VACIO);
}

describe('ticket', () => {
  it('is born with its first line and keeps that clave', () => {
    expect(con([coca, 1000]).clave).toBe('clave-0');
    expect(con([coca, 1000], [arroz, 1350], [coca, 1000]).clave).toBe('clave-0');
  });

  it('has one line a product: the same one again adds to it and is highlighted', () => {
    const t = con([coca, 1000], [arroz, 1350], [coca, 2000]);
    expect(t.lineas.map((l) => [l.producto.id, l.cantidad])).toEqual([
      [1, 3000],
      [2, 1350],
    ]);
    expect(t.seleccion).toBe(1);
  });

  it('takes the price just read for the whole line', () => {
    const t = agregar(con([coca, 1000]), { ...coca, precio: 1_200 }, 1000, 'x');
    expect(totales(t).total).toBe(2_400);
  });

  it('never sells part of a piece nor nothing', () => {
    const t = con([coca, 1000]);
    expect(fijarCantidad(t, 1, 1500)).toEqual(t);
    expect(fijarCantidad(t, 1, 0)).toEqual(t);
    expect(sumar(t, 1, -1)).toEqual(t);
    expect(fijarCantidad(con([arroz, 1000]), 2, 350).lineas[0]?.cantidad).toBe(350);
  });

  it('works a percentage out again when the quantity changes, and caps an amount at the price of the line', () => {
    const cinco = descontar(con([{ ...coca, precio: 750 }, 3000]), 1, { tipo: 'porcentaje', centesimas: 500 });
    expect(totales(cinco)).toEqual({ bruto: 2_250, descuento: 112, total: 2_138 });
    expect(totales(sumar(cinco, 1, 1)).descuento).toBe(150);
    const mucho = descontar(con([coca, 1000]), 1, { tipo: 'monto', centavos: 5_000 });
    expect(mucho.lineas.map(importeDe)).toEqual([0]);
  });

  it('moves the highlight to the neighbour when a line goes, and forgets the clave with the last one', () => {
    const t = quitar(con([coca, 1000], [arroz, 1000]), 2);
    expect(t.seleccion).toBe(1);
    expect(quitar(t, 1)).toEqual(TICKET_VACIO);
    expect(moverSeleccion(con([coca, 1000], [arroz, 1000]), -5).seleccion).toBe(1);
  });

  it('takes the catalogue as it is now without touching the quantity', () => {
    const t = refrescar(con([coca, 2000]), { ...coca, precio: 1_250 });
    expect(t.lineas[0]).toMatchObject({ cantidad: 2000, producto: { precio: 1_250 } });
  });

  it('remembers every body without an answer under its clave, and drops only the refused one', () => {
    const suelto = soltarEnvio(alEnviar(con([coca, 1000]), cuerpo(11)));
    const otra = alEnviar(sumar(suelto, 1, 1), cuerpo(22));
    expect(otra.clave).toBe('clave-0');
    expect(otra.envio).toEqual({ cuerpo: cuerpo(22), previos: [cuerpo(11)], suelto: false });
    expect(alRechazar(otra).envio).toEqual({ cuerpo: cuerpo(11), previos: [], suelto: true });
    expect(alRechazar(alEnviar(con([coca, 1000]), cuerpo(11))).envio).toBeNull();
  });
});
