import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { abrirCaja } from '@/lib/caja/abrir';
import { cerrarCaja } from '@/lib/caja/cerrar';
import { registrarMovimiento } from '@/lib/caja/registrar-movimiento';
import type { Actor } from '@/lib/context';
import { ajustarStock } from '@/lib/producto/ajustar-stock';
import { editarProducto } from '@/lib/producto/editar';
import type { ProductoDto } from '@/lib/producto/schemas';
import type { Hub } from '@/lib/realtime/hub';
import { anularVenta } from '@/lib/venta/anular';
import { cobrarVenta } from '@/lib/venta/cobrar';
import { editarPagoVenta } from '@/lib/venta/editar-pago';
import {
  ctxDe,
  ctxSistema,
  linea,
  nuevaCaja,
  nuevaPersona,
  nuevaSucursal,
  nuevoProducto,
  nuevoTurno,
  type Turno,
} from '@/tests/harness/factories';
import { nuevoHub, type Oyente, oir } from './oyente';

let sucursal: number;
let turno: Turno;
let admin: Actor;
let producto: ProductoDto;
let hub: Hub;
let oyente: Oyente;

beforeAll(async () => {
  sucursal = await nuevaSucursal();
  turno = await nuevoTurno(sucursal, { saldo: 100 });
  admin = await nuevaPersona('Administrador', sucursal);
  producto = await nuevoProducto(sucursal, { precio: 10, stock: 50 });
  hub = await nuevoHub();
  await sleep(300);
});
beforeEach(() => {
  oyente = oir(hub, admin);
});
afterAll(() => hub.close());

const cobrar = (clave: string | null = null, cantidad = 1) =>
  cobrarVenta(ctxDe(turno.cajero, { clave }), {
    metodo_pago: 'EFECTIVO',
    id_sesion_caja: turno.idSesion,
    detalles: [linea(producto, cantidad)],
  });

const oido = () => oyente.cambios.map(({ tema, id_sucursal, ids, n }) => [tema, id_sucursal, ids, n]);

describe('what the verbs tell', () => {
  it('a sale, once: not when it is asked again, not when it is refused', async () => {
    const clave = randomUUID();
    const venta = await cobrar(clave);
    await expect.poll(oido).toEqual([['venta', sucursal, [venta.id], 1]]);
    await cobrar(clave);
    await expect(cobrar(null, 5_000)).rejects.toMatchObject({ status: 409 });
    await sleep(250);
    expect(oyente.cambios).toHaveLength(1);
  });

  it('a payment corrected, a sale voided', async () => {
    const venta = await cobrar();
    await expect.poll(oido).toHaveLength(1);
    await editarPagoVenta(ctxDe(admin), { id: venta.id, metodo_pago: 'QR', motivo_edicion: 'pagó con QR' });
    await expect.poll(oido).toHaveLength(2);
    await anularVenta(ctxDe(admin), { id: venta.id, motivo_edicion: 'se equivocó' });
    await expect.poll(oido).toEqual(Array(3).fill(['venta', sucursal, [venta.id], 1]));
  });

  it('a caja opened, moved and closed', async () => {
    const idCaja = await nuevaCaja(sucursal);
    const otro = await nuevaPersona('Operador', sucursal);
    const sesion = await abrirCaja(ctxDe(otro), { id_caja: idCaja, monto_inicial: 0 });
    await expect.poll(oido).toHaveLength(1);
    await registrarMovimiento(ctxDe(otro), {
      tipo: 'INGRESO',
      monto: 5,
      motivo: 'sencillo',
      id_sesion_caja: sesion.id,
    });
    await expect.poll(oido).toHaveLength(2);
    await cerrarCaja(ctxDe(otro), { id: sesion.id, monto_final_real: 5 });
    await expect.poll(oido).toEqual(Array(3).fill(['caja', sucursal, [idCaja], 1]));
  });

  it('a product for every branch, its stock for its own', async () => {
    const otro = await nuevoProducto(sucursal);
    await expect.poll(oido).toEqual([['producto', null, [otro.id], 1]]);
    await editarProducto(ctxSistema(sucursal), { id: otro.id, precio_venta: 12 });
    await expect.poll(oido).toHaveLength(2);
    await ajustarStock(ctxSistema(sucursal), { id: otro.id, stock_actual: 3, motivo_ajuste: 'conteo' });
    await expect.poll(oido).toHaveLength(4);
    expect(oido().slice(2)).toContainEqual(['producto', sucursal, [otro.id], 1]);
    expect(
      oido()
        .slice(2)
        .map(([tema]) => tema),
    ).toEqual(expect.arrayContaining(['producto', 'inventario']));
  });
});
