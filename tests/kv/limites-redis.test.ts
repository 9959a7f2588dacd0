import { afterAll, beforeAll, describe } from 'vitest';
import { closeKv } from '@/lib/kv/kv';
import { limitesDeCodigo } from './codigo';
import { limitesDeIngreso } from './limites';
import { hayRedis, type RedisDePrueba, startRedis } from './redis';

describe.skipIf(!hayRedis)('with REDIS_URL', () => {
  let redis: RedisDePrueba;

  beforeAll(async () => {
    redis = await startRedis();
    process.env.REDIS_URL = redis.url;
  });
  afterAll(async () => {
    await closeKv();
    await redis.detener();
  });

  limitesDeIngreso('Redis');
  limitesDeCodigo('Redis');
});
