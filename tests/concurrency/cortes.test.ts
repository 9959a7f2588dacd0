import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { abrirCaja } from '@/lib/caja/abrir';
import { cerrarCaja } from '@/lib/caja/cerrar';
import { ajustarStock } from '@/lib/producto/ajustar-stock';
import { cobrarVenta } from '@/lib/venta/cobrar';
import { ctxDe, ctxSistema, linea, nuevaPersona, nuevaSucursal, nuevoProducto, nuevoTurno } from '../harness/factories';
import { existencia, gaveta, todoCuadra, todosJuntos } from './juntos';

/** Acts caught halfway: another transaction holds what they need, so that the moment is exact and nobody sleeps on luck. */

let idSucursal: number;
beforeAll(async () => {
  idSucursal = await nuevaSucursal();
});

/** Runs `mientras` while a lock is held in a transaction of its own, which is then undone. */
async function conCandado(candado: string, mientras: (soltar: () => void) => Promise<void>): Promise<void> {
  let soltar = () => {};
  const sueltan = new Promise<void>((listo) => {
    soltar = listo;
  });
  let tomado = () => {};
  const tomada = new Promise<void>((listo) => {
    tomado = listo;
  });
  const tenedor = sqlClient().begin(async (tx) => {
    await tx.unsafe(candado);
    tomado();
    await sueltan;
  });
  await tomada;
  await mientras(soltar).finally(soltar);
  await tenedor;
}

/** The backend that waits for a lock; there must come to be `cuantos`. */
async function enEspera(cuantos = 1): Promise<number[]> {
  for (let i = 0; i < 400; i++) {
    const filas = await sqlClient()<{ pid: number }[]>`
      select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    if (filas.length >= cuantos) return filas.map((f) => f.pid);
    await new Promise((listo) => setTimeout(listo, 10));
  }
  throw new Error(`${cuantos} backends never came to wait`);
}

it.each([
  ['before its writes', 'select 1 from existencia for update'],
  ['between its writes', 'lock table auditoria in share mode'],
])('a sale whose connection dies %s leaves nothing, and its key is free', async (_cuando, candado) => {
  const turno = await nuevoTurno(idSucursal, { saldo: 10 });
  const producto = await nuevoProducto(idSucursal, { stock: 5 });
  const ctx = ctxDe(turno.cajero, { clave: randomUUID() });
  const pedido = { id_sesion_caja: turno.idSesion, metodo_pago: 'EFECTIVO', detalles: [linea(producto, 2)] };
  await conCandado(candado, async () => {
    const venta = cobrarVenta(ctx, pedido);
    const muerta = expect(venta).rejects.toThrow();
    const [pid] = await enEspera();
    await sqlClient()`select pg_terminate_backend(${pid ?? 0})`;
    await muerta;
  });
  expect(await sqlClient()`select 1 from venta where id_sesion_caja = ${turno.idSesion}`).toHaveLength(0);
  expect(await sqlClient()`select 1 from operacion where clave = ${ctx.clave ?? ''}::uuid`).toHaveLength(0);
  expect(await gaveta(turno.idCaja)).toBe(1_000);
  expect(await existencia(producto.id, idSucursal)).toBe(5_000);
  await todoCuadra();
  expect((await cobrarVenta(ctx, pedido)).numero).toBe(1);
});

it('opening a caja while its close is about to commit never starts from the old balance', async () => {
  const turno = await nuevoTurno(idSucursal, { saldo: 100 });
  const otra = await nuevaPersona('Operador', idSucursal);
  await conCandado('lock table auditoria in share mode', async (soltar) => {
    const cierre = cerrarCaja(ctxDe(turno.cajero), { id: turno.idSesion, monto_final_real: 60 });
    await enEspera();
    const apertura = todosJuntos([() => abrirCaja(ctxDe(otra), { id_caja: turno.idCaja })]);
    await Promise.race([apertura, enEspera(2)]);
    soltar();
    await cierre;
    const { hechos, rechazos } = await apertura;
    if (hechos.length > 0) expect(hechos[0]?.monto_inicial).toBe(60);
    else expect(rechazos).toEqual(['caja_abierta']);
  });
  expect(await gaveta(turno.idCaja)).toBe(6_000);
  await todoCuadra();
});

it('a close waits for the sale under way, and counts it', async () => {
  const turno = await nuevoTurno(idSucursal, { saldo: 100 });
  const producto = await nuevoProducto(idSucursal, { precio: 10 });
  await conCandado('lock table auditoria in share mode', async (soltar) => {
    const venta = cobrarVenta(ctxDe(turno.cajero), {
      id_sesion_caja: turno.idSesion,
      metodo_pago: 'EFECTIVO',
      detalles: [linea(producto)],
    });
    await enEspera();
    const cierre = cerrarCaja(ctxDe(turno.cajero), { id: turno.idSesion, monto_final_real: 110 });
    await enEspera(2);
    soltar();
    await venta;
    expect(await cierre).toMatchObject({ monto_final_teorico: 110, diferencia: 0 });
  });
  await todoCuadra();
});

it('two counts of a product never stocked before, at once, leave what was counted', async () => {
  const producto = await nuevoProducto(idSucursal, { stock: 0, costo: 2 });
  const { hechos } = await todosJuntos(
    Array.from(
      { length: 8 },
      () => () => ajustarStock(ctxSistema(idSucursal), { id: producto.id, stock_actual: 10, motivo_ajuste: 'Conteo' }),
    ),
  );
  expect(hechos).toHaveLength(8);
  expect(await existencia(producto.id, idSucursal)).toBe(10_000);
  await todoCuadra();
});
