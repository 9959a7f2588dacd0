import { beforeAll, expect, test } from 'vitest';
import { PATCH as editar, DELETE as eliminar, GET as leer } from '@/app/api/cajas/[id]/route';
import { POST as abrir } from '@/app/api/cajas/abrir/route';
import { POST as mover } from '@/app/api/cajas/movimiento/route';
import { POST as crear, GET as listar } from '@/app/api/cajas/route';
import { GET as balance } from '@/app/api/cajas/sesion/[id]/balance/route';
import { PATCH as cerrar } from '@/app/api/cajas/sesion/[id]/cerrar/route';
import { GET as activa } from '@/app/api/cajas/sesion-activa/[id_usuario]/route';
import type { Actor } from '@/lib/context';
import { llamar, tokenDe } from '@/tests/auth/llamar';
import { nuevaPersona, nuevaSucursal } from '@/tests/harness/factories';

/** The contract as an existing client speaks it, from the first caja to its deletion. */

let admin: string;
let cajera: string;
let quien: Actor;

beforeAll(async () => {
  const idSucursal = await nuevaSucursal();
  quien = await nuevaPersona('Operador', idSucursal);
  admin = await tokenDe(await nuevaPersona('Administrador', idSucursal));
  cajera = await tokenDe(quien);
});

const id = (n: unknown) => ({ id: String(n) });

test('a whole day by REST: create, open, move, look, close, delete', async () => {
  const creada = await llamar(crear, {
    metodo: 'POST',
    token: admin,
    cuerpo: { nombre: 'Caja REST', especialidad: 'MIXTA', saldo: 100.5, id_user_create: 1 },
  });
  expect(creada).toMatchObject({ status: 201, cuerpo: { nombre: 'Caja REST', especialidad: 'MIXTA', saldo: 100.5 } });
  const idCaja = creada.cuerpo.id;

  const abierta = await llamar(abrir, {
    metodo: 'POST',
    token: cajera,
    cuerpo: { id_caja: idCaja, id_usuario: quien.idUsuario, id_user_create: quien.idUsuario, monto_inicial: '' },
  });
  expect(abierta).toMatchObject({
    status: 201,
    cuerpo: { monto_inicial: 100.5, estado_sesion: 'ABIERTA', id_caja: idCaja, id_usuario: quien.idUsuario },
  });
  const idSesion = abierta.cuerpo.id;

  const encontrada = await llamar(activa, { token: cajera, params: { id_usuario: String(quien.idUsuario) } });
  expect(encontrada).toMatchObject({
    status: 200,
    cuerpo: { id: idSesion, caja: { id: idCaja, nombre: 'Caja REST' } },
  });

  const movida = await llamar(mover, {
    metodo: 'POST',
    token: cajera,
    headers: { 'idempotency-key': crypto.randomUUID() },
    cuerpo: { tipo: 'EGRESO', monto: 100.5, motivo: 'Depósito', id_sesion_caja: idSesion, id_user_create: 9 },
  });
  expect(movida).toMatchObject({ status: 201, cuerpo: { tipo: 'EGRESO', monto: 100.5, id_sesion_caja: idSesion } });

  expect(await llamar(balance, { token: cajera, params: id(idSesion) })).toMatchObject({
    status: 200,
    cuerpo: { monto_inicial: 100.5, egresos: null, ventas: { efectivo: null } },
  });
  expect(await llamar(balance, { token: admin, params: id(idSesion) })).toMatchObject({
    status: 200,
    cuerpo: { monto_inicial: 100.5, egresos: 100.5, monto_final_teorico: 0, ventas: { efectivo: 0, qr: 0 } },
  });

  const clave = crypto.randomUUID();
  const pedido = {
    metodo: 'PATCH',
    token: cajera,
    params: id(idSesion),
    headers: { 'idempotency-key': clave },
    cuerpo: { monto_final_real: 0, denominaciones: {}, id_user_update: quien.idUsuario },
  };
  const cerrada = await llamar(cerrar, pedido);
  expect(cerrada).toMatchObject({ status: 200, cuerpo: { estado_sesion: 'CERRADA', diferencia: 0 } });
  const otraVez = await llamar(cerrar, pedido);
  expect(otraVez.cuerpo).toEqual(cerrada.cuerpo);
  expect(otraVez.headers.get('idempotent-replayed')).toBe('true');

  const detalle = await llamar(leer, { token: admin, params: id(idCaja) });
  expect(detalle).toMatchObject({ status: 200, cuerpo: { id: idCaja, sesiones: [{ id: idSesion }] } });
  const cuerpo = { nombre: 'Caja renombrada', especialidad: 'MIXTA', saldo: 999, id_user_update: 1 };
  expect(await llamar(editar, { metodo: 'PATCH', token: admin, params: id(idCaja), cuerpo })).toMatchObject({
    status: 200,
    cuerpo: { nombre: 'Caja renombrada', saldo: 0 },
  });

  const url = 'http://kantuta/api/cajas/1?id_user_update=1';
  expect(await llamar(eliminar, { metodo: 'DELETE', token: admin, params: id(idCaja), url })).toMatchObject({
    status: 200,
    cuerpo: { estado: false },
  });
  const lista = await llamar(listar, { token: admin });
  expect(lista).toMatchObject({ status: 200, cuerpo: [] });
  expect(lista.headers.get('x-total-count')).toBe('0');
});

test('refusals carry the envelope of the contract', async () => {
  expect(await llamar(activa, { token: cajera, params: { id_usuario: String(quien.idUsuario) } })).toMatchObject({
    status: 404,
    cuerpo: { statusCode: 404, code: 'no_encontrado', error_detail: null },
  });
  const mala = { nombre: 'ab', especialidad: 'MIXTA', color: 'rojo' };
  const rechazo = await llamar(crear, { metodo: 'POST', token: admin, cuerpo: mala });
  expect(rechazo).toMatchObject({ status: 400, cuerpo: { campos: { nombre: 'Debe tener al menos 3 caracteres.' } } });
  expect(String(rechazo.cuerpo.message)).toContain('color');
  expect(await llamar(leer, { token: admin, params: id('abrir') })).toMatchObject({ status: 400 });
});
