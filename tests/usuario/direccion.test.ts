import { beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import type { Actor } from '@/lib/context';
import { editarRol } from '@/lib/rol/editar';
import { UltimaDireccionError } from '@/lib/rol/errors';
import { editarUsuario } from '@/lib/usuario/editar';
import { eliminarUsuario } from '@/lib/usuario/eliminar';
import { ctxDe, ctxSistema, nuevaPersona, nuevaSucursal } from '@/tests/harness/factories';
import { actorDe, conRol, nuevoRol } from './fixtures';

let sucursal: number;

beforeAll(async () => {
  sucursal = await nuevaSucursal();
});

/** Leaves these people, and nobody else, able to run the shop. */
async function soloDirigen(...actores: Actor[]): Promise<void> {
  const ids = actores.map((a) => a.idUsuario);
  await sqlClient()`update usuario set id_rol = 2 where not (id = any(${ids}))`;
}

async function dirigen(): Promise<number> {
  const [fila] = await sqlClient()<{ n: number }[]>`
    select count(*)::int as n from usuario u join rol r on r.id = u.id_rol
    where u.estado and r.estado and r.permisos @> array['rol:administrar', 'usuario:editar']`;
  return fila?.n ?? 0;
}

describe('the shop always keeps somebody who can run its people', () => {
  it('when two demote each other at once', async () => {
    for (let i = 0; i < 5; i++) {
      const [a, b] = [
        await nuevaPersona('Superadministrador', sucursal),
        await nuevaPersona('Superadministrador', sucursal),
      ];
      await soloDirigen(a, b);
      const hechos = await Promise.allSettled([
        editarUsuario(ctxDe(a), { id: b.idUsuario, id_role: 2 }),
        editarUsuario(ctxDe(b), { id: a.idUsuario, id_role: 2 }),
      ]);
      expect(hechos.filter((h) => h.status === 'fulfilled')).toHaveLength(1);
      expect(await dirigen()).toBe(1);
    }
  });

  it('when one demotes and the other retires, at once', async () => {
    const [a, b] = [
      await nuevaPersona('Superadministrador', sucursal),
      await nuevaPersona('Superadministrador', sucursal),
    ];
    await soloDirigen(a, b);
    await Promise.allSettled([
      eliminarUsuario(ctxDe(a), { id: b.idUsuario }),
      editarUsuario(ctxDe(b), { id: a.idUsuario, estado: false }),
    ]);
    expect(await dirigen()).toBe(1);
  });

  it('whoever asks, even nobody', async () => {
    const unica = await nuevaPersona('Superadministrador', sucursal);
    await soloDirigen(unica);
    const { idUsuario: id } = unica;
    await expect(editarUsuario(ctxSistema(sucursal), { id, id_role: 1 })).rejects.toThrow(UltimaDireccionError);
    await expect(eliminarUsuario(ctxSistema(sucursal), { id })).rejects.toThrow(UltimaDireccionError);
    expect(await dirigen()).toBe(1);
  });

  it('when the role that gives it changes, and when a person of it is demoted meanwhile', async () => {
    const permisos = ['rol:administrar', 'usuario:editar', 'usuario:ver'];
    const rol = await nuevoRol({ permisos });
    const jefa = await conRol(rol, sucursal);
    await soloDirigen(jefa);
    await expect(editarRol(ctxDe(jefa), { id: rol, permisos: ['usuario:editar'] })).rejects.toThrow(
      UltimaDireccionError,
    );
    const duena = await nuevaPersona('Superadministrador', sucursal);
    const [sinRol, sinDuena] = await Promise.allSettled([
      editarRol(ctxDe(duena), { id: rol, permisos: ['usuario:ver'] }),
      editarUsuario(ctxSistema(sucursal), { id: duena.idUsuario, id_role: 2 }),
    ]);
    expect([sinRol.status, sinDuena.status].sort()).toEqual(['fulfilled', 'rejected']);
    expect(await dirigen()).toBeGreaterThan(0);
    expect((await actorDe(jefa.idUsuario)).idUsuario).toBe(jefa.idUsuario);
  });
});
