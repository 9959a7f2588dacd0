import { encode } from 'next-auth/jwt';
import { beforeAll, describe, expect, it } from 'vitest';
import { POST as logout } from '@/app/api/auth/logout/route';
import { GET as profile } from '@/app/api/auth/profile/route';
import { POST as refresh } from '@/app/api/auth/refresh_token/route';
import { GET as cajas } from '@/app/api/cajas/route';
import { sqlClient } from '@/db';
import { ingresar } from '@/lib/auth/ingresar';
import { olvidarPrincipal, principalDeSesion } from '@/lib/auth/principal';
import type { Actor } from '@/lib/context';
import { env } from '@/lib/env';
import { nuevaCaja, nuevaPersona, nuevaSucursal, PASSWORD } from '@/tests/harness/factories';
import { entrar, llamar, tokenDe } from './llamar';

const COOKIE = 'authjs.session-token';

let sucursal: number;
let otra: number;
let rosa: Actor;

beforeAll(async () => {
  [sucursal, otra] = [await nuevaSucursal(), await nuevaSucursal()];
  rosa = await nuevaPersona('Operador', sucursal);
});

/** The `Cookie` header of somebody who signed in by the page. */
async function cookieDe(actor: Actor): Promise<{ cookie: string; sid: string }> {
  const hechos = { ahora: new Date(), requestId: 'pedido-de-prueba', ip: null, dispositivo: null, bearer: null };
  const { sid } = await ingresar(hechos, { email: actor.email, password: PASSWORD }, 'navegador');
  const token = { uid: actor.idUsuario, sid, rol: actor.rol, permisos: [...actor.permisos] };
  return { cookie: `${COOKIE}=${await encode({ token, secret: env().AUTH_SECRET, salt: COOKIE, maxAge: 60 })}`, sid };
}

describe('signing out', () => {
  it('ends both tokens at once, and only that sign-in', async () => {
    const una = await entrar(rosa.email);
    const dos = await entrar(rosa.email);
    expect((await llamar(logout, { metodo: 'POST', token: una.access_token })).status).toBe(200);
    expect((await llamar(profile, { token: una.access_token })).status).toBe(401);
    expect((await llamar(refresh, { metodo: 'POST', token: una.refresh_token })).status).toBe(401);
    expect((await llamar(profile, { token: dos.access_token })).status).toBe(200);
  });
});

describe('a sign-in', () => {
  it('that was revoked elsewhere stops working when the memory of 15 s ends', async () => {
    const { cookie, sid } = await cookieDe(rosa);
    expect((await llamar(profile, { headers: { cookie } })).status).toBe(200);
    await sqlClient()`update sesion_acceso set revocada_en = now() where sid = ${sid}::uuid`;
    olvidarPrincipal(sid);
    expect((await llamar(profile, { headers: { cookie } })).status).toBe(401);
  });

  it('that expired is nobody', async () => {
    const { sid } = await cookieDe(rosa);
    await sqlClient()`update sesion_acceso set expira_en = now() - interval '1 second' where sid = ${sid}::uuid`;
    expect(await principalDeSesion(sid)).toBeNull();
  });

  it('follows the rights of the role', async () => {
    const { sid } = await cookieDe(rosa);
    expect((await principalDeSesion(sid))?.permisos.has('venta:cobrar')).toBe(true);
    await sqlClient()`update usuario set id_rol = 5 where id = ${rosa.idUsuario}`;
    olvidarPrincipal(sid);
    expect((await principalDeSesion(sid))?.permisos.has('venta:cobrar')).toBe(false);
    await sqlClient()`update usuario set id_rol = 2 where id = ${rosa.idUsuario}`;
    olvidarPrincipal();
  });

  it('by Bearer, even an invalid one, makes the cookie ignored', async () => {
    const { cookie } = await cookieDe(rosa);
    expect((await llamar(profile, { headers: { cookie }, token: 'no-es-un-token' })).status).toBe(401);
    expect((await llamar(profile, { headers: { cookie, authorization: 'Bearer' } })).status).toBe(401);
    expect((await llamar(profile, { headers: { cookie, authorization: 'Basic abc' } })).status).toBe(200);
  });

  it('by cookie writes only from the same origin', async () => {
    const { cookie } = await cookieDe(rosa);
    const salir = (headers: Record<string, string>) =>
      llamar(logout, { metodo: 'POST', headers: { cookie, ...headers } });
    expect((await salir({ origin: 'http://malo.bo', host: 'kantuta' })).cuerpo).toMatchObject({ code: 'origen_ajeno' });
    expect((await salir({ origin: 'http://kantuta', host: 'kantuta' })).status).toBe(200);
  });
});

describe('X-Sucursal', () => {
  const pedir = async (actor: Actor, idSucursal: string) =>
    llamar(cajas, { token: await tokenDe(actor), headers: { 'x-sucursal': idSucursal } });

  it('takes who works in all branches to another', async () => {
    const propietario = await nuevaPersona('Propietario', sucursal);
    await nuevaCaja(otra);
    const { status, cuerpo } = await pedir(propietario, String(otra));
    expect(status).toBe(200);
    expect(cuerpo).toMatchObject([{ id_sucursal: otra }]);
  });

  it('is refused to who works in one, and for a branch that does not exist', async () => {
    const admin = await nuevaPersona('Administrador', sucursal);
    const dueno = await nuevaPersona('Propietario', sucursal);
    expect((await pedir(admin, String(otra))).status).toBe(403);
    expect((await pedir(admin, String(sucursal))).status).toBe(200);
    expect((await pedir(dueno, '999999')).status).toBe(404);
    expect((await pedir(dueno, 'norte')).status).toBe(400);
  });
});
