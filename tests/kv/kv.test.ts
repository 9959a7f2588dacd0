import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SqlClient, sqlClient } from '@/db';
import { withTransaction } from '@/db/transaction';
import { memoryKv } from '@/lib/kv/memory';
import { barrerClaves, postgresKv } from '@/lib/kv/postgres';
import { redisKv } from '@/lib/kv/redis';
import type { Kv } from '@/lib/kv/types';
import { hayRedis, type RedisDePrueba, startRedis } from './redis';

/** Two stores of one kind over the same keys, as two web processes hold them. */
type Pareja = { una: Kv; otra: Kv; cerrar(): Promise<void> };

let redis: RedisDePrueba | undefined;

async function enPostgres(): Promise<Pareja> {
  const aparte = postgres(String(process.env.DATABASE_URL), {
    max: 2,
    types: { bigint: { to: 20, from: [20], serialize: String, parse: Number } },
  }) as SqlClient;
  return { una: postgresKv(), otra: postgresKv(() => aparte), cerrar: () => aparte.end() };
}

async function enRedis(): Promise<Pareja> {
  redis = await startRedis();
  const [una, otra] = [redisKv(redis.url), redisKv(redis.url)];
  return { una, otra, cerrar: async () => void (await Promise.all([una.close(), otra.close()])) };
}

async function enMemoria(): Promise<Pareja> {
  const una = memoryKv();
  return { una, otra: una, cerrar: () => una.close() };
}

const ADAPTADORES = [
  ['PostgreSQL', enPostgres, true],
  ['Redis', enRedis, hayRedis],
  ['this process', enMemoria, true],
] as const;

for (const [nombre, abrir, hay] of ADAPTADORES) {
  describe.skipIf(!hay)(`short-lived keys in ${nombre}`, () => {
    let pareja: Pareja;
    const clave = () => `prueba:${randomUUID()}`;

    beforeAll(async () => {
      pareja = await abrir();
    });
    afterAll(async () => {
      await pareja.cerrar();
      await redis?.detener();
      redis = undefined;
    });

    it('keeps a value, for every process, until it is deleted', async () => {
      const { una, otra } = pareja;
      const k = clave();
      expect(await una.get(k)).toBeNull();
      await una.set(k, 'ñandú "1"', 60_000);
      expect(await otra.get(k)).toBe('ñandú "1"');
      await otra.set(k, 'otro', 60_000);
      expect(await una.get(k)).toBe('otro');
      await una.delete(k);
      expect(await otra.get(k)).toBeNull();
      await una.delete(k);
    });

    it('forgets a value when its time ends, and writing again starts it anew', async () => {
      const { una, otra } = pareja;
      const [corta, larga] = [clave(), clave()];
      await Promise.all([una.set(corta, 'x', 60), una.set(larga, 'x', 60)]);
      await una.set(larga, 'y', 60_000);
      await expect.poll(() => otra.get(corta)).toBeNull();
      expect(await otra.get(larga)).toBe('y');
    });

    it('gives each of many counts at once its own number', async () => {
      const { una, otra } = pareja;
      const k = clave();
      const cuentas = await Promise.all(Array.from({ length: 40 }, (_, i) => (i % 2 ? una : otra).incr(k, 60_000)));
      expect(cuentas.map(({ n }) => n).sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
      const { n, restaMs } = await otra.count(k);
      expect(n).toBe(40);
      expect(restaMs).toBeGreaterThan(50_000);
      expect(restaMs).toBeLessThanOrEqual(60_000);
    });

    it('counts from the first to the end of its time, and then from nothing', async () => {
      const { una, otra } = pareja;
      const k = clave();
      expect(await una.count(k)).toEqual({ n: 0, restaMs: 0 });
      await una.incr(k, 400);
      await sleep(250);
      // Prolonging it would keep a person out for as long as somebody insists.
      const { n, restaMs } = await otra.incr(k, 400);
      expect(n).toBe(2);
      expect(restaMs).toBeLessThanOrEqual(160);
      await expect.poll(async () => (await una.count(k)).n).toBe(0);
      expect((await una.incr(k, 60_000)).n).toBe(1);
    });

    it('deletes a count', async () => {
      const { una, otra } = pareja;
      const k = clave();
      await una.incr(k, 60_000);
      await otra.delete(k);
      expect(await una.count(k)).toEqual({ n: 0, restaMs: 0 });
    });
  });
}

it('in PostgreSQL the dead are swept and the living stay', async () => {
  const store = postgresKv();
  const [muerta, viva] = [`prueba:${randomUUID()}`, `prueba:${randomUUID()}`];
  await Promise.all([store.set(muerta, 'x', 1), store.set(viva, 'x', 60_000)]);
  await sleep(20);
  expect(await withTransaction({}, barrerClaves)).toBeGreaterThanOrEqual(1);
  const quedan = await sqlClient()`select clave from clave_efimera where clave in (${muerta}, ${viva})`;
  expect(quedan).toEqual([{ clave: viva }]);
});
