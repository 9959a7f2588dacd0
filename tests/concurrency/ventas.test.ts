import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { cerrarCaja } from '@/lib/caja/cerrar';
import { anularVenta } from '@/lib/venta/anular';
import { cobrarVenta } from '@/lib/venta/cobrar';
import { editarPagoVenta } from '@/lib/venta/editar-pago';
import { ctxDe, linea, nuevaPersona, nuevaSucursal, nuevoProducto, nuevoTurno, type Turno } from '../harness/factories';
import { contar, existencia, gaveta, todoCuadra, todosJuntos } from './juntos';

let idSucursal: number;
beforeAll(async () => {
  idSucursal = await nuevaSucursal();
});

const veces = <T>(n: number, acto: (i: number) => Promise<T>) => Array.from({ length: n }, (_, i) => () => acto(i));
const conClave = (turno: Turno) => ctxDe(turno.cajero, { clave: randomUUID() });
const ventasDe = (turno: Turno) =>
  sqlClient()<{ numero: number }[]>`select numero from venta where id_sesion_caja = ${turno.idSesion} order by numero`;

describe('the same sale', () => {
  it('sent 20 times at once is one sale, and everybody hears the same ticket', async () => {
    const turno = await nuevoTurno(idSucursal);
    const producto = await nuevoProducto(idSucursal, { precio: 7.5, stock: 30 });
    let repetidas = 0;
    const ctx = {
      ...conClave(turno),
      onReplay: () => {
        repetidas += 1;
      },
    };
    const pedido = { id_sesion_caja: turno.idSesion, metodo_pago: 'EFECTIVO', detalles: [linea(producto, 2)] };
    const { hechos, rechazos } = await todosJuntos(veces(20, () => cobrarVenta(ctx, pedido)));
    expect(rechazos).toEqual([]);
    expect(hechos).toHaveLength(20);
    for (const venta of hechos) expect(venta).toEqual(hechos[0]);
    expect(repetidas).toBe(19);
    expect(await ventasDe(turno)).toHaveLength(1);
    expect(await gaveta(turno.idCaja)).toBe(1_500);
    expect(await existencia(producto.id, idSucursal)).toBe(28_000);
    await todoCuadra();
  });

  it('with the same key and other contents at once: one is the sale, the rest are refused', async () => {
    const turno = await nuevoTurno(idSucursal);
    const producto = await nuevoProducto(idSucursal, { stock: 30 });
    const ctx = conClave(turno);
    const { hechos, rechazos } = await todosJuntos(
      veces(10, (i) =>
        cobrarVenta(ctx, { id_sesion_caja: turno.idSesion, metodo_pago: 'QR', detalles: [linea(producto, i + 1)] }),
      ),
    );
    expect(hechos).toHaveLength(1);
    expect(contar(rechazos)).toEqual({ clave_reutilizada: 9 });
    expect(await ventasDe(turno)).toHaveLength(1);
  });

  it('is answered again after its session closed', async () => {
    const turno = await nuevoTurno(idSucursal);
    const producto = await nuevoProducto(idSucursal);
    const ctx = conClave(turno);
    const pedido = { id_sesion_caja: turno.idSesion, metodo_pago: 'EFECTIVO', detalles: [linea(producto)] };
    const primera = await cobrarVenta(ctx, pedido);
    await cerrarCaja(ctxDe(turno.cajero), { id: turno.idSesion, monto_final_real: 10 });
    expect(await cobrarVenta(ctx, pedido)).toEqual(primera);
    await expect(cobrarVenta(conClave(turno), pedido)).rejects.toMatchObject({ code: 'sesion_cerrada' });
  });
});

