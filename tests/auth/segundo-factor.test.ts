import { TOTP } from 'otpauth';
import { beforeAll, describe, expect, it } from 'vitest';
import { GET as llaves } from '@/app/api/auth/llaves/route';
import { POST as login } from '@/app/api/auth/login/route';
import { POST as codigos } from '@/app/api/auth/segundo-factor/codigos/route';
import { POST as confirmar } from '@/app/api/auth/segundo-factor/confirmar/route';
import { POST as desactivar } from '@/app/api/auth/segundo-factor/desactivar/route';
import { POST as empezar } from '@/app/api/auth/segundo-factor/route';
import { DELETE as quitarDe } from '@/app/api/usuario/[id]/segundo-factor/route';
import { sqlClient } from '@/db';
import { SegundoFactorError } from '@/lib/auth/errors';
import { completarIngreso, ingresar } from '@/lib/auth/ingresar';
import { hashPassword } from '@/lib/auth/password';
import type { PublicContext } from '@/lib/auth/public-context';
import type { Actor } from '@/lib/context';
import { nuevaPersona, nuevaSucursal, PASSWORD } from '@/tests/harness/factories';
import { llamar, tokenDe } from './llamar';
import { desde, navegadorDe, nuevaIp } from './navegador';

let sucursal: number;

beforeAll(async () => {
  sucursal = await nuevaSucursal();
});

/** The code of a secret, `pasos` steps away from the present one. */
const codigoDe = (secreto: string, pasos = 0) =>
  new TOTP({ secret: secreto }).generate({ timestamp: Date.now() + pasos * 30_000 });

/** Somebody with the second factor on for a while: no code of now is used up. */
async function conSegundoFactor(rol: Parameters<typeof nuevaPersona>[0] = 'Operador') {
  const actor = await nuevaPersona(rol, sucursal);
  const navegador = await navegadorDe(actor);
  const { cuerpo } = await desde(navegador, empezar, { cuerpo: { password: PASSWORD }, ip: nuevaIp() });
  const secreto = String(cuerpo.secreto);
  const hecho = await desde(navegador, confirmar, { cuerpo: { codigo: codigoDe(secreto) }, ip: nuevaIp() });
  expect(hecho.status).toBe(200);
  await sqlClient()`update usuario set totp_ultimo_paso = 1 where id = ${actor.idUsuario}`;
  return { actor, navegador, secreto, respaldo: hecho.cuerpo.codigos as string[], qr: String(cuerpo.qr) };
}

const entrar = (actor: Actor, mas: object = {}, ip = nuevaIp()) =>
  llamar(login, {
    metodo: 'POST',
    cuerpo: { email: actor.email, password: PASSWORD, ...mas },
    headers: { 'x-forwarded-for': ip },
  });

const publico = (): PublicContext => ({
  ahora: new Date(),
  requestId: crypto.randomUUID(),
  ip: nuevaIp(),
  dispositivo: null,
  bearer: null,
});

/** The way to the second step of the page. */
async function desafioDe(actor: Actor, ctx = publico()): Promise<string> {
  const error = await ingresar(ctx, { email: actor.email, password: PASSWORD }, 'navegador').catch((e: unknown) => e);
  if (!(error instanceof SegundoFactorError)) throw error;
  return error.desafio;
}

