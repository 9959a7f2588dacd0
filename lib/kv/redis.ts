import { Redis } from 'ioredis';
import { log } from '@/lib/log';
import { KvCaidoError } from './errors';
import type { Cuenta, Kv } from './types';

const PREFIJO = 'kantuta:';
const CONEXION_MS = 1_500;
const RESPUESTA_MS = 1_500;
const REINTENTO_MAXIMO_MS = 2_000;
/** After a failure nobody waits again for this long. */
const PAUSA_MS = 2_000;

/** One step, so that no counter is ever left without its end. */
const INCR = `
local n = redis.call('incr', KEYS[1])
if n == 1 then redis.call('pexpire', KEYS[1], ARGV[1]) end
return {n, redis.call('pttl', KEYS[1])}`;
const COUNT = `return {tonumber(redis.call('get', KEYS[1]) or '0'), redis.call('pttl', KEYS[1])}`;

/**
 * Short-lived keys in a Redis, all under `kantuta:`. Connects at the first use and again by itself; while it cannot, each
 * use throws KvCaidoError instead of waiting.
 */
export function redisKv(url: string): Kv {
  const redis = new Redis(url, {
    lazyConnect: true,
    // Spoken by every Redis there is, and by what stands in for it.
    protocol: 2,
    keyPrefix: PREFIJO,
    connectTimeout: CONEXION_MS,
    commandTimeout: RESPUESTA_MS,
    maxRetriesPerRequest: 1,
    retryStrategy: (intento) => Math.min(100 * 2 ** intento, REINTENTO_MAXIMO_MS),
  });
  logOnce(redis);
  let falla: { error: unknown; hasta: number } | null = null;
  const pedir = async <T>(pedido: () => Promise<T>): Promise<T> => {
    if (falla && falla.hasta > Date.now()) throw new KvCaidoError(falla.error);
    try {
      const hecho = await pedido();
      falla = null;
      return hecho;
    } catch (error) {
      falla = { error, hasta: Date.now() + PAUSA_MS };
      throw new KvCaidoError(error);
    }
  };
  const contar = (guion: string, clave: string, ...args: number[]) =>
    pedir(async () => cuenta((await redis.eval(guion, 1, clave, ...args)) as [number, number]));
  return {
    get: (clave) => pedir(() => redis.get(clave)),
    set: (clave, valor, vidaMs) => pedir(async () => void (await redis.set(clave, valor, 'PX', Math.ceil(vidaMs)))),
    delete: (clave) => pedir(async () => void (await redis.del(clave))),
    incr: (clave, vidaMs) => contar(INCR, clave, Math.ceil(vidaMs)),
    count: (clave) => contar(COUNT, clave),
    close: async () => redis.disconnect(),
  };
}

function cuenta([n, resta]: [number, number]): Cuenta {
  return { n, restaMs: Math.max(0, resta) };
}

/** One line when it goes and one when it comes back, not one an attempt. */
function logOnce(redis: Redis): void {
  let caido = false;
  redis.on('error', (error) => {
    if (!caido) log().error({ err: error }, 'redis is down');
    caido = true;
  });
  redis.on('ready', () => {
    if (caido) log().info('redis is back');
    caido = false;
  });
}
