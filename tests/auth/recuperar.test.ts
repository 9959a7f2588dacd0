import { beforeAll, describe, expect, it } from 'vitest';
import { GET as profile } from '@/app/api/auth/profile/route';
import { POST as refresh } from '@/app/api/auth/refresh_token/route';
import { sqlClient } from '@/db';
import { ingresar } from '@/lib/auth/ingresar';
import { principalDeSesion } from '@/lib/auth/principal';
import type { Actor } from '@/lib/context';
import { nuevaPersona, nuevaSucursal, PASSWORD } from '@/tests/harness/factories';
import { entrar, llamar } from './llamar';
import {
  atender,
  cambiar,
  codigoDe,
  conCodigo,
  confirmar,
  conPermiso,
  nuevaIp,
  otroQue,
  pedir,
} from './recuperar-pasos';

const NUEVA = 'otra-frase-propia-de-rosa';
let sucursal: number;

beforeAll(async () => {
  sucursal = await nuevaSucursal();
});

const alguien = () => nuevaPersona('Operador', sucursal);
const entra = async (quien: Actor, password: string) =>
  (await entrar(quien.email, password).catch(() => null)) !== null;

const rastro = (accion: string, quien: Actor) => sqlClient()`
  select id_usuario, ip, despues from auditoria where accion = ${accion} and id_entidad = ${String(quien.idUsuario)}`;

describe('a forgotten password', () => {
  it('is chosen again with the mailed code, and every sign-in of before ends', async () => {
    const rosa = await alguien();
    const [tokens, cookie] = await Promise.all([
      entrar(rosa.email),
      ingresar(
        { ahora: new Date(), requestId: 'pedido-de-prueba', ip: null, dispositivo: null, bearer: null },
        { email: rosa.email, password: PASSWORD },
        'navegador',
      ),
    ]);
    const codigo = await conCodigo(rosa);
    expect(codigo).toMatch(/^[2-9A-HJKMNP-Z]{6}$/);
    const confirmado = await confirmar(
      ` ${rosa.email.toUpperCase()} `,
      ` ${codigo.slice(0, 3)}-${codigo.slice(3).toLowerCase()} `,
    );
    expect(confirmado.status).toBe(200);
    const { reset_token } = confirmado.cuerpo;
    const hecho = await cambiar({ email: rosa.email, newPassword: NUEVA, reset_token }, '10.2.250.1');
    expect([hecho.status, hecho.cuerpo]).toEqual([200, { message: 'La contraseña cambió. Ingrese con la nueva.' }]);

    expect((await llamar(profile, { token: tokens.access_token })).status).toBe(401);
    expect((await llamar(refresh, { metodo: 'POST', token: tokens.refresh_token })).status).toBe(401);
    expect(await principalDeSesion(cookie.sid)).toBeNull();
    expect([await entra(rosa, PASSWORD), await entra(rosa, NUEVA)]).toEqual([false, true]);

    expect(await rastro('usuario.recuperar_clave', rosa)).toMatchObject([
      { id_usuario: rosa.idUsuario, ip: '10.2.250.1' },
    ]);
    expect(await rastro('usuario.cerrar_ingresos', rosa)).toMatchObject([{ despues: { ingresos_cerrados: 2 } }]);
    const avisos = await sqlClient()`
      select para, datos from correo where id_usuario = ${rosa.idUsuario} and plantilla = 'clave_cambiada'`;
    expect(avisos).toMatchObject([{ para: rosa.email, datos: { dispositivo: 'navegador de prueba' } }]);
  });

  it('is chosen with the code alone too, as older clients do', async () => {
    const rosa = await alguien();
    const code = await conCodigo(rosa);
    expect((await cambiar({ email: rosa.email, newPassword: NUEVA, code })).status).toBe(200);
    expect(await entra(rosa, NUEVA)).toBe(true);
    expect((await cambiar({ email: rosa.email, newPassword: 'una-tercera-frase', code })).status).toBe(401);
  });

  it('forgets the failures that kept its owner out', async () => {
    const rosa = await alguien();
    const ip = nuevaIp();
    for (let i = 0; i < 10; i++) {
      const hechos = { ahora: new Date(), requestId: 'pedido-de-prueba', ip, dispositivo: null, bearer: null };
      await ingresar(hechos, { email: rosa.email, password: 'mal' }, 'api').catch(() => null);
    }
    const reset_token = await conPermiso(rosa);
    expect((await cambiar({ email: rosa.email, newPassword: NUEVA, reset_token }, ip)).status).toBe(200);
    const hechos = { ahora: new Date(), requestId: 'pedido-de-prueba', ip, dispositivo: null, bearer: null };
    await expect(ingresar(hechos, { email: rosa.email, password: NUEVA }, 'api')).resolves.toBeDefined();
  });

  it('is not changed without a proof: 401, whatever the password', async () => {
    const rosa = await alguien();
    for (const cuerpo of [
      { email: rosa.email, newPassword: NUEVA },
      { email: rosa.email, newPassword: 'x' },
      { email: rosa.email, newPassword: NUEVA, reset_token: '', code: '' },
    ]) {
      const { status, cuerpo: dicho } = await cambiar(cuerpo);
      expect([status, dicho.code]).toEqual([401, 'sin_prueba']);
    }
    expect(await entra(rosa, PASSWORD)).toBe(true);
  });

  it('that is too weak is refused, and the proof is still good', async () => {
    const rosa = await alguien();
    const reset_token = await conPermiso(rosa);
    const corta = await cambiar({ email: rosa.email, newPassword: 'corta', reset_token });
    expect([corta.status, Object.keys(corta.cuerpo.campos as object)]).toEqual([400, ['newPassword']]);
    expect((await cambiar({ email: rosa.email, newPassword: NUEVA, reset_token })).status).toBe(200);
  });
});