describe('turning it on', () => {
  it('answers a picture, a text and ten codes, and keeps none of them readable', async () => {
    const { actor, secreto, respaldo, qr, navegador } = await conSegundoFactor();
    expect(qr).toMatch(/^data:image\/svg\+xml;base64,/);
    expect(new Set(respaldo).size).toBe(10);
    for (const codigo of respaldo) expect(codigo).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
    const [fila] = await sqlClient()<{ todo: string }[]>`
      select to_jsonb(u)::text || (select string_agg(huella, ',') from codigo_respaldo k where k.id_usuario = u.id) as todo
      from usuario u where id = ${actor.idUsuario}`;
    for (const secreta of [secreto, ...respaldo, ...respaldo.map((c) => c.replaceAll('-', ''))]) {
      expect(fila?.todo).not.toContain(secreta);
    }
    const { cuerpo } = await desde(navegador, llaves, { metodo: 'GET' });
    expect(cuerpo.segundo_factor).toMatchObject({ activo: true, codigos_restantes: 10, obligatorio: false });
  });

  it('needs the password, then a code of the new secret, and happens once', async () => {
    const actor = await nuevaPersona('Operador', sucursal);
    const navegador = await navegadorDe(actor);
    expect((await desde(navegador, confirmar, { cuerpo: { codigo: '123456' } })).cuerpo.code).toBe(
      'sin_segundo_factor',
    );
    expect((await desde(navegador, empezar, { cuerpo: { password: 'otra' } })).cuerpo.code).toBe('clave_incorrecta');
    const { cuerpo } = await desde(navegador, empezar, { cuerpo: { password: PASSWORD } });
    const secreto = String(cuerpo.secreto);
    const mala = await desde(navegador, confirmar, { cuerpo: { codigo: codigoDe(secreto, 20) } });
    expect([mala.status, mala.cuerpo.code]).toEqual([401, 'segundo_factor']);
    expect((await entrar(actor)).status).toBe(200);
    const juntas = await Promise.all(
      Array.from({ length: 6 }, () => desde(navegador, confirmar, { cuerpo: { codigo: codigoDe(secreto) } })),
    );
    expect(juntas.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await desde(navegador, empezar, { cuerpo: { password: PASSWORD } })).cuerpo.code).toBe(
      'segundo_factor_activo',
    );
  });
});

describe('signing in by the API', () => {
  it('asks for the code only after the right password', async () => {
    const { actor, secreto } = await conSegundoFactor();
    expect((await entrar(actor, { password: 'otra' })).cuerpo.code).toBe('credenciales');
    const sinCodigo = await entrar(actor);
    expect([sinCodigo.status, sinCodigo.cuerpo.code]).toEqual([401, 'segundo_factor']);
    expect((await entrar(actor, { codigo: '000000' })).cuerpo.code).toBe('segundo_factor');
    expect((await entrar(actor, { codigo: codigoDe(secreto) })).status).toBe(200);
  });

  it('takes a code once: neither again, nor a step before, nor twenty at once', async () => {
    const { actor, secreto } = await conSegundoFactor();
    const codigo = codigoDe(secreto);
    const juntas = await Promise.all(Array.from({ length: 20 }, () => entrar(actor, { codigo }, nuevaIp())));
    expect(juntas.filter(({ status }) => status === 200)).toHaveLength(1);
    await sqlClient()`delete from clave_efimera`;
    expect((await entrar(actor, { codigo })).status).toBe(401);
    expect((await entrar(actor, { codigo: codigoDe(secreto, -1) })).status).toBe(401);
    expect((await entrar(actor, { codigo: codigoDe(secreto, 1) })).status).toBe(200);
  });

  it('takes each recovery code once, whoever asks at the same time, however it is typed', async () => {
    const { actor, respaldo } = await conSegundoFactor();
    const [uno = '', otro = ''] = respaldo;
    const juntas = await Promise.all(Array.from({ length: 20 }, () => entrar(actor, { codigo: uno }, nuevaIp())));
    expect(juntas.filter(({ status }) => status === 200)).toHaveLength(1);
    await sqlClient()`delete from clave_efimera`;
    expect((await entrar(actor, { codigo: uno })).status).toBe(401);
    expect((await entrar(actor, { codigo: otro.toLowerCase().replaceAll('-', ' ') })).status).toBe(200);
  });

  it('stops guessing after five wrong codes, in the trail as the person’s, without what was typed', async () => {
    const { actor, secreto } = await conSegundoFactor();
    const ip = nuevaIp();
    for (let i = 0; i < 5; i++) expect((await entrar(actor, { codigo: '000000' }, ip)).status).toBe(401);
    const frenado = await entrar(actor, { codigo: codigoDe(secreto) }, ip);
    expect(frenado.status).toBe(429);
    expect(Number(frenado.headers.get('retry-after'))).toBeGreaterThan(800);
    const rastro = await sqlClient()<{ fila: string }[]>`
      select to_jsonb(auditoria)::text as fila from auditoria
      where accion = 'sesion.codigo_fallido' and id_usuario = ${actor.idUsuario}`;
    expect(rastro).toHaveLength(5);
    expect(rastro.map((r) => r.fila).join()).not.toContain('"000000"');
  });
});

