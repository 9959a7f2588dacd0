import { randomBytes, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { abrirGaveta } from '@/lib/caja/abrir-gaveta';
import { cerrarCaja } from '@/lib/caja/cerrar';
import type { Actor } from '@/lib/context';
import { anotarCopia } from '@/lib/recibo/anotar-copia';
import { anotarQuitadas } from '@/lib/recibo/anotar-quitadas';
import { listarCopias } from '@/lib/recibo/queries';
import { cobrarVenta } from '@/lib/venta/cobrar';
import { leerVenta } from '@/lib/venta/queries';
import {
  AHORA,
  ctxDe,
  linea,
  nuevaPersona,
  nuevaSucursal,
  nuevoProducto,
  nuevoTurno,
  type Turno,
} from '../harness/factories';

let idSucursal: number;
let turno: Turno;
let almacenero: Actor;
let lejano: Actor;

beforeAll(async () => {
  idSucursal = await nuevaSucursal();
  turno = await nuevoTurno(idSucursal, { saldo: 100 });
  almacenero = await nuevaPersona('Almacenero', idSucursal);
  lejano = await nuevaPersona('Operador', await nuevaSucursal());
});

const vender = async (clave: string | null = null, mas: object = {}) =>
  cobrarVenta(ctxDe(turno.cajero, { clave }), {
    id_sesion_caja: turno.idSesion,
    metodo_pago: 'EFECTIVO',
    detalles: [linea(await nuevoProducto(idSucursal))],
    ...mas,
  });

const acto = async (accion: string, id: number) => {
  const filas = await sqlClient()<{ fecha: string; despues: Record<string, unknown> }[]>`
    select fecha, despues from auditoria where accion = ${accion} and id_entidad = ${String(id)} order by id`;
  return filas.map((f) => ({ ...f, fecha: new Date(f.fecha).toISOString() }));
};

describe('anotarCopia', () => {
  it('keeps the number of the paper, gives the next without one, and counts on the ticket', async () => {
    const { id } = await vender();
    const ctx = ctxDe(turno.cajero);
    expect(await anotarCopia(ctx, { id_venta: id, numero: 1, formato: 'TERMICA' })).toMatchObject({
      id_venta: id,
      numero: 1,
      formato: 'TERMICA',
      fecha: AHORA.toISOString(),
      usuario: turno.cajero.nombre,
    });
    expect(await anotarCopia(ctx, { id_venta: id, formato: 'ROLLO' })).toMatchObject({ numero: 2 });
    expect((await leerVenta(ctx, { id })).copias).toBe(2);
    expect((await listarCopias(ctx, { id })).map((c) => c.numero)).toEqual([1, 2]);
    expect((await acto('venta.reimprimir', id)).map((a) => a.despues.copia)).toEqual([1, 2]);
  });

  it('of a ticket known only by its clave, told an hour later, stands at its own time', async () => {
    const clave = randomUUID();
    const { id } = await vender(clave);
    const hora = new Date(AHORA.getTime() + 3_600_000);
    const pedido = { clave_venta: clave.toUpperCase(), numero: 1, formato: 'TERMICA', fecha: AHORA.toISOString() };
    expect(await anotarCopia(ctxDe(turno.cajero, { ahora: hora }), pedido)).toMatchObject({
      id_venta: id,
      fecha: AHORA.toISOString(),
    });
    expect(await acto('venta.reimprimir', id)).toMatchObject([
      { fecha: AHORA.toISOString(), despues: { avisada_tarde: true } },
    ]);
  });

  it('of a ticket that the device has no id of yet is told by its receipt token', async () => {
    const token_recibo = randomBytes(16).toString('base64url');
    const { id } = await vender(null, { token_recibo });
    const pedido = { token_recibo, numero: 1, formato: 'ROLLO' };
    expect(await anotarCopia(ctxDe(turno.cajero), pedido)).toMatchObject({ id_venta: id, numero: 1 });
    const otro = { ...pedido, token_recibo: randomBytes(16).toString('base64url') };
    await expect(anotarCopia(ctxDe(turno.cajero), otro)).rejects.toMatchObject({ code: 'no_encontrado' });
    await expect(anotarCopia(ctxDe(turno.cajero), { ...pedido, id_venta: id })).rejects.toThrow('uno de los tres');
  });

  it('never stands in the future, however the device’s clock is', async () => {
    const { id } = await vender();
    const pedido = { id_venta: id, formato: 'ROLLO', fecha: '2030-01-01T00:00:00Z' };
    expect(await anotarCopia(ctxDe(turno.cajero), pedido)).toMatchObject({ fecha: AHORA.toISOString() });
  });

  it('is refused without the right, for another branch’s ticket, and for none', async () => {
    const { id } = await vender();
    const pedido = { id_venta: id, formato: 'ROLLO' };
    await expect(anotarCopia(ctxDe(almacenero), pedido)).rejects.toMatchObject({ code: 'sin_permiso' });
    await expect(anotarCopia(ctxDe(lejano), pedido)).rejects.toMatchObject({ code: 'no_encontrado' });
    await expect(listarCopias(ctxDe(lejano), { id })).rejects.toMatchObject({ code: 'no_encontrado' });
    const ajena = { clave_venta: randomUUID(), formato: 'ROLLO' };
    await expect(anotarCopia(ctxDe(turno.cajero), ajena)).rejects.toMatchObject({ code: 'no_encontrado' });
    await expect(anotarCopia(ctxDe(turno.cajero), { formato: 'ROLLO' })).rejects.toThrow('Falta el ticket');
  });

  it('repeated under its clave is one copy; two at once take two numbers', async () => {
    const { id } = await vender();
    const ctx = ctxDe(turno.cajero, { clave: randomUUID() });
    const primera = await anotarCopia(ctx, { id_venta: id, formato: 'ROLLO' });
    expect(await anotarCopia(ctx, { id_venta: id, formato: 'ROLLO' })).toEqual(primera);
    const juntas = await Promise.all(
      [1, 2, 3].map(() => anotarCopia(ctxDe(turno.cajero), { id_venta: id, formato: 'ROLLO' })),
    );
    expect(juntas.map((c) => c.numero).sort()).toEqual([2, 3, 4]);
  });

  it('never changes once it is noted', async () => {
    const { id } = await vender();
    const copia = await anotarCopia(ctxDe(turno.cajero), { id_venta: id, formato: 'ROLLO' });
    await expect(sqlClient()`delete from copia_recibo where id = ${copia.id}`).rejects.toMatchObject({ code: 'KP001' });
    await expect(sqlClient()`update copia_recibo set numero = 9 where id = ${copia.id}`).rejects.toMatchObject({
      code: 'KP001',
    });
  });
});

describe('abrirGaveta', () => {
  const pedido = () => ({ id_sesion_caja: turno.idSesion, motivo: 'Dar cambio a un cliente' });

  it('notes who and why', async () => {
    expect(await abrirGaveta(ctxDe(turno.cajero), pedido())).toMatchObject({
      id_sesion_caja: turno.idSesion,
      motivo: 'Dar cambio a un cliente',
      fecha: AHORA.toISOString(),
    });
    expect((await acto('caja.abrir_gaveta', turno.idSesion)).at(-1)?.despues).toEqual({
      motivo: 'Dar cambio a un cliente',
    });
  });

  it('is refused without the right, without a motive, in another’s session and in another branch', async () => {
    await expect(abrirGaveta(ctxDe(almacenero), pedido())).rejects.toMatchObject({ code: 'sin_permiso' });
    await expect(abrirGaveta(ctxDe(turno.cajero), { ...pedido(), motivo: ' ' })).rejects.toThrow();
    const otra = await nuevaPersona('Operador', idSucursal);
    await expect(abrirGaveta(ctxDe(otra), pedido())).rejects.toMatchObject({ code: 'sin_permiso' });
    await expect(abrirGaveta(ctxDe(lejano), pedido())).rejects.toMatchObject({ code: 'no_encontrado' });
  });

  it('is refused once the session closed, but for what happened before and is told late', async () => {
    const otro = await nuevoTurno(idSucursal);
    await cerrarCaja(ctxDe(otro.cajero), { id: otro.idSesion, monto_final_real: 0 });
    const tarde = { id_sesion_caja: otro.idSesion, motivo: 'Dar cambio' };
    await expect(abrirGaveta(ctxDe(otro.cajero), tarde)).rejects.toMatchObject({ code: 'sesion_cerrada' });
    const fecha = new Date(AHORA.getTime() - 120_000).toISOString();
    expect(await abrirGaveta(ctxDe(otro.cajero), { ...tarde, fecha })).toMatchObject({ fecha });
  });

  it('repeated under its clave is one opening', async () => {
    const antes = (await acto('caja.abrir_gaveta', turno.idSesion)).length;
    const ctx = ctxDe(turno.cajero, { clave: randomUUID() });
    const primera = await abrirGaveta(ctx, pedido());
    expect(await abrirGaveta(ctx, pedido())).toEqual(primera);
    expect(await acto('caja.abrir_gaveta', turno.idSesion)).toHaveLength(antes + 1);
  });
});

describe('anotarQuitadas', () => {
  const pedido = () => ({
    id_sesion_caja: turno.idSesion,
    ticket: randomUUID(),
    lineas: [
      { id_producto: 1, nombre: 'Leche', cantidad: 2, importe: 15 },
      { nombre: 'Queso', cantidad: 0.25, importe: 12.5 },
    ],
  });

  it('says what was taken off and for how much, in centavos and thousandths', async () => {
    expect(await anotarQuitadas(ctxDe(turno.cajero), pedido())).toMatchObject({ lineas: 2 });
    expect((await acto('venta.quitar_lineas', turno.idSesion)).at(-1)?.despues).toMatchObject({
      motivo: 'Leche, Queso',
      importe: 2750,
      lineas: [
        { idProducto: 1, nombre: 'Leche', cantidad: 2000, importe: 1500 },
        { idProducto: null, nombre: 'Queso', cantidad: 250, importe: 1250 },
      ],
    });
  });

  it('is refused without the right, without lines, and in another’s session', async () => {
    await expect(anotarQuitadas(ctxDe(almacenero), pedido())).rejects.toMatchObject({ code: 'sin_permiso' });
    await expect(anotarQuitadas(ctxDe(turno.cajero), { ...pedido(), lineas: [] })).rejects.toThrow();
    const otra = await nuevaPersona('Operador', idSucursal);
    await expect(anotarQuitadas(ctxDe(otra), pedido())).rejects.toMatchObject({ code: 'sin_permiso' });
  });

  it('repeated under its clave is noted once', async () => {
    const antes = (await acto('venta.quitar_lineas', turno.idSesion)).length;
    const ctx = ctxDe(turno.cajero, { clave: randomUUID() });
    const mismo = pedido();
    await anotarQuitadas(ctx, mismo);
    await anotarQuitadas(ctx, mismo);
    expect(await acto('venta.quitar_lineas', turno.idSesion)).toHaveLength(antes + 1);
  });
});