describe('a password that is one’s own name or mail', () => {
  it('is refused, and the code and the permission are still good', async () => {
    const rosa = await alguien();
    const code = await conCodigo(rosa);
    const [{ nombres } = { nombres: '' }] = await sqlClient()<{ nombres: string }[]>`
      select p.nombres from persona p join usuario u on u.id_persona = p.id where u.id = ${rosa.idUsuario}`;
    const suyas = [rosa.email, `${nombres}1990`.replaceAll(' ', '')];
    for (const newPassword of suyas) {
      const { status, cuerpo } = await cambiar({ email: rosa.email, newPassword, code });
      expect([status, Object.keys(cuerpo.campos as object)]).toEqual([400, ['newPassword']]);
    }
    const { reset_token } = (await confirmar(rosa.email, code)).cuerpo;
    for (const newPassword of suyas) {
      expect((await cambiar({ email: rosa.email, newPassword, reset_token })).status).toBe(400);
    }
    expect(await entra(rosa, PASSWORD)).toBe(true);
    expect((await cambiar({ email: rosa.email, newPassword: NUEVA, reset_token })).status).toBe(200);
  });
});

describe('a code', () => {
  it('is kept nowhere but in the mail: the store has a keyed hash', async () => {
    const rosa = await alguien();
    const codigo = await conCodigo(rosa);
    const claves = await sqlClient()<{ clave: string; valor: string }[]>`
      select clave, valor from clave_efimera where clave like 'recuperar%'`;
    expect(JSON.stringify(claves)).not.toContain(codigo);
    expect(JSON.stringify(claves)).not.toContain(rosa.email);
    const trabajos = await sqlClient()`select data from pgboss.job where data::text like ${`%${codigo}%`}`;
    expect(trabajos).toHaveLength(0);
  });

  it('stops working when another is asked for, at once', async () => {
    const rosa = await alguien();
    const viejo = await conCodigo(rosa);
    await pedir(rosa.email);
    expect((await confirmar(rosa.email, viejo)).status).toBe(401);
    await atender();
    const nuevo = await codigoDe(rosa.idUsuario);
    expect(nuevo).not.toBe(viejo);
    const correos = await sqlClient()`
      select estado, datos->>'codigo' as codigo from correo where id_usuario = ${rosa.idUsuario} order by id`;
    expect(correos).toEqual([
      { estado: 'VENCIDO', codigo: null },
      { estado: 'PENDIENTE', codigo: nuevo },
    ]);
    expect((await confirmar(rosa.email, String(nuevo))).status).toBe(200);
  });

  it('asked for twice before the worker looked is mailed once, the last', async () => {
    const rosa = await alguien();
    await pedir(rosa.email);
    await pedir(rosa.email);
    await atender();
    const [fila] = await sqlClient()`select count(*)::int as n from correo where id_usuario = ${rosa.idUsuario}`;
    expect(fila).toEqual({ n: 1 });
  });

  it('taken up again by another worker is the same one, mailed once', async () => {
    const rosa = await alguien();
    await pedir(rosa.email);
    const pedidos = await atender();
    const primero = await codigoDe(rosa.idUsuario);
    const { mandarCodigo } = await import('@/lib/auth/recuperar/mandar');
    for (const pedido of pedidos) await mandarCodigo(pedido, new Date());
    const [fila] = await sqlClient()`select count(*)::int as n from correo where id_usuario = ${rosa.idUsuario}`;
    expect([fila, await codigoDe(rosa.idUsuario)]).toEqual([{ n: 1 }, primero]);
    expect((await confirmar(rosa.email, String(primero))).status).toBe(200);
  });

  it('is not mailed once its time passed', async () => {
    const rosa = await alguien();
    await pedir(rosa.email);
    await atender(new Date(Date.now() + 16 * 60_000));
    expect(await codigoDe(rosa.idUsuario)).toBeNull();
  });

  it('expires: neither it nor what it earned outlives its time', async () => {
    const rosa = await alguien();
    const codigo = await conCodigo(rosa);
    await sqlClient()`update clave_efimera set expira_en = now() where clave like 'recuperar-codigo:%'`;
    expect((await confirmar(rosa.email, codigo)).cuerpo.code).toBe('codigo_invalido');
    const ana = await alguien();
    const reset_token = await conPermiso(ana);
    await sqlClient()`update clave_efimera set expira_en = now() where clave like 'recuperar-permiso:%'`;
    const tarde = await cambiar({ email: ana.email, newPassword: NUEVA, reset_token });
    expect([tarde.status, tarde.cuerpo.code]).toEqual([401, 'permiso_vencido']);
  });

  it('lives fifteen minutes and its permission ten', async () => {
    const rosa = await alguien();
    await conCodigo(rosa);
    const ana = await alguien();
    await conPermiso(ana);
    const vidas = await sqlClient()<{ tipo: string; minutos: number }[]>`
      select split_part(clave, ':', 1) as tipo, max(extract(epoch from expira_en - now()) / 60)::float8 as minutos
      from clave_efimera where clave ~ '^recuperar-(codigo|permiso):' group by 1 order by 1`;
    expect(vidas.map(({ tipo, minutos }) => [tipo, Math.ceil(minutos)])).toEqual([
      ['recuperar-codigo', 15],
      ['recuperar-permiso', 10],
    ]);
  });

  it('is refused at the sixth try, even the right one', async () => {
    const rosa = await alguien();
    const codigo = await conCodigo(rosa);
    for (let i = 0; i < 5; i++) {
      expect((await confirmar(rosa.email, otroQue(codigo))).cuerpo.code).toBe('codigo_invalido');
    }
    const sexto = await confirmar(rosa.email, codigo);
    expect([sexto.status, sexto.cuerpo.code]).toEqual([401, 'codigo_agotado']);
    const directo = await cambiar({ email: rosa.email, newPassword: NUEVA, code: codigo });
    expect([directo.status, directo.cuerpo.code]).toEqual([401, 'codigo_agotado']);
    expect(await entra(rosa, PASSWORD)).toBe(true);
  });

  it('guessed at all at once gets no more than five tries', async () => {
    const rosa = await alguien();
    const codigo = await conCodigo(rosa);
    const salva = await Promise.all(Array.from({ length: 40 }, () => confirmar(rosa.email, otroQue(codigo))));
    expect(salva.filter(({ cuerpo }) => cuerpo.code === 'codigo_invalido')).toHaveLength(5);
    expect((await confirmar(rosa.email, codigo)).status).toBe(401);
  });

  it('of one mail is no good for another', async () => {
    const [rosa, ana] = await Promise.all([alguien(), alguien()]);
    const codigo = await conCodigo(rosa);
    await conCodigo(ana);
    expect((await confirmar(ana.email, codigo)).status).toBe(401);
    const reset_token = await conPermiso(rosa);
    expect((await cambiar({ email: ana.email, newPassword: NUEVA, reset_token })).status).toBe(401);
    expect(await entra(ana, PASSWORD)).toBe(true);
  });

  it('earns one permission: twenty confirmations at once of one code', async () => {
    const rosa = await alguien();
    const codigo = await conCodigo(rosa);
    const todas = await Promise.all(Array.from({ length: 20 }, () => confirmar(rosa.email, codigo)));
    expect(todas.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});

describe('a permission', () => {
  it('changes the password once: twenty at once of one token', async () => {
    const rosa = await alguien();
    const reset_token = await conPermiso(rosa);
    const todas = await Promise.all(
      Array.from({ length: 20 }, (_, i) => cambiar({ email: rosa.email, newPassword: `${NUEVA}-${i}`, reset_token })),
    );
    const buenas = todas.flatMap(({ status }, i) => (status === 200 ? [i] : []));
    expect(buenas).toHaveLength(1);
    expect(await entra(rosa, `${NUEVA}-${buenas[0]}`)).toBe(true);
    expect(await rastro('usuario.recuperar_clave', rosa)).toHaveLength(1);
  });

  it('is worth nothing after another code is asked for, or the person leaves', async () => {
    const rosa = await alguien();
    const viejo = await conPermiso(rosa);
    await pedir(rosa.email);
    expect((await cambiar({ email: rosa.email, newPassword: NUEVA, reset_token: viejo })).status).toBe(401);
    await atender();
    const ana = await alguien();
    const reset_token = await conPermiso(ana);
    await sqlClient()`update usuario set estado = false where id = ${ana.idUsuario}`;
    const baja = await cambiar({ email: ana.email, newPassword: NUEVA, reset_token });
    expect([baja.status, baja.cuerpo.code]).toEqual([401, 'permiso_vencido']);
  });
});

describe('asking', () => {
  it('stops at five an hour of a mail, whoever’s it is, and at thirty of an address', async () => {
    const rosa = await alguien();
    for (const email of [rosa.email, 'nadie-pide@prueba.bo']) {
      for (let i = 0; i < 5; i++) expect((await pedir(email)).status).toBe(200);
      const frenado = await pedir(email);
      expect([frenado.status, frenado.cuerpo.code]).toEqual([429, 'demasiados_intentos']);
      expect(Number(frenado.headers.get('retry-after'))).toBeGreaterThan(3000);
    }
    const ip = nuevaIp();
    for (let i = 0; i < 30; i++) expect((await pedir(`nadie${i}@prueba.bo`, ip)).status).toBe(200);
    expect((await pedir('nadie31@prueba.bo', ip)).status).toBe(429);
    await atender();
  });

  it('all at once gets no further than one by one', async () => {
    const rosa = await alguien();
    const todos = await Promise.all(Array.from({ length: 20 }, () => pedir(rosa.email)));
    expect(todos.filter(({ status }) => status === 200)).toHaveLength(5);
    await atender();
    const [fila] = await sqlClient()`select count(*)::int as n from correo where id_usuario = ${rosa.idUsuario}`;
    expect(fila).toEqual({ n: 1 });
  });

  it('mails nothing to somebody who no longer works here', async () => {
    const rosa = await alguien();
    await sqlClient()`update usuario set estado = false where id = ${rosa.idUsuario}`;
    expect((await pedir(rosa.email)).status).toBe(200);
    await atender();
    expect(await codigoDe(rosa.idUsuario)).toBeNull();
  });

  it('with what is no mail says so, and names what is unknown', async () => {
    expect((await pedir('no-es-correo')).cuerpo).toMatchObject({
      statusCode: 400,
      campos: { email: 'El correo no es válido.' },
    });
    const { status, cuerpo } = await cambiar({ email: 'a@b.bo', newPassword: NUEVA, token: 'x' });
    expect([status, cuerpo.campos]).toEqual([400, { token: 'Campo desconocido: token.' }]);
  });
});
