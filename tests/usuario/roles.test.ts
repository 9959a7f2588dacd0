import { beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { migrate } from '@/db/migrate';
import { ROLES_DE_FABRICA } from '@/lib/auth/permisos';
import { principalDeSesion } from '@/lib/auth/principal';
import type { Actor } from '@/lib/context';
import { env } from '@/lib/env';
import { PermisoError } from '@/lib/errors';
import { crearRol } from '@/lib/rol/crear';
import { editarRol } from '@/lib/rol/editar';
import { eliminarRol } from '@/lib/rol/eliminar';
import {
  RolDeFabricaError,
  RolEnUsoError,
  RolMayorError,
  RolNoEncontradoError,
  RolRepetidoError,
} from '@/lib/rol/errors';
import { leerRol, listarRolesDetallados } from '@/lib/rol/queries';
import { registrarUsuario } from '@/lib/usuario/registrar';
import { ctxDe, nuevaPersona, nuevaSucursal } from '@/tests/harness/factories';
import { conRol, ingreso, nuevoRol, rastro } from './fixtures';

let sucursal: number;
let duena: Actor;
let n = 0;

beforeAll(async () => {
  sucursal = await nuevaSucursal();
  duena = await nuevaPersona('Superadministrador', sucursal);
});

const rol = (mas: object = {}) => ({
  nombre: `Encargada ${++n}`,
  permisos: ['venta:cobrar', 'venta:descuento'],
  ...mas,
});
const crear = (mas: object = {}, actor = duena) => crearRol(ctxDe(actor), rol(mas));

describe('crearRol', () => {
  it('makes a set of rights by action, branch and amount, with its trail', async () => {
    const dto = await crear({
      permisos: ['venta:descuento', 'venta:cobrar', 'caja:mover', 'venta:cobrar'],
      solo_propias: ['venta:cobrar'],
      topes: { 'venta:descuento': 12.5, 'caja:mover': 80.5 },
    });
    expect(dto).toMatchObject({
      de_fabrica: false,
      permisos: ['caja:mover', 'venta:cobrar', 'venta:descuento'],
      solo_propias: ['venta:cobrar'],
      topes: { 'venta:descuento': 12.5, 'caja:mover': 80.5 },
      personas: 0,
    });
    expect(dto.id).toBeGreaterThan(100);
    const [fila] = await sqlClient()`select topes from rol where id = ${dto.id}`;
    expect(fila?.topes).toEqual({ 'venta:descuento': 12.5, 'caja:mover': 8050 });
    expect((await rastro('rol.crear', dto.id))?.despues).toContain('12.5');
    expect((await leerRol(ctxDe(duena), { id: dto.id })).nombre).toBe(dto.nombre);
  });

  it.each(['Administrador', 'Operador', 'Almacenero', 'Propietario'] as const)('is refused to %s', async (nombre) => {
    await expect(crear({}, await nuevaPersona(nombre, sucursal))).rejects.toThrow(PermisoError);
  });

  it('gives nothing that who makes it lacks: a right, a cap, or a right everywhere', async () => {
    const permisos = ['rol:administrar', 'caja:mover', 'venta:ver'];
    const con = { permisos, topes: { 'caja:mover': 100 }, solo_propias: ['venta:ver'] };
    const jefa = await conRol(await nuevoRol(con), sucursal);
    await expect(crear({ permisos: ['venta:cobrar'] }, jefa)).rejects.toThrow(RolMayorError);
    await expect(crear({ permisos: ['caja:mover'] }, jefa)).rejects.toThrow(RolMayorError);
    await expect(crear({ permisos: ['caja:mover'], topes: { 'caja:mover': 100.01 } }, jefa)).rejects.toThrow(
      RolMayorError,
    );
    await expect(crear({ permisos: ['venta:ver'] }, jefa)).rejects.toThrow(RolMayorError);
    const dentro = { permisos: ['caja:mover', 'venta:ver'], topes: { 'caja:mover': 100 }, solo_propias: ['venta:ver'] };
    expect((await crear(dentro, jefa)).topes).toEqual({ 'caja:mover': 100 });
  });

  it.each([
    ['an unknown right', { permisos: ['venta:regalar'] }],
    ['a cap over a hundred per cent', { topes: { 'venta:descuento': 101 } }],
    ['a cap of a right that has none', { topes: { 'venta:cobrar': 1 } }],
    ['a negative cap', { permisos: ['caja:mover'], topes: { 'caja:mover': -1 } }],
    ['a fraction of a centavo', { permisos: ['caja:mover'], topes: { 'caja:mover': 0.001 } }],
    ['de_fabrica', { de_fabrica: true }],
    ['estado', { estado: true }],
    ['id', { id: 3 }],
  ])('refuses %s', async (_que, mal) => {
    await expect(crear(mal)).rejects.toMatchObject({ name: 'ZodError' });
  });

  it('refuses what does not fit together, by field', async () => {
    const sinDerecho = crear({ topes: { 'caja:mover': 5 } });
    await expect(sinDerecho).rejects.toMatchObject({ campos: { 'topes.caja:mover': expect.any(String) } });
    const ajeno = crear({ solo_propias: ['caja:ver'] });
    await expect(ajeno).rejects.toMatchObject({ campos: { solo_propias: expect.any(String) } });
  });

  it('of one name twice, also at once, makes one', async () => {
    const nombre = 'Repetida';
    const hechos = await Promise.allSettled([crear({ nombre }), crear({ nombre })]);
    expect(hechos.filter((h) => h.status === 'fulfilled')).toHaveLength(1);
    await expect(crear({ nombre })).rejects.toThrow(RolRepetidoError);
  });
});

describe('editarRol', () => {
  it('counts at the next request of who has it, without signing in again', async () => {
    const id = await nuevoRol({ permisos: ['venta:cobrar'] });
    const sid = await ingreso((await conRol(id, sucursal)).idUsuario);
    expect((await principalDeSesion(sid))?.permisos.has('caja:ver')).toBe(false);
    const dto = await editarRol(ctxDe(duena), { id, permisos: ['caja:ver', 'caja:mover'], topes: { 'caja:mover': 5 } });
    expect(dto).toMatchObject({ permisos: ['caja:mover', 'caja:ver'], personas: 1 });
    const actor = await principalDeSesion(sid);
    expect([...(actor?.permisos ?? [])].sort()).toEqual(['caja:mover', 'caja:ver']);
    expect(actor?.topes).toEqual({ 'caja:mover': 500 });
    const linea = await rastro('rol.editar', id);
    expect([linea?.antes.includes('venta:cobrar'), linea?.despues.includes('venta:cobrar')]).toEqual([true, false]);
  });

  it('of a built-in role changes the caps alone, and of the one that may do everything nothing', async () => {
    const dto = await editarRol(ctxDe(duena), { id: 2, topes: { 'venta:descuento': 7 } });
    expect(dto.topes).toEqual({ 'venta:descuento': 7 });
    for (const mal of [
      { permisos: ['venta:cobrar'] },
      { nombre: 'Cajera' },
      { descripcion: 'X' },
      { solo_propias: [] },
    ]) {
      await expect(editarRol(ctxDe(duena), { id: 2, ...mal })).rejects.toThrow(RolDeFabricaError);
    }
    await expect(editarRol(ctxDe(duena), { id: 3, topes: { 'venta:descuento': 7 } })).rejects.toThrow(
      RolDeFabricaError,
    );
    await migrate(env().DATABASE_URL);
    expect((await leerRol(ctxDe(duena), { id: 2 })).topes).toEqual({ 'venta:descuento': 7 });
    await editarRol(ctxDe(duena), {
      id: 2,
      topes: { 'venta:descuento': 10, 'caja:mover': 200, 'caja:diferencia': 20 },
    });
    expect((await leerRol(ctxDe(duena), { id: 2 })).permisos.length).toBe(ROLES_DE_FABRICA[1].permisos.length);
  });

  it('neither lowers who is above nor raises oneself', async () => {
    const permisos = ['rol:administrar', 'caja:mover'];
    const propio = await nuevoRol({ permisos, topes: { 'caja:mover': 100 } });
    const jefa = await conRol(propio, sucursal);
    const editar = (id: number, mas: object) => editarRol(ctxDe(jefa), { id, ...mas });
    await expect(editar(propio, { topes: {} })).rejects.toThrow(RolMayorError);
    await expect(editar(propio, { permisos: [...permisos, 'usuario:editar'] })).rejects.toThrow(RolMayorError);
    await expect(editar(1, { topes: { 'caja:mover': 1 } })).rejects.toThrow(RolMayorError);
    expect((await editar(propio, { topes: { 'caja:mover': 99 } })).topes).toEqual({ 'caja:mover': 99 });
  });

  it('refuses what is not there, a taken name and what is not its own', async () => {
    const id = await nuevoRol({ permisos: ['venta:ver'] });
    await expect(editarRol(ctxDe(duena), { id: 99_999, nombre: 'Nadie' })).rejects.toThrow(RolNoEncontradoError);
    await expect(editarRol(ctxDe(duena), { id, nombre: 'Operador' })).rejects.toThrow(RolRepetidoError);
    await expect(editarRol(ctxDe(duena), { id, de_fabrica: true })).rejects.toMatchObject({ name: 'ZodError' });
    await expect(editarRol(ctxDe(await nuevaPersona('Administrador', sucursal)), { id })).rejects.toThrow(PermisoError);
  });
});

describe('eliminarRol', () => {
  it('takes a role of nobody off the lists once, and frees its name', async () => {
    const { id, nombre } = await crear();
    expect((await eliminarRol(ctxDe(duena), { id })).estado).toBe(false);
    await expect(eliminarRol(ctxDe(duena), { id })).rejects.toThrow(RolNoEncontradoError);
    expect((await listarRolesDetallados(ctxDe(duena))).items.map((r) => r.id)).not.toContain(id);
    expect((await crear({ nombre })).nombre).toBe(nombre);
    expect(await rastro('rol.eliminar', id)).not.toBeNull();
  });

  it('is refused while somebody has it, for the built-in ones and to who may not', async () => {
    const id = await nuevoRol({ permisos: ['venta:ver'] });
    await conRol(id, sucursal);
    await expect(eliminarRol(ctxDe(duena), { id })).rejects.toThrow(RolEnUsoError);
    await expect(eliminarRol(ctxDe(duena), { id: 5 })).rejects.toThrow(RolDeFabricaError);
    await expect(eliminarRol(ctxDe(await nuevaPersona('Administrador', sucursal)), { id })).rejects.toThrow(
      PermisoError,
    );
  });

  it('and somebody who gets it at once: one of the two happens', async () => {
    for (let i = 0; i < 4; i++) {
      const id = await nuevoRol({ permisos: ['venta:ver'] });
      const persona = {
        email: `azar${i}@prueba.bo`,
        password: 'una frase larga',
        nombres: 'Rosa',
        p_apellido: 'Quispe',
        fecha_nacimiento: '1990-05-17',
        genero: 'F',
        id_role: id,
      };
      await Promise.allSettled([registrarUsuario(ctxDe(duena), persona), eliminarRol(ctxDe(duena), { id })]);
      const [mal] = await sqlClient()<{ n: number }[]>`
        select count(*)::int as n from usuario u join rol r on r.id = u.id_rol where u.estado and not r.estado`;
      expect(mal?.n).toBe(0);
    }
  });
});

describe('reading roles', () => {
  it('is for who administers them or sees people, and counts the people of one’s branches', async () => {
    const id = await nuevoRol({ permisos: ['venta:ver'] });
    await conRol(id, sucursal);
    await conRol(id, await nuevaSucursal());
    const admin = await nuevaPersona('Administrador', sucursal);
    expect((await leerRol(ctxDe(admin), { id })).personas).toBe(1);
    expect((await leerRol(ctxDe(duena), { id })).personas).toBe(2);
    const operador = ctxDe(await nuevaPersona('Operador', sucursal));
    await expect(leerRol(operador, { id })).rejects.toThrow(PermisoError);
    await expect(listarRolesDetallados(operador)).rejects.toThrow(PermisoError);
  });
});
