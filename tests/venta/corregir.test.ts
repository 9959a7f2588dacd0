import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { cerrarCaja } from '@/lib/caja/cerrar';
import { leerProducto } from '@/lib/producto/queries';
import type { ProductoDto } from '@/lib/producto/schemas';
import { anularVenta } from '@/lib/venta/anular';
import { cobrarVenta } from '@/lib/venta/cobrar';
import { editarVenta } from '@/lib/venta/editar';
import { editarPagoVenta } from '@/lib/venta/editar-pago';
import { verificar } from '@/lib/verificacion/verificar';
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
let producto: ProductoDto;

beforeAll(async () => {
  idSucursal = await nuevaSucursal();
  producto = await nuevoProducto(idSucursal, { precio: 10.33, costo: 7, stock: 1000 });
});

const saldo = async (codigo: string) => {
  const [fila] = await sqlClient()<{ suma: number }[]>`
    select coalesce(sum(p.importe), 0)::bigint as suma from cuenta c left join partida p on p.id_cuenta = c.id
    where c.codigo = ${codigo}`;
  return fila?.suma ?? Number.NaN;
};
const vender = (turno: Turno, metodo_pago: 'EFECTIVO' | 'QR', cantidad = 1) =>
  cobrarVenta(ctxDe(turno.cajero), {
    id_sesion_caja: turno.idSesion,
    metodo_pago,
    detalles: [linea(producto, cantidad)],
  });
const motivo_edicion = 'el cliente se arrepintió';

describe('anularVenta', () => {
  it('gives back goods and money by contra-entries: nothing of the sale remains in the ledgers', async () => {
    const turno = await nuevoTurno(idSucursal, { saldo: 50 });
    const stock = (await leerProducto(ctxSistema(idSucursal), { id: producto.id })).stock_actual;
    const ventas = await saldo(`ventas.S${idSucursal}`);
    const venta = await vender(turno, 'EFECTIVO', 3);
    const anulada = await anularVenta(ctxDe(turno.cajero), { id: venta.id, motivo_edicion });
    expect(anulada).toMatchObject({ estado_venta: 'ANULADA', motivo_edicion, total: venta.total });
    expect(await saldo(`gaveta.C${turno.idCaja}`)).toBe(5000);
    expect(await saldo(`ventas.S${idSucursal}`)).toBe(ventas);
    expect((await leerProducto(ctxSistema(idSucursal), { id: producto.id })).stock_actual).toBe(stock);
    expect(await verificar(sqlClient())).toEqual([]);
  });

  it('happens once: a second void is refused, a repeated one answers the same', async () => {
    const turno = await nuevoTurno(idSucursal, { saldo: 50 });
    const venta = await vender(turno, 'EFECTIVO');
    const clave = randomUUID();
    const primera = await anularVenta(ctxDe(turno.cajero, { clave }), { id: venta.id, motivo_edicion });
    expect(await anularVenta(ctxDe(turno.cajero, { clave }), { id: venta.id, motivo_edicion })).toEqual(primera);
    const otra = anularVenta(ctxDe(turno.cajero), { id: venta.id, motivo_edicion });
    await expect(otra).rejects.toMatchObject({ code: 'venta_anulada' });
    expect(await saldo(`gaveta.C${turno.idCaja}`)).toBe(5000);
  });

  it('takes the cash from the drawer of who voids, and refuses without one or when it does not hold enough', async () => {
    const vendedor = await nuevoTurno(idSucursal);
    const venta = await vender(vendedor, 'EFECTIVO');
    const admin = await nuevaPersona('Administrador', idSucursal);
    const sinCaja = anularVenta(ctxDe(admin), { id: venta.id, motivo_edicion });
    await expect(sinCaja).rejects.toMatchObject({ code: 'sin_caja_abierta' });

    const vacia = await nuevoTurno(idSucursal, { rol: 'Administrador' });
    const sinFondo = anularVenta(ctxDe(vacia.cajero), { id: venta.id, motivo_edicion });
    await expect(sinFondo).rejects.toMatchObject({ code: 'saldo_insuficiente' });

    const llena = await nuevoTurno(idSucursal, { rol: 'Administrador', saldo: 100 });
    await anularVenta(ctxDe(llena.cajero), { id: venta.id, motivo_edicion });
    expect(await saldo(`gaveta.C${llena.idCaja}`)).toBe(10_000 - 1030);
    expect(await saldo(`gaveta.C${vendedor.idCaja}`)).toBe(1030);
  });

  it('lets a cashier void only the tickets of their own open session, and nobody without a motive', async () => {
    const [uno, otro] = [await nuevoTurno(idSucursal, { saldo: 50 }), await nuevoTurno(idSucursal, { saldo: 50 })];
    const venta = await vender(uno, 'QR');
    const ajena = anularVenta(ctxDe(otro.cajero), { id: venta.id, motivo_edicion });
    await expect(ajena).rejects.toMatchObject({ code: 'requiere_aprobacion' });
    await expect(editarVenta(ctxDe(uno.cajero), { id: venta.id, estado_venta: 'ANULADA' })).rejects.toThrow();
    await anularVenta(ctxDe(uno.cajero), { id: venta.id, motivo_edicion });
  });
});

