import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { cerrarCaja } from '@/lib/caja/cerrar';
import { leerProducto } from '@/lib/producto/queries';
import { cobrarVenta } from '@/lib/venta/cobrar';
import { leerVenta } from '@/lib/venta/queries';
import {
  ctxDe,
  ctxSistema,
  linea,
  nuevaPersona,
  nuevaSucursal,
  nuevoProducto,
  nuevoTurno,
  type Turno,
} from '../harness/factories';

let idSucursal: number;
let turno: Turno;

beforeAll(async () => {
  idSucursal = await nuevaSucursal();
  turno = await nuevoTurno(idSucursal, { saldo: 100 });
});

const gaveta = async (idCaja: number) => {
  const [cuenta] = await sqlClient()<{ saldo: number }[]>`select saldo from cuenta where id_caja = ${idCaja}`;
  return cuenta?.saldo;
};
const stock = async (id: number) => (await leerProducto(ctxSistema(idSucursal), { id })).stock_actual;

describe('cobrarVenta', () => {
  it('takes the goods out, puts the cash in, and answers the ticket that a later read gives', async () => {
    const ctx = ctxDe(turno.cajero);
    const producto = await nuevoProducto(idSucursal, { precio: 10.33, costo: 7, stock: 10 });
    const antes = await gaveta(turno.idCaja);
    const venta = await cobrarVenta(ctx, {
      id_sesion_caja: turno.idSesion,
      metodo_pago: 'EFECTIVO',
      recibido: 50,
      detalles: [linea(producto, 2), linea(producto, 1, 0.5)],
    });
    expect(venta).toMatchObject({ total: 30.49, descuento: 0.5, redondeo: 0.01, recibido: 50, vuelto: 19.5 });
    expect(venta.pagos).toEqual([{ metodo: 'EFECTIVO', monto: 30.5, referencia: null }]);
    expect(await leerVenta(ctx, { id: venta.id })).toEqual(venta);
    expect(await stock(producto.id)).toBe(7);
    expect(await gaveta(turno.idCaja)).toBe((antes ?? 0) + 3050);
  });

  it('never raises the drawer with a QR or a transfer, and keeps the reference of each leg', async () => {
    const producto = await nuevoProducto(idSucursal, { precio: 20, stock: 10 });
    const antes = await gaveta(turno.idCaja);
    const venta = await cobrarVenta(ctxDe(turno.cajero), {
      id_sesion_caja: turno.idSesion,
      pagos: [
        { metodo: 'QR', monto: 15, referencia: 'QR-881' },
        { metodo: 'TRANSFERENCIA', monto: 20 },
        { metodo: 'EFECTIVO', monto: 5 },
      ],
      detalles: [linea(producto, 2)],
    });
    expect(venta.metodo_pago).toBe('TRANSFERENCIA');
    expect(venta.pagos[0]).toEqual({ metodo: 'QR', monto: 15, referencia: 'QR-881' });
    expect(await gaveta(turno.idCaja)).toBe((antes ?? 0) + 500);
  });

  it('numbers the tickets of a caja one after another, without a gap for a refused one', async () => {
    const producto = await nuevoProducto(idSucursal, { stock: 2 });
    const vender = (cantidad: number) =>
      cobrarVenta(ctxDe(turno.cajero), {
        id_sesion_caja: turno.idSesion,
        metodo_pago: 'QR',
        detalles: [linea(producto, cantidad)],
      });
    const primera = await vender(1);
    await expect(vender(2)).rejects.toMatchObject({ code: 'stock_insuficiente' });
    const segunda = await vender(1);
    expect([segunda.serie, segunda.numero]).toEqual([primera.serie, primera.numero + 1]);
  });

  it('is refused to who may not charge', async () => {
    const almacenero = await nuevaPersona('Almacenero', idSucursal);
    await expect(cobrarVenta(ctxDe(almacenero), {})).rejects.toMatchObject({ code: 'sin_permiso', status: 403 });
  });

  it('is refused in another branch, in a caja that does not sell, and in a closed session', async () => {
    const producto = await nuevoProducto(idSucursal);
    const pedido = { metodo_pago: 'QR', detalles: [linea(producto)] } as const;
    const ajeno = await nuevoTurno(await nuevaSucursal());
    const enAjena = cobrarVenta(ctxDe(turno.cajero), { ...pedido, id_sesion_caja: ajeno.idSesion });
    await expect(enAjena).rejects.toMatchObject({ code: 'no_encontrado', status: 404 });

    const agente = await nuevoTurno(idSucursal, { especialidad: 'SOLO_AGENTES' });
    const enAgente = cobrarVenta(ctxDe(agente.cajero), { ...pedido, id_sesion_caja: agente.idSesion });
    await expect(enAgente).rejects.toMatchObject({ code: 'especialidad', status: 409 });

    const cerrado = await nuevoTurno(idSucursal);
    await cerrarCaja(ctxDe(cerrado.cajero), { id: cerrado.idSesion, monto_final_real: 0 });
    const enCerrada = cobrarVenta(ctxDe(cerrado.cajero), { ...pedido, id_sesion_caja: cerrado.idSesion });
    await expect(enCerrada).rejects.toMatchObject({ code: 'sesion_cerrada', status: 409 });
  });

  it('answers a repeated act the same, once, also after its session closed, and refuses the key with another body', async () => {
    const otro = await nuevoTurno(idSucursal);
    const producto = await nuevoProducto(idSucursal, { precio: 5, stock: 9 });
    const clave = randomUUID();
    const pedido = { id_sesion_caja: otro.idSesion, metodo_pago: 'EFECTIVO' as const, detalles: [linea(producto, 2)] };
    const primera = await cobrarVenta(ctxDe(otro.cajero, { clave }), pedido);
    await cerrarCaja(ctxDe(otro.cajero), { id: otro.idSesion, monto_final_real: 10 });
    let repetida = false;
    const onReplay = () => {
      repetida = true;
    };
    expect(await cobrarVenta(ctxDe(otro.cajero, { clave, onReplay }), pedido)).toEqual(primera);
    expect(repetida).toBe(true);
    expect(await stock(producto.id)).toBe(7);
    const otroCuerpo = cobrarVenta(ctxDe(otro.cajero, { clave }), { ...pedido, detalles: [linea(producto, 1)] });
    await expect(otroCuerpo).rejects.toMatchObject({ code: 'clave_reutilizada', status: 409 });
  });

  it('sells in the branch of the session for who works in all of them', async () => {
    const lejana = await nuevaSucursal();
    const producto = await nuevoProducto(lejana, { stock: 3 });
    const { idSesion } = await nuevoTurno(lejana);
    const jefa = await nuevaPersona('Superadministrador', idSucursal);
    const pedido = { id_sesion_caja: idSesion, metodo_pago: 'QR' as const, detalles: [linea(producto, 3)] };
    expect((await cobrarVenta(ctxDe(jefa), pedido)).id_sucursal).toBe(lejana);
    await expect(cobrarVenta(ctxDe(jefa), pedido)).rejects.toMatchObject({ message: `No queda ${producto.nombre}.` });
  });

  it('sells a free product: goods move, money does not', async () => {
    const muestra = await nuevoProducto(idSucursal, { precio: 0, costo: 0, stock: 5 });
    const venta = await cobrarVenta(ctxDe(turno.cajero), {
      id_sesion_caja: turno.idSesion,
      metodo_pago: 'EFECTIVO',
      detalles: [linea(muestra)],
    });
    expect(venta).toMatchObject({ total: 0, pagos: [] });
    expect(await stock(muestra.id)).toBe(4);
  });
});
