import { beforeAll, describe, expect, it } from 'vitest';
import { leerPrincipal } from '@/lib/auth/principal';
import { MasDerechosError } from '@/lib/auth/subordinado';
import type { Actor } from '@/lib/context';
import { NoEncontradoError, PermisoError } from '@/lib/errors';
import { cerrarSesionAcceso } from '@/lib/usuario/cerrar-sesion';
import { cerrarSesionesAcceso } from '@/lib/usuario/cerrar-sesiones';
import { listarSesionesAcceso } from '@/lib/usuario/queries';
import { ctxDe, nuevaPersona, nuevaSucursal } from '@/tests/harness/factories';
import { ingreso, rastro } from './fixtures';

let sucursal: number;
let admin: Actor;

beforeAll(async () => {
  sucursal = await nuevaSucursal();
  admin = await nuevaPersona('Administrador', sucursal);
});

const operador = () => nuevaPersona('Operador', sucursal);

describe('the sign-ins of a person', () => {
  it('are seen by themselves, newest first, with which one is this', async () => {
    const yo = await operador();
    const [ayer, hoy] = [
      await ingreso(yo.idUsuario, new Date('2026-11-19T12:00:00Z')),
      await ingreso(yo.idUsuario, new Date('2026-11-20T12:00:00Z')),
    ];
    const lista = await listarSesionesAcceso(ctxDe(yo, { sid: ayer }), { id: yo.idUsuario });
    expect(lista.map((s) => [s.sid, s.actual])).toEqual([
      [hoy, false],
      [ayer, true],
    ]);
    expect(lista[0]).toMatchObject({ canal: 'navegador', nivel: 'clave', ip: '10.0.0.7', dispositivo: 'Chrome' });
  });

  it('are seen and ended by who may edit them, and by nobody else', async () => {
    const [yo, colega] = [await operador(), await operador()];
    const sid = await ingreso(yo.idUsuario);
    const id = yo.idUsuario;
    for (const acto of [
      (a: Actor, i = id) => listarSesionesAcceso(ctxDe(a), { id: i }),
      (a: Actor, i = id) => cerrarSesionesAcceso(ctxDe(a), { id: i }),
      (a: Actor, i = id) => cerrarSesionAcceso(ctxDe(a), { id: i, sid }),
    ]) {
      await expect(acto(colega)).rejects.toThrow(PermisoError);
      const jefa = await nuevaPersona('Superadministrador', sucursal);
      await expect(acto(admin, jefa.idUsuario)).rejects.toThrow(MasDerechosError);
      const ajena = await nuevaPersona('Operador', await nuevaSucursal());
      await expect(acto(admin, ajena.idUsuario)).rejects.toThrow(NoEncontradoError);
    }
    expect(await leerPrincipal(sid)).not.toBeNull();
    expect((await listarSesionesAcceso(ctxDe(admin), { id })).map((s) => s.sid)).toEqual([sid]);
  });

  it('end one by one, also twice, and a sid of somebody else is not theirs', async () => {
    const [yo, colega] = [await operador(), await operador()];
    const [uno, dos, ajeno] = [
      await ingreso(yo.idUsuario),
      await ingreso(yo.idUsuario),
      await ingreso(colega.idUsuario),
    ];
    const cerrar = (sid: string) => cerrarSesionAcceso(ctxDe(admin), { id: yo.idUsuario, sid });
    await cerrar(uno);
    await cerrar(uno);
    expect(await leerPrincipal(uno)).toBeNull();
    expect(await leerPrincipal(dos)).not.toBeNull();
    await expect(cerrar(ajeno)).rejects.toThrow('Ese ingreso no existe.');
    expect(await leerPrincipal(ajeno)).not.toBeNull();
    expect(await rastro('sesion.cerrar', uno)).not.toBeNull();
    await expect(cerrar('no-es-un-uuid')).rejects.toMatchObject({ name: 'ZodError' });
  });

  it('of oneself end all but the one that asks; of another, all', async () => {
    const yo = await operador();
    const sids = [await ingreso(yo.idUsuario), await ingreso(yo.idUsuario), await ingreso(yo.idUsuario)];
    const [este] = sids;
    const propia = await cerrarSesionesAcceso(ctxDe(yo, { sid: este ?? '' }), { id: yo.idUsuario });
    expect(propia.message).toBe('Se cerraron 2 ingresos.');
    expect(await leerPrincipal(este ?? '')).not.toBeNull();
    expect((await cerrarSesionesAcceso(ctxDe(admin), { id: yo.idUsuario })).message).toBe('Se cerró un ingreso.');
    expect(await leerPrincipal(este ?? '')).toBeNull();
    expect((await cerrarSesionesAcceso(ctxDe(admin), { id: yo.idUsuario })).message).toMatch(/No había/);
  });
});
