import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDb, sqlClient } from '@/db';
import type { Actor } from '@/lib/context';
import { abrirContador, type Contador } from '@/scripts/bench/contador';
import { cuentas } from '@/tests/harness/argon2';
import { nuevaPersona, nuevaSucursal } from '@/tests/harness/factories';
import { atender, cambiar, conCodigo, confirmar, nuevaIp, otroQue, pedir } from './recuperar-pasos';

const NUEVA = 'otra-frase-propia';
let contador: Contador;
let rosa: Actor;
let codigo: string;
let inactiva: Actor;

beforeAll(async () => {
  const sucursal = await nuevaSucursal();
  [rosa, inactiva] = [await nuevaPersona('Operador', sucursal), await nuevaPersona('Operador', sucursal)];
  codigo = await conCodigo(rosa);
  await sqlClient()`update usuario set estado = false where id = ${inactiva.idUsuario}`;
  await closeDb();
  contador = await abrirContador(process.env.DATABASE_URL ?? '');
  process.env.DATABASE_URL = contador.url;
  const { env } = await import('@/lib/env');
  Object.assign(env(), { DATABASE_URL: contador.url, PG_MAX: 1 });
  // Statements are described at their first use: both sides find them known.
  await Promise.all([pedir('calienta@prueba.bo'), confirmar('calienta@prueba.bo', 'AAAAAA')]);
  await cambiar({ email: 'calienta@prueba.bo', newPassword: NUEVA, reset_token: 'x' });
});
afterAll(async () => {
  await closeDb();
  await contador.stop();
});
beforeEach(async () => {
  await sqlClient()`delete from pgboss.job where name = 'recuperar-clave'`;
});

type Obra = { status: number; dicho: unknown; viajes: number; hashes: number; trabajos: unknown };

/** What a caller could tell apart, and what the server did for it. */
async function obra(pedido: () => Promise<{ status: number; cuerpo: Record<string, unknown> }>): Promise<Obra> {
  const [viajes, hashes] = [contador.idas(), cuentas()];
  const { status, cuerpo } = await pedido();
  const hecho = { viajes: contador.idas() - viajes, hashes: cuentas() - hashes };
  const [trabajos] = await sqlClient()`select count(*)::int as n from pgboss.job where name = 'recuperar-clave'`;
  const { timestamp: _, ...dicho } = cuerpo;
  return { status, dicho, ...hecho, trabajos };
}

describe('somebody of the shop, somebody who left and nobody get the same answer for the same work', () => {
  it('when they ask for a code', async () => {
    const obras: Obra[] = [];
    for (const email of [rosa.email, inactiva.email, 'nadie@prueba.bo']) {
      obras.push(await obra(() => pedir(email)));
      await sqlClient()`delete from pgboss.job where name = 'recuperar-clave'`;
    }
    expect(obras[0]).toMatchObject({ status: 200, hashes: 0, trabajos: { n: 1 } });
    expect(obras[0]?.viajes).toBeGreaterThan(1);
    expect(new Set(obras.map((o) => JSON.stringify(o))).size).toBe(1);
  });

  it('when they try a code, asked for or not, until the tries end', async () => {
    await pedir(rosa.email);
    await atender();
    await pedir('nadie@prueba.bo');
    const series: Obra[][] = [];
    for (const email of [rosa.email, 'nadie@prueba.bo', inactiva.email, 'nunca-pidio@prueba.bo']) {
      const serie: Obra[] = [];
      for (let i = 0; i < 7; i++) serie.push(await obra(() => confirmar(email, otroQue(codigo), nuevaIp())));
      series.push(serie);
    }
    expect(series[0]?.map(({ dicho }) => (dicho as { code: string }).code)).toEqual([
      ...Array(5).fill('codigo_invalido'),
      ...Array(2).fill('codigo_agotado'),
    ]);
    const sinTrabajos = series.map((serie) => JSON.stringify(serie.map(({ trabajos: _, ...resto }) => resto)));
    expect(new Set(sinTrabajos).size).toBe(1);
  });

  it('when they bring a token that is none, or a password that is no good', async () => {
    const pruebas = (email: string) => [
      { email, newPassword: NUEVA, reset_token: 'x'.repeat(43) },
      { email, newPassword: 'corta', reset_token: 'x'.repeat(43) },
      { email, newPassword: NUEVA },
    ];
    const series: string[] = [];
    for (const email of [rosa.email, inactiva.email, 'nadie@prueba.bo']) {
      const serie: Obra[] = [];
      for (const cuerpo of pruebas(email)) serie.push(await obra(() => cambiar(cuerpo, nuevaIp())));
      expect(serie.map(({ status, hashes }) => [status, hashes])).toEqual([
        [401, 0],
        [400, 0],
        [401, 0],
      ]);
      series.push(JSON.stringify(serie));
    }
    expect(new Set(series).size).toBe(1);
  });
});
