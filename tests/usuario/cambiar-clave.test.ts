import { beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { DemasiadosIntentosError, RequiereClaveError } from '@/lib/auth/errors';
import { verifyPassword } from '@/lib/auth/password';
import { leerPrincipal } from '@/lib/auth/principal';
import { MasDerechosError } from '@/lib/auth/subordinado';
import { NoEncontradoError, PermisoError } from '@/lib/errors';
import { cambiarClave } from '@/lib/usuario/cambiar-clave';
import { ClaveActualError, ClaveIgualError } from '@/lib/usuario/errors';
import { ctxDe, nuevaPersona, nuevaSucursal, PASSWORD } from '@/tests/harness/factories';
import { actorDe, ingreso, rastro } from './fixtures';

const NUEVA = 'una frase que nadie sabe';

let sucursal: number;

beforeAll(async () => {
  sucursal = await nuevaSucursal();
});

async function esSuya(id: number, password: string): Promise<boolean> {
  const [fila] = await sqlClient()`select password_hash from usuario where id = ${id}`;
  return verifyPassword(password, String(fila?.password_hash));
}

describe('one’s own password', () => {
  it('changes with the present one: the other sign-ins end, this one goes on, and a mail says so', async () => {
    const yo = await nuevaPersona('Operador', sucursal);
    await sqlClient()`update usuario set debe_cambiar_clave = true where id = ${yo.idUsuario}`;
    const [este, otro] = [await ingreso(yo.idUsuario), await ingreso(yo.idUsuario)];
    await cambiarClave(ctxDe(yo, { sid: este }), { currentPassword: PASSWORD, newPassword: NUEVA });
    expect(await esSuya(yo.idUsuario, NUEVA)).toBe(true);
    expect((await leerPrincipal(este))?.debeCambiarClave).toBe(false);
    expect(await leerPrincipal(otro)).toBeNull();
    expect((await rastro('usuario.cambiar_clave', yo.idUsuario))?.despues).toContain('"propia": true');
    const correos = await sqlClient()`select 1 from correo where para = ${yo.email} and plantilla = 'clave_cambiada'`;
    expect(correos).toHaveLength(1);
  });

  it('does not without it, with another, with itself, with one’s name or with a known one', async () => {
    const yo = await nuevaPersona('Operador', sucursal);
    const con = (mas: object) => cambiarClave(ctxDe(yo), { currentPassword: PASSWORD, newPassword: NUEVA, ...mas });
    await expect(con({ currentPassword: undefined })).rejects.toThrow('Falta la contraseña actual.');
    await expect(con({ currentPassword: 'no es esta' })).rejects.toThrow(ClaveActualError);
    await expect(con({ newPassword: PASSWORD })).rejects.toThrow(ClaveIgualError);
    await expect(con({ newPassword: yo.email })).rejects.toThrow('su propio nombre o correo');
    await expect(con({ newPassword: 'qwertyuiop' })).rejects.toMatchObject({ name: 'ZodError' });
    await expect(con({ id_rol: 3 })).rejects.toMatchObject({ message: expect.stringContaining('id_rol') });
    expect(await esSuya(yo.idUsuario, PASSWORD)).toBe(true);
  });

  it('is guessed five times from an address, and no more', async () => {
    const yo = await nuevaPersona('Operador', sucursal);
    const probar = () => cambiarClave(ctxDe(yo, { ip: '10.1.1.1' }), { currentPassword: 'mala', newPassword: NUEVA });
    for (let i = 0; i < 5; i++) await expect(probar()).rejects.toThrow(ClaveActualError);
    await expect(probar()).rejects.toThrow(DemasiadosIntentosError);
    expect(await esSuya(yo.idUsuario, PASSWORD)).toBe(true);
  });

  it('is not changed from a sign-in by PIN', async () => {
    const yo = { ...(await nuevaPersona('Operador', sucursal)), nivel: 'pin' as const };
    await expect(cambiarClave(ctxDe(yo), { currentPassword: PASSWORD, newPassword: NUEVA })).rejects.toThrow(
      RequiereClaveError,
    );
  });
});

describe('the password of somebody else', () => {
  it('lasts for one entry and ends all of theirs', async () => {
    const [admin, suya] = [await nuevaPersona('Administrador', sucursal), await nuevaPersona('Operador', sucursal)];
    const sid = await ingreso(suya.idUsuario);
    await cambiarClave(ctxDe(admin), { email: suya.email.toUpperCase(), newPassword: NUEVA });
    expect(await esSuya(suya.idUsuario, NUEVA)).toBe(true);
    expect(await leerPrincipal(sid)).toBeNull();
    expect((await actorDe(suya.idUsuario)).debeCambiarClave).toBe(true);
  });

  it('is for who may edit them: not a cashier, nor an inferior, nor another branch', async () => {
    const [admin, suya] = [await nuevaPersona('Administrador', sucursal), await nuevaPersona('Operador', sucursal)];
    const jefa = await nuevaPersona('Superadministrador', sucursal);
    const ajena = await nuevaPersona('Operador', await nuevaSucursal());
    const dar = (actor: typeof admin, email: string) => cambiarClave(ctxDe(actor), { email, newPassword: NUEVA });
    await expect(dar(suya, admin.email)).rejects.toThrow(PermisoError);
    await expect(dar(suya, 'nadie@prueba.bo')).rejects.toThrow(PermisoError);
    await expect(dar(admin, jefa.email)).rejects.toThrow(MasDerechosError);
    await expect(dar(admin, ajena.email)).rejects.toThrow(NoEncontradoError);
    await expect(dar(admin, 'nadie@prueba.bo')).rejects.toThrow('La persona no existe.');
    for (const { idUsuario } of [admin, jefa, ajena]) expect(await esSuya(idUsuario, PASSWORD)).toBe(true);
  });

  it('does not open one’s own without the present one', async () => {
    const admin = await nuevaPersona('Administrador', sucursal);
    await expect(cambiarClave(ctxDe(admin), { email: admin.email, newPassword: NUEVA })).rejects.toThrow(
      'Falta la contraseña actual.',
    );
  });
});
