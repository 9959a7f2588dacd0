import { beforeAll, describe, expect, it, vi } from 'vitest';
import { conPlazo, PlazoVencidoError } from './deadline';

beforeAll(() => {
  vi.stubEnv('LOG_LEVEL', 'silent');
  vi.stubEnv('DATABASE_URL', 'postgres://nadie@127.0.0.1:1/nada');
  vi.stubEnv('AUTH_SECRET', 'secreto-de-prueba-secreto-de-prueba-0');
});

describe('conPlazo', () => {
  it('answers or refuses what the work does in time', async () => {
    await expect(conPlazo(async () => 7)).resolves.toBe(7);
    await expect(conPlazo(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  });

  it('after its time it is a 503, and the work goes on', async () => {
    let hecho = false;
    const lento = conPlazo(async () => {
      await new Promise((listo) => setTimeout(listo, 60));
      hecho = true;
    }, 10);
    await expect(lento).rejects.toMatchObject({ status: 503, code: 'sin_base', reintentarEnS: 5 });
    expect(hecho).toBe(false);
    await expect.poll(() => hecho).toBe(true);
  });

  it('with too many given up on, a new one does not start until they settle', async () => {
    const soltar: (() => void)[] = [];
    const colgado = () =>
      conPlazo(() => new Promise<void>((_, reject) => soltar.push(() => reject(new Error('x')))), 5);
    await Promise.allSettled(Array.from({ length: 64 }, colgado));
    const nuevo = vi.fn(async () => 1);
    await expect(conPlazo(nuevo)).rejects.toBeInstanceOf(PlazoVencidoError);
    expect(nuevo).not.toHaveBeenCalled();
    for (const uno of soltar) uno();
    await expect.poll(() => conPlazo(nuevo).catch(() => 0)).toBe(1);
  });
});
