import { beforeAll, describe, expect, it } from 'vitest';
import { leerPrincipal } from '@/lib/auth/principal';
import { MasDerechosError } from '@/lib/auth/subordinado';
import type { Actor } from '@/lib/context';
import { NoEncontradoError, PermisoError } from '@/lib/errors';
import { eliminarUsuario } from '@/lib/usuario/eliminar';
import { ConCajaAbiertaError, PropioError, UsuarioNoEncontradoError } from '@/lib/usuario/errors';
import { leerFicha, leerUsuario, listarUsuarios } from '@/lib/usuario/queries';
import { ctxDe, nuevaPersona, nuevaSucursal, nuevoTurno } from '@/tests/harness/factories';
import { ingreso, rastro } from './fixtures';

let sucursal: number;
let otra: number;
let admin: Actor;

beforeAll(async () => {
  [sucursal, otra] = [await nuevaSucursal(), await nuevaSucursal()];
  admin = await nuevaPersona('Administrador', sucursal);
  await nuevaPersona('Superadministrador', otra);
});

describe('eliminarUsuario', () => {
  it('takes somebody off the lists and ends their sign-ins; a second time they are not there', async () => {
    const { idUsuario: id } = await nuevaPersona('Operador', sucursal);
    const sids = [await ingreso(id), await ingreso(id)];
    expect((await eliminarUsuario(ctxDe(admin), { id })).estado).toBe(false);
    for (const sid of sids) expect(await leerPrincipal(sid)).toBeNull();
    await expect(leerUsuario(ctxDe(admin), { id })).rejects.toThrow(UsuarioNoEncontradoError);
    const ids = async (estado?: string) => (await listarUsuarios(ctxDe(admin), { estado })).items.map((u) => u.id);
    expect(await ids()).not.toContain(id);
    expect(await ids('false')).toContain(id);
    expect((await leerFicha(ctxDe(admin), { id })).usuario.estado).toBe(false);
    expect((await rastro('usuario.eliminar', id))?.despues).toContain('"estado": false');
    expect((await rastro('usuario.cerrar_ingresos', id))?.despues).toContain('2');
    await expect(eliminarUsuario(ctxDe(admin), { id })).rejects.toThrow(UsuarioNoEncontradoError);
  });

  it.each(['Operador', 'Almacenero', 'Propietario'] as const)('is refused to %s', async (rol) => {
    const { idUsuario: id } = await nuevaPersona('Operador', sucursal);
    await expect(eliminarUsuario(ctxDe(await nuevaPersona(rol, sucursal)), { id })).rejects.toThrow(PermisoError);
  });

  it('never retires oneself, a superior, who is of another branch, or who has an open caja', async () => {
    const eliminar = (id: number) => eliminarUsuario(ctxDe(admin), { id });
    await expect(eliminar(admin.idUsuario)).rejects.toThrow(PropioError);
    const jefa = await nuevaPersona('Superadministrador', sucursal);
    await expect(eliminar(jefa.idUsuario)).rejects.toThrow(MasDerechosError);
    await expect(eliminar((await nuevaPersona('Operador', otra)).idUsuario)).rejects.toThrow(NoEncontradoError);
    const { cajero } = await nuevoTurno(sucursal);
    await expect(eliminar(cajero.idUsuario)).rejects.toThrow(ConCajaAbiertaError);
    expect((await leerUsuario(ctxDe(admin), { id: cajero.idUsuario })).estado).toBe(true);
  });
});

describe('listarUsuarios', () => {
  it('shows the people of one’s branches, and finds them without accents', async () => {
    const ajena = await nuevaPersona('Operador', otra);
    const suya = await nuevaPersona('Almacenero', sucursal);
    const ids = async (actor: Actor, q: object) => (await listarUsuarios(ctxDe(actor), q)).items.map((u) => u.id);
    expect(await ids(admin, {})).toContain(suya.idUsuario);
    expect(await ids(admin, {})).not.toContain(ajena.idUsuario);
    expect(await ids(admin, { id_sucursal: otra })).toEqual([]);
    const duena = await nuevaPersona('Propietario', sucursal);
    expect(await ids(duena, { id_sucursal: otra })).toContain(ajena.idUsuario);
    expect(await ids(duena, { buscar: `álmacenero ${suya.email}` })).toEqual([suya.idUsuario]);
    expect(await ids(admin, { id_role: 5, buscar: 'quispe' })).toContain(suya.idUsuario);
    await expect(listarUsuarios(ctxDe(await nuevaPersona('Operador', sucursal)), {})).rejects.toThrow(PermisoError);
    await expect(listarUsuarios(ctxDe(admin), { rol: 5 })).rejects.toMatchObject({ name: 'ZodError' });
  });

  it('gives the rest by cursor', async () => {
    const primera = await listarUsuarios(ctxDe(admin), { limite: 1 });
    const segunda = await listarUsuarios(ctxDe(admin), { limite: 1, cursor: primera.meta.nextCursor });
    expect(segunda.items[0]?.id).toBeGreaterThan(primera.items[0]?.id ?? 0);
  });
});
