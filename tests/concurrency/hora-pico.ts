import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { sqlClient } from '@/db';
import type { ProductoDto } from '@/lib/producto/schemas';
import { anularVenta } from '@/lib/venta/anular';
import { cobrarVenta } from '@/lib/venta/cobrar';
import type { VentaDto } from '@/lib/venta/schemas';
import { ctxDe, linea, nuevaSucursal, nuevoProducto, nuevoTurno, type Turno } from '../harness/factories';
import { existencia, gaveta, todoCuadra, todosJuntos } from './juntos';

const CAJEROS = 32;
const PRODUCTOS = 50;
const STOCK = 12;
const METODOS = ['EFECTIVO', 'QR', 'TRANSFERENCIA'] as const;

/** A generator of numbers that a seed repeats (mulberry32). */
function dados(semilla: number): (caras: number) => number {
  let s = semilla;
  return (caras) => {
    s = (s + 0x6d2b79f5) | 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % caras;
  };
}

type Vendido = { cobradas: VentaDto[]; anuladas: number[]; rechazos: string[] };

/** One cashier's rush: tickets of one to four products in any order, and now and then a void. */
async function turnoAgitado(turno: Turno, productos: readonly ProductoDto[], tickets: number): Promise<Vendido> {
  const dado = dados(turno.idSesion);
  const cobradas: VentaDto[] = [];
  const anuladas: number[] = [];
  const rechazos: string[] = [];
  for (let i = 0; i < tickets; i++) {
    const detalles = Array.from({ length: 1 + dado(4) }, () => {
      const producto = productos[dado(productos.length)];
      if (!producto) throw new Error('no products');
      return linea(producto, 1 + dado(3));
    });
    const pedido = { id_sesion_caja: turno.idSesion, metodo_pago: METODOS[dado(3)], detalles };
    const { hechos, rechazos: no } = await todosJuntos([
      () => cobrarVenta(ctxDe(turno.cajero, { clave: randomUUID() }), pedido),
    ]);
    cobradas.push(...hechos);
    rechazos.push(...no);
    const [venta] = hechos;
    if (venta && dado(8) === 0) {
      await anularVenta(ctxDe(turno.cajero, { clave: randomUUID() }), {
        id: venta.id,
        motivo_edicion: 'Se arrepintió',
      });
      anuladas.push(venta.id);
    }
  }
  return { cobradas, anuladas, rechazos };
}

/**
 * 32 cashiers at once over 50 products with scarce stock. No stock under zero, nothing sold that was not there, every
 * drawer holds its own cash, every invariant stands, and no deadlock reaches a cashier.
 */
export async function horaPico(tickets: number): Promise<void> {
  const idSucursal = await nuevaSucursal();
  const productos: ProductoDto[] = [];
  for (let i = 0; i < PRODUCTOS; i++) {
    productos.push(await nuevoProducto(idSucursal, { precio: 3 + 1.17 * i, costo: 2 + i / 2, stock: STOCK }));
  }
  const turnos: Turno[] = [];
  for (let i = 0; i < CAJEROS; i++) turnos.push(await nuevoTurno(idSucursal, { saldo: 20 }));

  const vendido = await Promise.all(turnos.map((t) => turnoAgitado(t, productos, tickets)));

  const rechazos = new Set(vendido.flatMap((v) => v.rechazos));
  expect([...rechazos]).toEqual(['stock_insuficiente']);
  await comprobarStock(idSucursal, productos, vendido);
  for (const [i, turno] of turnos.entries()) {
    const { cobradas = [], anuladas = [] } = vendido[i] ?? {};
    const vivas = cobradas.filter((v) => !anuladas.includes(v.id));
    const efectivo = vivas.flatMap((v) => v.pagos).filter((p) => p.metodo === 'EFECTIVO');
    expect(await gaveta(turno.idCaja)).toBe(2_000 + efectivo.reduce((suma, p) => suma + Math.round(p.monto * 100), 0));
    expect(cobradas.map((v) => v.numero)).toEqual(cobradas.map((_, n) => n + 1));
  }
  await todoCuadra();
  const [base] = await sqlClient()<{ deadlocks: number }[]>`
    select deadlocks from pg_stat_database where datname = current_database()`;
  expect(base?.deadlocks).toBe(0);
}

async function comprobarStock(
  idSucursal: number,
  productos: readonly ProductoDto[],
  vendido: readonly Vendido[],
): Promise<void> {
  const vivas = vendido.flatMap((v) => v.cobradas.filter((c) => !v.anuladas.includes(c.id)));
  for (const producto of productos) {
    const lineas = vivas.flatMap((v) => v.detalles).filter((d) => d.id_producto === producto.id);
    const salio = lineas.reduce((suma, d) => suma + d.cantidad, 0);
    const queda = await existencia(producto.id, idSucursal);
    expect(queda).toBe((STOCK - salio) * 1000);
    expect(queda).toBeGreaterThanOrEqual(0);
  }
}