describe('editarPagoVenta', () => {
  const admin = () => nuevaPersona('Administrador', idSucursal);

  it('moves the money to the other method, takes the rounding back, and marks the ticket', async () => {
    const turno = await nuevoTurno(idSucursal, { saldo: 50 });
    const banco = await saldo(`banco.S${idSucursal}`);
    const venta = await vender(turno, 'EFECTIVO');
    const editada = await editarPagoVenta(ctxDe(await admin()), { id: venta.id, metodo_pago: 'QR', motivo_edicion });
    expect(editada).toMatchObject({ estado_venta: 'EDITADA', metodo_pago: 'QR' });
    expect(editada.pagos).toEqual([{ metodo: 'QR', monto: 10.33, referencia: null }]);
    expect(await saldo(`gaveta.C${turno.idCaja}`)).toBe(5000);
    expect(await saldo(`banco.S${idSucursal}`)).toBe(banco + 1033);
    expect(await verificar(sqlClient())).toEqual([]);
  });

  it('corrects what was missing or left over when the session is already closed: the drawer stays as counted', async () => {
    const turno = await nuevoTurno(idSucursal, { saldo: 50 });
    const venta = await vender(turno, 'EFECTIVO');
    await cerrarCaja(ctxDe(turno.cajero), { id: turno.idSesion, monto_final_real: 50 });
    const faltante = await saldo(`faltante.S${idSucursal}`);
    await editarPagoVenta(ctxDe(await admin()), { id: venta.id, metodo_pago: 'QR', motivo_edicion });
    expect(await saldo(`gaveta.C${turno.idCaja}`)).toBe(5000);
    expect(await saldo(`faltante.S${idSucursal}`)).toBe(faltante - 1030);
    expect(await verificar(sqlClient())).toEqual([]);
  });

  it('is refused to a cashier, for a void ticket and when nothing changes', async () => {
    const turno = await nuevoTurno(idSucursal, { saldo: 50 });
    const venta = await vender(turno, 'QR');
    const pedido = { id: venta.id, metodo_pago: 'QR', motivo_edicion } as const;
    await expect(editarPagoVenta(ctxDe(turno.cajero), pedido)).rejects.toMatchObject({ code: 'sin_permiso' });
    await expect(editarPagoVenta(ctxDe(await admin()), pedido)).rejects.toMatchObject({ code: 'sin_cambio' });
    await anularVenta(ctxDe(turno.cajero), { id: venta.id, motivo_edicion });
    const enAnulada = editarPagoVenta(ctxDe(await admin()), { ...pedido, metodo_pago: 'EFECTIVO' });
    await expect(enAnulada).rejects.toMatchObject({ code: 'venta_anulada' });
  });
});