it('the last one on the shelf is sold once', async () => {
  const turnos = [await nuevoTurno(idSucursal), await nuevoTurno(idSucursal), await nuevoTurno(idSucursal)];
  const producto = await nuevoProducto(idSucursal, { stock: 1 });
  const { hechos, rechazos } = await todosJuntos(
    turnos.flatMap((turno) =>
      veces(4, () =>
        cobrarVenta(conClave(turno), {
          id_sesion_caja: turno.idSesion,
          metodo_pago: 'QR',
          detalles: [linea(producto)],
        }),
      ),
    ),
  );
  expect(hechos).toHaveLength(1);
  expect(contar(rechazos)).toEqual({ stock_insuficiente: 11 });
  expect(await existencia(producto.id, idSucursal)).toBe(0);
});

it('crossed carts (A, B) and (B, A) all go through, without one deadlock', async () => {
  const [uno, otro] = [await nuevoTurno(idSucursal), await nuevoTurno(idSucursal)];
  const [a, b] = [await nuevoProducto(idSucursal, { stock: 200 }), await nuevoProducto(idSucursal, { stock: 200 })];
  const vender = (turno: Turno, carrito: (typeof a)[]) =>
    cobrarVenta(conClave(turno), {
      id_sesion_caja: turno.idSesion,
      metodo_pago: 'EFECTIVO',
      detalles: carrito.map((p) => linea(p)),
    });
  const antes = await deadlocks();
  const { hechos } = await todosJuntos(veces(60, (i) => (i % 2 ? vender(uno, [a, b]) : vender(otro, [b, a]))));
  expect(hechos).toHaveLength(60);
  expect(await existencia(a.id, idSucursal)).toBe(140_000);
  expect(await existencia(b.id, idSucursal)).toBe(140_000);
  expect((await gaveta(uno.idCaja)) + (await gaveta(otro.idCaja))).toBe(60 * 2_000);
  expect(await deadlocks()).toBe(antes);
  await todoCuadra();
});

async function deadlocks(): Promise<number> {
  const [base] = await sqlClient()<{ deadlocks: number }[]>`
    select deadlocks from pg_stat_database where datname = current_database()`;
  return base?.deadlocks ?? 0;
}

it('the same product on two lines is summed before it leaves, alone and at once', async () => {
  const turno = await nuevoTurno(idSucursal);
  const producto = await nuevoProducto(idSucursal, { stock: 7, costo: 1.01 });
  const vender = (una: number, otra: number) =>
    cobrarVenta(conClave(turno), {
      id_sesion_caja: turno.idSesion,
      metodo_pago: 'EFECTIVO',
      detalles: [linea(producto, una), linea(producto, otra)],
    });
  await expect(vender(4, 4)).rejects.toMatchObject({
    code: 'stock_insuficiente',
    message: expect.stringContaining('7'),
  });
  const { hechos, rechazos } = await todosJuntos(veces(4, () => vender(1, 2)));
  expect(hechos).toHaveLength(2);
  expect(contar(rechazos)).toEqual({ stock_insuficiente: 2 });
  expect(await existencia(producto.id, idSucursal)).toBe(1_000);
  await todoCuadra();
});

it('a close among running sales counts every one that got in and lets no other enter', async () => {
  for (let vuelta = 0; vuelta < 4; vuelta++) {
    const turno = await nuevoTurno(idSucursal, { saldo: 50 });
    const producto = await nuevoProducto(idSucursal, { precio: 4, stock: 100 });
    const vender = () =>
      cobrarVenta(conClave(turno), {
        id_sesion_caja: turno.idSesion,
        metodo_pago: 'EFECTIVO',
        detalles: [linea(producto)],
      });
    const antes = todosJuntos(veces(10 + vuelta * 5, vender));
    const cierre = cerrarCaja(conClave(turno), { id: turno.idSesion, monto_final_real: 45 });
    const despues = todosJuntos(veces(10, vender));
    const [{ hechos, rechazos }, mas, cerrada] = await Promise.all([antes, despues, cierre]);
    const entraron = hechos.length + mas.hechos.length;
    expect(Object.keys(contar([...rechazos, ...mas.rechazos]))).toEqual(
      rechazos.length + mas.rechazos.length > 0 ? ['sesion_cerrada'] : [],
    );
    expect(cerrada.monto_final_teorico).toBe(50 + 4 * entraron);
    expect(await gaveta(turno.idCaja)).toBe(4_500);
    expect((await ventasDe(turno)).map((v) => v.numero)).toEqual(Array.from({ length: entraron }, (_, i) => i + 1));
    expect(await existencia(producto.id, idSucursal)).toBe((100 - entraron) * 1000);
    await todoCuadra();
  }
});

