import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { POST as login } from '@/app/api/auth/login/route';
import { KvCaidoError } from '@/lib/kv/errors';
import { closeKv, kv } from '@/lib/kv/kv';
import { redisKv } from '@/lib/kv/redis';
import { cobrarVenta } from '@/lib/venta/cobrar';
import { llamar } from '@/tests/auth/llamar';
import {
  ctxDe,
  linea,
  nuevaPersona,
  nuevaSucursal,
  nuevoProducto,
  nuevoTurno,
  PASSWORD,
} from '@/tests/harness/factories';
import { escuchar, hayRedis, puertoLibre, startRedis } from './redis';

const LIMITE_MS = 2_500;

beforeAll(async () => {
  process.env.REDIS_URL = `redis://127.0.0.1:${await puertoLibre()}`;
});
afterAll(closeKv);

async function cronometrar<T>(acto: () => Promise<T>): Promise<{ ms: number; error?: unknown; valor?: T }> {
  const inicio = performance.now();
  const fin = await acto().then(
    (valor) => ({ valor }),
    (error: unknown) => ({ error }),
  );
  return { ms: performance.now() - inicio, ...fin };
}

describe('a Redis that is down', () => {
  it('gives a clear error, soon', async () => {
    const { ms, error } = await cronometrar(() => kv().incr('x', 1_000));
    expect(error).toBeInstanceOf(KvCaidoError);
    expect(error).toMatchObject({ status: 503, code: 'sin_claves' });
    expect(ms).toBeLessThan(LIMITE_MS);
  });

  it('that takes the connection and never answers gives it too, and then at once', async () => {
    const mudo = await escuchar();
    const store = redisKv(`redis://127.0.0.1:${mudo.puerto}`);
    const primera = await cronometrar(() => store.get('x'));
    const segunda = await cronometrar(() => store.get('x'));
    expect(primera.error).toBeInstanceOf(KvCaidoError);
    expect(segunda.error).toBeInstanceOf(KvCaidoError);
    expect(primera.ms).toBeLessThan(LIMITE_MS);
    expect(segunda.ms).toBeLessThan(50);
    await store.close();
    await mudo.detener();
  });

  it('never blocks a sale', async () => {
    const sucursal = await nuevaSucursal();
    const producto = await nuevoProducto(sucursal, { precio: 10 });
    const { cajero, idSesion } = await nuevoTurno(sucursal);
    const venta = await cobrarVenta(ctxDe(cajero), {
      metodo_pago: 'EFECTIVO',
      id_sesion_caja: idSesion,
      detalles: [linea(producto)],
    });
    expect(venta.total).toBe(10);
  });

  it('never keeps a shop from opening, and its limits still hold in each process', async () => {
    const persona = await nuevaPersona('Operador', await nuevaSucursal());
    const intentar = (password: string) =>
      llamar(login, {
        metodo: 'POST',
        cuerpo: { email: persona.email, password },
        headers: { 'x-forwarded-for': '10.2.0.1' },
      });
    expect((await intentar(PASSWORD)).status).toBe(200);
    for (let i = 0; i < 10; i++) expect((await intentar('mal')).status).toBe(401);
    expect((await intentar(PASSWORD)).status).toBe(429);
  });

  it.skipIf(!hayRedis)('is used again when it comes back', async () => {
    const primero = await startRedis();
    const store = redisKv(primero.url);
    await store.set('x', '1', 60_000);
    await primero.detener();
    await expect(store.get('x')).rejects.toBeInstanceOf(KvCaidoError);
    const segundo = await startRedis(primero.puerto);
    await expect.poll(() => store.get('x').catch(() => 'caído'), { timeout: 10_000, interval: 100 }).toBeNull();
    await store.close();
    await segundo.detener();
  });
});
