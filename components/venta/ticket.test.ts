import { describe, expect, it } from 'vitest';
import type { CuerpoVenta, PresentacionMostrador, ProductoMostrador } from '@/lib/venta/query-options';
import {
  agregar,
  alEnviar,
  alRechazar,
  cambiarPrecio,
  descontar,
  enPresentacion,
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
  unidadesDe,
  type Vendible,
} from './ticket';

const base = { codigo: null, existencia: 10_000, minimo: 0 };
const seis: PresentacionMostrador = { id: 7, nombre: 'Six-pack', cantidad: 6_000, precio: 6_000 };
const coca: ProductoMostrador = {
  ...base,
  id: 1,
  nombre: 'Coca-Cola 2 L',
  unidad: 'unidad',
  precio: 1_100,
  presentaciones: [seis],
};
const arroz: ProductoMostrador = { ...base, id: 2, nombre: 'Arroz', unidad: 'kg', precio: 980 };
const cuerpo = (total: number): CuerpoVenta => ({
  pagos: [{ metodo: 'EFECTIVO', monto: total }],
  id_sesion_caja: 1,
  detalles: [],
});
const suelto = (producto: ProductoMostrador): Vendible => ({ producto, presentacion: null });

function con(...productos: [ProductoMostrador, number][]): Ticket {
  return productos.reduce((t, [p, cantidad], i) => agregar(t, suelto(p), cantidad, `clave-${i}`), TICKET_VACIO);
}

describe('ticket', () => {
  it('is born with its first line and keeps that clave', () => {
    expect(con([coca, 1000]).clave).toBe('clave-0');
    expect(con([coca, 1000], [arroz, 1350], [coca, 1000]).clave).toBe('clave-0');
  });

  it('has one line of what is sold: the same again adds to it and is highlighted', () => {
    const t = con([coca, 1000], [arroz, 1350], [coca, 2000]);
    expect(t.lineas.map((l) => [l.llave, l.cantidad])).toEqual([
      ['1', 3000],
      ['2', 1350],
    ]);
    expect(t.seleccion).toBe('1');
  });

  it('takes the price just read for the whole line', () => {
    const t = agregar(con([coca, 1000]), suelto({ ...coca, precio: 1_200 }), 1000, 'x');
    expect(totales(t).total).toBe(2_400);
  });

  it('never sells part of a piece nor nothing', () => {
    const t = con([coca, 1000]);
    expect(fijarCantidad(t, '1', 1500)).toEqual(t);
    expect(fijarCantidad(t, '1', 0)).toEqual(t);
    expect(sumar(t, '1', -1)).toEqual(t);
    expect(fijarCantidad(con([arroz, 1000]), '2', 350).lineas[0]?.cantidad).toBe(350);
  });

  it('works a percentage out again when the quantity changes, and caps an amount at the price of the line', () => {
    const cinco = descontar(con([{ ...coca, precio: 750 }, 3000]), '1', { tipo: 'porcentaje', centesimas: 500 });
    expect(totales(cinco)).toEqual({ bruto: 2_250, descuento: 112, total: 2_138 });
    expect(totales(sumar(cinco, '1', 1)).descuento).toBe(150);
    const mucho = descontar(con([coca, 1000]), '1', { tipo: 'monto', centavos: 5_000 });
    expect(mucho.lineas.map(importeDe)).toEqual([0]);
  });

  it('moves the highlight to the neighbour when a line goes, and forgets everything with the last one', () => {
    const t = quitar(con([coca, 1000], [arroz, 1000]), '2');
    expect(t.seleccion).toBe('1');
    expect(quitar({ ...t, nota: 'De la tarde', descuento: { tipo: 'monto', centavos: 5 } }, '1')).toEqual(TICKET_VACIO);
    expect(moverSeleccion(con([coca, 1000], [arroz, 1000]), -5).seleccion).toBe('1');
  });

  it('takes the catalogue as it is now without touching the quantity', () => {
    const nueva = { ...coca, precio: 1_250, presentaciones: [{ ...seis, precio: 6_500 }] };
    const t = refrescar(agregar(con([coca, 2000]), { producto: coca, presentacion: seis }, 1000, 'x'), nueva);
    expect(t.lineas.map((l) => [l.cantidad, importeDe(l)])).toEqual([
      [2000, 2_500],
      [1000, 6_500],
    ]);
  });

  it('sells presentations of one stock, each on its line, and moves a line from one to another', () => {
    const t = agregar(con([coca, 2000]), { producto: coca, presentacion: seis }, 1000, 'x');
    expect(t.lineas.map((l) => [l.llave, unidadesDe(l), importeDe(l)])).toEqual([
      ['1', 2000, 2_200],
      ['1/7', 6000, 6_000],
    ]);
    const juntas = enPresentacion({ ...t, seleccion: '1' }, '1', seis);
    expect(juntas.lineas.map((l) => [l.llave, l.cantidad])).toEqual([['1/7', 3000]]);
    expect(juntas.seleccion).toBe('1/7');
    expect(enPresentacion(juntas, '1/7', null).lineas.map((l) => [l.llave, l.cantidad])).toEqual([['1', 3000]]);
    // Half a six-pack is not sold, whatever the product is measured in.
    expect(fijarCantidad(t, '1/7', 500)).toEqual(t);
    const kilo = con([arroz, 1350]);
    expect(enPresentacion(kilo, '2', { id: 9, nombre: 'Bolsa', cantidad: 500, precio: 480 })).toEqual(kilo);
  });

  it('sells at another price with its motive, and the catalogue’s own price is none', () => {
    const t = cambiarPrecio(con([coca, 2000]), '1', { precio: 900, motivo: 'Golpeada' });
    expect(totales(t).total).toBe(1_800);
    expect(cambiarPrecio(t, '1', { precio: 1_100, motivo: 'Golpeada' }).lineas[0]?.cambio).toBeNull();
  });

  it('keeps what nobody knew apart by its code', () => {
    const nuevo = { ...base, id: 0, nombre: 'Alfajor', unidad: 'unidad' as const, precio: 350 };
    const uno = { producto: { ...nuevo, codigo: '771' }, presentacion: null, nuevo: true };
    const otro = { producto: { ...nuevo, codigo: '772' }, presentacion: null, nuevo: true };
    const t = [uno, otro, uno].reduce((antes, v) => agregar(antes, v, 1000, 'c'), TICKET_VACIO);
    expect(t.lineas.map((l) => [l.llave, l.cantidad, l.nuevo])).toEqual([
      ['nuevo:771', 2000, true],
      ['nuevo:772', 1000, true],
    ]);
  });

  it('remembers every body without an answer under its clave, and drops only the refused one', () => {
    const soltado = soltarEnvio(alEnviar(con([coca, 1000]), cuerpo(11)));
    const otra = alEnviar(sumar(soltado, '1', 1), cuerpo(22));
    expect(otra.clave).toBe('clave-0');
    expect(otra.envio).toEqual({ cuerpo: cuerpo(22), previos: [cuerpo(11)], suelto: false });
    expect(alRechazar(otra).envio).toEqual({ cuerpo: cuerpo(11), previos: [], suelto: true });
    expect(alRechazar(alEnviar(con([coca, 1000]), cuerpo(11))).envio).toBeNull();
  });
});
