import { beforeAll, describe, expect, it } from 'vitest';
import { MasDerechosError } from '@/lib/auth/subordinado';
import type { Actor } from '@/lib/context';
import { PermisoError } from '@/lib/errors';
import { crearPersona } from '@/lib/usuario/crear-persona';
import { editarPersona } from '@/lib/usuario/editar-persona';
import { eliminarUsuario } from '@/lib/usuario/eliminar';
import { eliminarPersona } from '@/lib/usuario/eliminar-persona';
import { PersonaConUsuarioError, UsuarioNoEncontradoError } from '@/lib/usuario/errors';
import { leerPersona, listarPersonas } from '@/lib/usuario/persona';
import { leerPerfil } from '@/lib/usuario/queries';
import { ctxDe, nuevaPersona, nuevaSucursal } from '@/tests/harness/factories';
import { rastro } from './fixtures';

const FICHA = { nombres: 'Elsa', p_apellido: 'Ñáñez', fecha_nacimiento: '1980-01-31', genero: 'F' };

let admin: Actor;
let vecino: Actor;
let sucursal: number;

beforeAll(async () => {
  sucursal = await nuevaSucursal();
  admin = await nuevaPersona('Administrador', sucursal);
  vecino = await nuevaPersona('Administrador', await nuevaSucursal());
  await nuevaPersona('Superadministrador', sucursal);
});

const personaDe = async (actor: Actor) => (await leerPerfil(ctxDe(actor))).persona.id;

describe('a person', () => {
  it('is written down, corrected and taken off, with its trail', async () => {
    const { id } = await crearPersona(ctxDe(admin), { ...FICHA, s_apellido: 'Rojas' });
    const dto = await editarPersona(ctxDe(admin), { id, nombres: 'Elsa María', s_apellido: '' });
    expect(dto).toMatchObject({ nombres: 'Elsa María', p_apellido: 'Ñáñez', s_apellido: null });
    expect((await rastro('persona.editar', id))?.antes).toContain('Rojas');
    expect((await listarPersonas(ctxDe(admin), { buscar: 'nanez elsa' })).items.map((p) => p.id)).toEqual([id]);
    expect((await eliminarPersona(ctxDe(admin), { id })).estado).toBe(false);
    await expect(leerPersona(ctxDe(admin), { id })).rejects.toThrow(UsuarioNoEncontradoError);
    await expect(eliminarPersona(ctxDe(admin), { id })).rejects.toThrow(UsuarioNoEncontradoError);
  });

  it('is not for a cashier', async () => {
    const operador = ctxDe(await nuevaPersona('Operador', sucursal));
    const id = await personaDe(admin);
    await expect(crearPersona(operador, FICHA)).rejects.toThrow(PermisoError);
    await expect(editarPersona(operador, { id, nombres: 'X' })).rejects.toThrow(PermisoError);
    await expect(eliminarPersona(operador, { id })).rejects.toThrow(PermisoError);
    await expect(leerPersona(operador, { id })).rejects.toThrow(PermisoError);
    await expect(listarPersonas(operador)).rejects.toThrow(PermisoError);
  });

  it('of another branch is not there, whether or not they sign in', async () => {
    const anotada = (await crearPersona(ctxDe(vecino), FICHA)).id;
    for (const id of [anotada, await personaDe(vecino)]) {
      await expect(leerPersona(ctxDe(admin), { id })).rejects.toThrow(UsuarioNoEncontradoError);
      await expect(editarPersona(ctxDe(admin), { id, nombres: 'X' })).rejects.toThrow(UsuarioNoEncontradoError);
      await expect(eliminarPersona(ctxDe(admin), { id })).rejects.toThrow(UsuarioNoEncontradoError);
      expect((await listarPersonas(ctxDe(admin))).items.map((p) => p.id)).not.toContain(id);
    }
  });

  it('who signs in is taken off only after their user, and a superior is not touched', async () => {
    const operador = await nuevaPersona('Operador', sucursal);
    const id = await personaDe(operador);
    await expect(eliminarPersona(ctxDe(admin), { id })).rejects.toThrow(PersonaConUsuarioError);
    await eliminarUsuario(ctxDe(admin), { id: operador.idUsuario });
    expect((await eliminarPersona(ctxDe(admin), { id })).estado).toBe(false);
    const jefa = await personaDe(await nuevaPersona('Superadministrador', sucursal));
    await expect(editarPersona(ctxDe(admin), { id: jefa, nombres: 'X' })).rejects.toThrow(MasDerechosError);
  });

  it.each(['id_usuario_x', 'id_rol', 'estado', 'id_persona'])('refuses %s by name', async (campo) => {
    const mal = crearPersona(ctxDe(admin), { ...FICHA, [campo]: 1 });
    await expect(mal).rejects.toMatchObject({ message: expect.stringContaining(campo) });
  });
});