describe('the second step of the page', () => {
  it('opens the browser’s sign-in with the code', async () => {
    const { actor, secreto } = await conSegundoFactor();
    const desafio = await desafioDe(actor);
    const { actor: dentro } = await completarIngreso(publico(), { desafio, codigo: codigoDe(secreto) }, 'navegador');
    expect(dentro.idUsuario).toBe(actor.idUsuario);
  });

  it('is of one person, for five minutes, and not altered', async () => {
    const { actor, secreto } = await conSegundoFactor();
    const tarde = await desafioDe(actor, { ...publico(), ahora: new Date(Date.now() - 301_000) });
    const bueno = await desafioDe(actor);
    const codigo = codigoDe(secreto);
    for (const desafio of [tarde, `${bueno.slice(0, -4)}AAAA`, 'x.y.z', await tokenDe(actor)]) {
      await expect(completarIngreso(publico(), { desafio, codigo }, 'navegador')).rejects.toMatchObject({
        code: 'desafio_vencido',
      });
    }
    await expect(completarIngreso(publico(), { desafio: bueno, codigo: '000000' }, 'navegador')).rejects.toMatchObject({
      code: 'segundo_factor',
    });
  });

  it('dies with the password it began with', async () => {
    const { actor, secreto } = await conSegundoFactor();
    const desafio = await desafioDe(actor);
    const otra = await hashPassword('una-clave-nueva');
    await sqlClient()`update usuario set password_hash = ${otra} where id = ${actor.idUsuario}`;
    await expect(
      completarIngreso(publico(), { desafio, codigo: codigoDe(secreto) }, 'navegador'),
    ).rejects.toMatchObject({ code: 'desafio_vencido' });
  });
});

describe('changing it', () => {
  it('new recovery codes end the old ones', async () => {
    const { actor, navegador, secreto, respaldo } = await conSegundoFactor();
    const cuerpo = { password: PASSWORD, codigo: codigoDe(secreto) };
    const { status, cuerpo: nuevos } = await desde(navegador, codigos, { cuerpo, ip: nuevaIp() });
    expect([status, (nuevos.codigos as string[]).length]).toEqual([200, 10]);
    expect((await entrar(actor, { codigo: respaldo[0] })).status).toBe(401);
    expect((await entrar(actor, { codigo: (nuevos.codigos as string[])[0] })).status).toBe(200);
  });

  it('is turned off with the password and a code, not with one of them', async () => {
    const { actor, navegador, secreto } = await conSegundoFactor();
    const apagar = (cuerpo: object) => desde(navegador, desactivar, { cuerpo, ip: nuevaIp() });
    expect((await apagar({ password: PASSWORD })).status).toBe(400);
    expect((await apagar({ password: 'otra', codigo: codigoDe(secreto) })).cuerpo.code).toBe('clave_incorrecta');
    expect((await apagar({ password: PASSWORD, codigo: '000000' })).cuerpo.code).toBe('segundo_factor');
    expect((await entrar(actor)).status).toBe(401);
    expect((await apagar({ password: PASSWORD, codigo: codigoDe(secreto) })).status).toBe(200);
    expect((await entrar(actor)).status).toBe(200);
  });

  it('is turned off for who lost the phone by an administrator, not for who has more rights', async () => {
    const { actor } = await conSegundoFactor();
    const { actor: jefe } = await conSegundoFactor('Superadministrador');
    const admin = await nuevaPersona('Administrador', sucursal);
    const quitar = async (quien: Actor, aQuien: Actor) =>
      (
        await llamar(quitarDe, {
          metodo: 'DELETE',
          token: await tokenDe(quien),
          params: { id: String(aQuien.idUsuario) },
        })
      ).status;
    expect(await quitar(actor, jefe)).toBe(403);
    expect(await quitar(admin, jefe)).toBe(403);
    expect(await quitar(admin, actor)).toBe(200);
    expect((await entrar(actor)).status).toBe(200);
    expect((await entrar(jefe)).status).toBe(401);
    const rastro = await sqlClient()`
      select id_usuario from auditoria where accion = 'usuario.quitar_segundo_factor'
        and id_entidad = ${String(actor.idUsuario)}`;
    expect(rastro).toMatchObject([{ id_usuario: admin.idUsuario }]);
  });
});
