import { beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { verifyPassword } from '@/lib/auth/password';
import { leerPrincipal } from '@/lib/auth/principal';
import { MasDerechosError, OtraSucursalError } from '@/lib/auth/subordinado';
import type { Actor } from '@/lib/context';
import { NoEncontradoError, PermisoError } from '@/lib/errors';
import { RolMayorError } from '@/lib/rol/errors';
import { editarUsuario } from '@/lib/usuario/editar';
import {
  ClavePropiaError,
  ConCajaAbiertaError,
  CorreoRepetidoError,
  PropioError,
  SucursalAjenaError,
  UsuarioNoEncontradoError,
} from '@/lib/usuario/errors';
import { ctxDe, nuevaPersona, nuevaSucursal, nuevoTurno } from '@/tests/harness/factories';
import { actorDe, conRol, ingreso, nuevoRol, rastro } from './fixtures';

let sucursal: number;
let otra: number;
let admin: Actor;
let duena: Actor;

beforeAll(async () => {
  [sucursal, otra] = [await nuevaSucursal(), await nuevaSucursal()];
  [admin, duena] = [await nuevaPersona('Administrador', sucursal), await nuevaPersona('Superadministrador', sucursal)];
});

const operador = () => nuevaPersona('Operador', sucursal);
const editar = (actor: Actor, id: number, mas: object) => editarUsuario(ctxDe(actor), { id, ...mas });

describe('editarUsuario', () => {
  it('changes what is sent and nothing else, with the trail of before and after', async () => {
    const { idUsuario: id } = await operador();
    const dto = await editar(admin, id, { name: 'Rosa de la mañana', email: ' ROSA.M@Prueba.BO ' });
    expect(dto).toMatchObject({ name: 'Rosa de la mañana', email: 'rosa.m@prueba.bo', role: { id: 2 }, estado: true });
    const linea = await rastro('usuario.editar', id);
    expect(linea?.antes).toContain('Operador');
    expect(linea?.despues).toContain('Rosa de la mañana');
    expect(`${linea?.antes}${linea?.despues}`).not.toContain('argon2');
    expect(await editar(admin, id, {})).toMatchObject({ name: 'Rosa de la mañana' });
  });

  it.each(['Operador', 'Almacenero', 'Propietario'] as const)('is refused to %s', async (rol) => {
    const { idUsuario } = await operador();
    await expect(editar(await nuevaPersona(rol, sucursal), idUsuario, { name: 'X' })).rejects.toThrow(PermisoError);
  });

  it('does not reach people of another branch, nor who works also in another', async () => {
    const ajena = await nuevaPersona('Operador', otra);
    await expect(editar(admin, ajena.idUsuario, { name: 'X' })).rejects.toThrow(NoEncontradoError);
    const comun = await operador();
    await editar(duena, comun.idUsuario, { sucursales: [otra] });
    await expect(editar(admin, comun.idUsuario, { name: 'X' })).rejects.toThrow(OtraSucursalError);
    expect((await editar(duena, ajena.idUsuario, { name: 'Desde arriba' })).name).toBe('Desde arriba');
  });

  it('does not reach who has rights that the actor lacks, or the same up to a higher cap', async () => {
    await expect(editar(admin, duena.idUsuario, { name: 'X' })).rejects.toThrow(MasDerechosError);
    const permisos = ['usuario:editar', 'usuario:ver', 'venta:descuento'];
    const corto = await conRol(await nuevoRol({ permisos, topes: { 'venta:descuento': 5 } }), sucursal);
    const largo = await conRol(await nuevoRol({ permisos, topes: { 'venta:descuento': 6 } }), sucursal);
    await expect(editar(corto, largo.idUsuario, { name: 'X' })).rejects.toThrow(MasDerechosError);
    expect((await editar(largo, corto.idUsuario, { name: 'Y' })).name).toBe('Y');
    const solo = await conRol(await nuevoRol({ permisos, solo_propias: ['usuario:editar'] }), sucursal);
    const sin = await conRol(await nuevoRol({ permisos }), sucursal);
    await expect(editar(solo, sin.idUsuario, { name: 'X' })).rejects.toThrow(MasDerechosError);
  });

  it('grants no role, cap or branch that the actor lacks', async () => {
    const { idUsuario: id } = await operador();
    await expect(editar(admin, id, { id_role: 3 })).rejects.toThrow(RolMayorError);
    await expect(editar(admin, id, { id_role: 99 })).rejects.toThrow('El rol no existe.');
    await expect(editar(admin, id, { id_sucursal: otra })).rejects.toThrow(SucursalAjenaError);
    await expect(editar(admin, id, { sucursales: [otra] })).rejects.toThrow(SucursalAjenaError);
    await expect(editar(duena, id, { sucursales: [9999] })).rejects.toThrow('La sucursal no existe.');
    const permisos = ['usuario:editar', 'caja:mover'];
    const corto = await conRol(await nuevoRol({ permisos, topes: { 'caja:mover': 100 } }), sucursal);
    const subordinado = await conRol(await nuevoRol({ permisos: ['usuario:editar'] }), sucursal);
    const sinTope = await nuevoRol({ permisos: ['caja:mover'] });
    await expect(editar(corto, subordinado.idUsuario, { id_role: sinTope })).rejects.toThrow(RolMayorError);
    const conTope = await nuevoRol({ permisos: ['caja:mover'], topes: { 'caja:mover': 100 } });
    expect((await editar(corto, subordinado.idUsuario, { id_role: conTope })).role.id).toBe(conTope);
  });

  it('counts from the next request, and who comes by another branch keeps their others', async () => {
    const { idUsuario: id } = await operador();
    await editar(duena, id, { id_role: 1, id_sucursal: otra, sucursales: [sucursal, otra, sucursal] });
    const actor = await actorDe(id);
    expect(actor).toMatchObject({ rol: 'Administrador', idSucursal: otra });
    expect([...actor.sucursales].sort()).toEqual([sucursal, otra].sort());
    expect((await editar(duena, id, { id_sucursal: sucursal })).sucursales).toEqual([]);
  });

  it('never touches one’s own role, branches, state or password', async () => {
    const yo = duena.idUsuario;
    await expect(editar(duena, yo, { id_role: 2 })).rejects.toThrow(PropioError);
    await expect(editar(duena, yo, { estado: false })).rejects.toThrow(PropioError);
    await expect(editar(duena, yo, { sucursales: [otra] })).rejects.toThrow(PropioError);
    await expect(editar(duena, yo, { password: 'otra frase larga' })).rejects.toThrow(ClavePropiaError);
    expect((await editar(duena, yo, { name: 'La dueña', id_role: 3 })).name).toBe('La dueña');
  });

  it('with a password asks for another at the first entry, ends every sign-in and tells by mail', async () => {
    const { idUsuario: id, email } = await operador();
    const sid = await ingreso(id);
    const dto = await editar(admin, id, { password: 'provisional de hoy' });
    expect(dto.debe_cambiar_clave).toBe(true);
    expect(await leerPrincipal(sid)).toBeNull();
    const [fila] = await sqlClient()`select password_hash, clave_cambiada_en from usuario where id = ${id}`;
    expect(await verifyPassword('provisional de hoy', String(fila?.password_hash))).toBe(true);
    expect(fila?.clave_cambiada_en).not.toBeNull();
    const correos = await sqlClient()`select plantilla from correo where id_usuario = ${id} and para = ${email}`;
    expect(correos.map((c) => c.plantilla)).toEqual(['clave_cambiada']);
    await expect(editar(admin, id, { password: email })).rejects.toThrow('su propio nombre o correo');
    await expect(editar(admin, id, { password: 'password1' })).rejects.toMatchObject({ name: 'ZodError' });
  });

  it('refuses the mail of another in any case, at once too', async () => {
    const [uno, dos] = [await operador(), await operador()];
    await expect(editar(admin, uno.idUsuario, { email: dos.email.toUpperCase() })).rejects.toThrow(CorreoRepetidoError);
    const igual = { email: 'mismo@prueba.bo' };
    const hechos = await Promise.allSettled([editar(admin, uno.idUsuario, igual), editar(admin, dos.idUsuario, igual)]);
    expect(hechos.filter((h) => h.status === 'fulfilled')).toHaveLength(1);
  });

  it('lets nobody go or move with an open caja, and brings back who left', async () => {
    const { cajero } = await nuevoTurno(sucursal);
    await expect(editar(duena, cajero.idUsuario, { estado: false })).rejects.toThrow(ConCajaAbiertaError);
    await expect(editar(duena, cajero.idUsuario, { id_sucursal: otra })).rejects.toThrow(ConCajaAbiertaError);
    const { idUsuario: id } = await operador();
    const sid = await ingreso(id);
    expect((await editar(admin, id, { estado: false })).estado).toBe(false);
    expect(await leerPrincipal(sid)).toBeNull();
    await expect(editar(admin, id, { name: 'X' })).rejects.toThrow(UsuarioNoEncontradoError);
    expect((await editar(admin, id, { estado: true })).estado).toBe(true);
    expect(await leerPrincipal(sid)).toBeNull();
  });

  it.each([
    'id_rol',
    'permisos',
    'password_hash',
    'debe_cambiar_clave',
    'pin_hash',
    'totp_secreto',
    'id_persona',
    'rol',
    'role',
  ])('refuses %s by name', async (campo) => {
    const { idUsuario } = await operador();
    const intento = editar(duena, idUsuario, { [campo]: 1 });
    await expect(intento).rejects.toMatchObject({ name: 'ZodError', message: expect.stringContaining(campo) });
  });
});