describe('corrections at once', () => {
  it('a ticket voided ten times at once is voided once', async () => {
    const turno = await nuevoTurno(idSucursal, { saldo: 500 });
    const producto = await nuevoProducto(idSucursal, { stock: 9 });
    const venta = await cobrarVenta(conClave(turno), {
      id_sesion_caja: turno.idSesion,
      metodo_pago: 'EFECTIVO',
      detalles: [linea(producto, 3)],
    });
    const { hechos, rechazos } = await todosJuntos(
      veces(10, () => anularVenta(conClave(turno), { id: venta.id, motivo_edicion: 'Se arrepintió' })),
    );
    expect(hechos).toHaveLength(1);
    expect(contar(rechazos)).toEqual({ venta_anulada: 9 });
    expect(await gaveta(turno.idCaja)).toBe(50_000);
    expect(await existencia(producto.id, idSucursal)).toBe(9_000);
    await todoCuadra();
  });

  it('voids and payment corrections of the same tickets at once leave each in one coherent state', async () => {
    const turno = await nuevoTurno(idSucursal, { rol: 'Administrador', saldo: 500 });
    const jefa = await nuevaPersona('Administrador', idSucursal);
    const producto = await nuevoProducto(idSucursal, { precio: 3.33, stock: 50 });
    const pedido = { id_sesion_caja: turno.idSesion, metodo_pago: 'EFECTIVO', detalles: [linea(producto)] };
    const ventas = await Promise.all(veces(15, () => cobrarVenta(conClave(turno), pedido)).map((f) => f()));
    const { rechazos } = await todosJuntos(
      ventas.flatMap((v) => [
        () => anularVenta(conClave(turno), { id: v.id, motivo_edicion: 'Se arrepintió' }),
        () => editarPagoVenta(ctxDe(jefa), { id: v.id, metodo_pago: 'QR', motivo_edicion: 'Se marcó mal' }),
      ]),
    );
    for (const codigo of rechazos) expect(codigo).toBe('venta_anulada');
    expect(await existencia(producto.id, idSucursal)).toBe(50_000);
    expect(await gaveta(turno.idCaja)).toBe(50_000);
    await todoCuadra();
  });

  it('two voids with cash for one: one is refused, and nothing of it remains', async () => {
    const turno = await nuevoTurno(idSucursal, { rol: 'Administrador' });
    const otro = await nuevoTurno(idSucursal, { rol: 'Administrador' });
    const producto = await nuevoProducto(idSucursal, { precio: 10, stock: 10 });
    const vender = (t: Turno, cantidad: number) =>
      cobrarVenta(conClave(t), {
        id_sesion_caja: t.idSesion,
        metodo_pago: 'EFECTIVO',
        detalles: [linea(producto, cantidad)],
      });
    await vender(turno, 1);
    const ajenas = [await vender(otro, 1), await vender(otro, 1)];
    const { hechos, rechazos } = await todosJuntos(
      ajenas.map((v) => () => anularVenta(conClave(turno), { id: v.id, motivo_edicion: 'Se arrepintió' })),
    );
    expect(hechos).toHaveLength(1);
    expect(rechazos).toEqual(['saldo_insuficiente']);
    expect(await gaveta(turno.idCaja)).toBe(0);
    await todoCuadra();
  });
});
