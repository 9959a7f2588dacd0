import { decodeJwt } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { GET as profile } from '@/app/api/auth/profile/route';
import { POST as refresh } from '@/app/api/auth/refresh_token/route';
import { sqlClient } from '@/db';
import { olvidarPrincipal } from '@/lib/auth/principal';
import type { Actor } from '@/lib/context';
import { nuevaPersona, nuevaSucursal } from '@/tests/harness/factories';
import { entrar, llamar, type Tokens } from './llamar';

let rosa: Actor;

beforeAll(async () => {
  rosa = await nuevaPersona('Operador', await nuevaSucursal());
});

const canjear = (token: string) => llamar(refresh, { metodo: 'POST', token });
const jtiDe = (token: unknown) => decodeJwt(String(token)).jti;
const sidDe = (token: string) => String(decodeJwt<{ sid: string }>(token).sid);

async function canjeado(token: string): Promise<Tokens> {
  const { status, cuerpo } = await canjear(token);
  expect(status).toBe(200);
  return cuerpo as Tokens;
}

describe('refreshing', () => {
  it('gives a new pair that works', async () => {
    const primero = await entrar(rosa.email);
    const segundo = await canjeado(primero.refresh_token);
    expect(jtiDe(segundo.refresh_token)).not.toBe(jtiDe(primero.refresh_token));
    expect((await llamar(profile, { token: segundo.access_token })).status).toBe(200);
  });

  it('ends ninety days after the password was asked for, however often it is renewed', async () => {
    const { refresh_token } = await entrar(rosa.email);
    const sid = sidDe(refresh_token);
    const antes = (dias: number) => sqlClient()`
      update sesion_acceso set creada_en = now() - make_interval(days => ${dias}) where sid = ${sid}::uuid`;
    await antes(89);
    const casi = await canjeado(refresh_token);
    const { exp = 0 } = decodeJwt(casi.refresh_token);
    expect(exp * 1000 - Date.now()).toBeLessThan(86_400_000 + 5_000);
    await antes(91);
    expect((await canjear(casi.refresh_token)).cuerpo).toMatchObject({ statusCode: 401, code: 'refresco_invalido' });
  });

  it('keeps the old token good until its successor is first used', async () => {
    const { refresh_token } = await entrar(rosa.email);
    const sucesor = await canjeado(refresh_token);
    const otraVez = await canjeado(refresh_token);
    expect(jtiDe(otraVez.refresh_token)).toBe(jtiDe(sucesor.refresh_token));
    await canjeado(sucesor.refresh_token);
    expect((await canjear(refresh_token)).cuerpo).toMatchObject({ statusCode: 401, code: 'refresco_reutilizado' });
  });

  it('revokes the whole sign-in when a replaced token comes back, once and in the trail', async () => {
    const { refresh_token } = await entrar(rosa.email);
    const segundo = await canjeado(refresh_token);
    const tercero = await canjeado(segundo.refresh_token);
    await canjear(refresh_token);
    expect((await canjear(tercero.refresh_token)).status).toBe(401);
    expect((await llamar(profile, { token: tercero.access_token })).status).toBe(401);
    expect((await canjear(refresh_token)).cuerpo).toMatchObject({ code: 'refresco_invalido' });
    const sid = sidDe(refresh_token);
    const filas = await sqlClient()`
      select 1 from auditoria where accion = 'sesion.revocar_por_copia' and id_entidad = ${sid}`;
    expect(filas).toHaveLength(1);
  });

  it('of one token by many at once gives all of them the same successor', async () => {
    const { refresh_token } = await entrar(rosa.email);
    const todos = await Promise.all(Array.from({ length: 12 }, () => canjeado(refresh_token)));
    expect(new Set(todos.map((t) => jtiDe(t.refresh_token))).size).toBe(1);
    const filas =
      await sqlClient()`select 1 from token_refresco where anterior = ${String(jtiDe(refresh_token))}::uuid`;
    expect(filas).toHaveLength(1);
  });

  it('in a race of the old token with its successor never leaves two live branches', async () => {
    const { refresh_token } = await entrar(rosa.email);
    const sucesor = await canjeado(refresh_token);
    await Promise.all([canjear(sucesor.refresh_token), canjear(refresh_token), canjear(sucesor.refresh_token)]);
    const [fila] = await sqlClient()`
      select count(*)::int as repetidos from (select anterior from token_refresco where anterior is not null
        group by anterior having count(*) > 1) r`;
    expect(fila?.repetidos).toBe(0);
  });

  it('is refused with an access token, nothing, or a token whose person left', async () => {
    const persona = await nuevaPersona('Operador', rosa.idSucursal);
    const { access_token, refresh_token } = await entrar(persona.email);
    expect((await canjear(access_token)).status).toBe(401);
    expect((await llamar(refresh, { metodo: 'POST' })).status).toBe(401);
    await sqlClient()`update usuario set estado = false where id = ${persona.idUsuario}`;
    olvidarPrincipal();
    expect((await canjear(refresh_token)).status).toBe(401);
    expect((await llamar(profile, { token: access_token })).status).toBe(401);
  });
});
