import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { POST as pusherAuth } from '@/app/api/eventos/pusher-auth/route';
import { GET, HEAD } from '@/app/api/eventos/route';
import type { Actor } from '@/lib/context';
import { closeStreams } from '@/lib/realtime/process-hub';
import { llamar, tokenDe } from '@/tests/auth/llamar';
import { nuevaPersona, nuevaSucursal } from '@/tests/harness/factories';
import { nuevaSesion, Oyente, publicar } from './oyente';

let rosa: Actor;

beforeAll(async () => {
  rosa = await nuevaPersona('Operador', await nuevaSucursal());
});
afterAll(closeStreams);

const sinParametros = { params: Promise.resolve({}) };

async function pedir(headers: Record<string, string>, url = 'http://kantuta/api/eventos', method = 'GET') {
  const abortar = new AbortController();
  const req = new Request(url, { method, headers, signal: abortar.signal });
  return { res: await (method === 'GET' ? GET : HEAD)(req, sinParametros), abortar };
}

async function galleta(actor: Actor): Promise<string> {
  const nombre = 'authjs.session-token';
  const token = { sid: await nuevaSesion(actor), uid: actor.idUsuario, rol: actor.rol, permisos: [...actor.permisos] };
  return `${nombre}=${await encode({ token, secret: String(process.env.AUTH_SECRET), salt: nombre, maxAge: 3600 })}`;
}

describe('GET /api/eventos', () => {
  it('opens with a bearer or with the cookie, as a stream that nobody keeps or compresses', async () => {
    const puertas: [string, string][] = [
      ['authorization', `Bearer ${await tokenDe(rosa)}`],
      ['cookie', await galleta(rosa)],
    ];
    for (const [nombre, valor] of puertas) {
      const { res, abortar } = await pedir({ [nombre]: valor });
      expect(res.status).toBe(200);
      expect(res.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
      expect(res.headers.get('cache-control')).toBe('no-store, no-transform');
      expect(res.headers.get('x-request-id')).toBeTruthy();
      const oyente = new Oyente(res);
      await publicar({ tema: 'venta', idSucursal: rosa.idSucursal, ids: [1] });
      await expect.poll(() => oyente.cambios).toHaveLength(1);
      expect(oyente.de('hola')).toMatchObject([{ data: { latido_ms: 15_000, base: true } }]);
      abortar.abort();
      await oyente.terminado;
    }
  });

  it('goes on after the last event, by header or by query', async () => {
    const headers = { authorization: `Bearer ${await tokenDe(rosa)}` };
    const primera = await pedir(headers);
    const oyente = new Oyente(primera.res);
    await expect.poll(() => oyente.ultimoId).not.toBe('');
    primera.abortar.abort();
    await publicar({ tema: 'venta', idSucursal: rosa.idSucursal, ids: [2] });
    const desde = encodeURIComponent(oyente.ultimoId);
    for (const vuelta of [
      await pedir({ ...headers, 'last-event-id': oyente.ultimoId }),
      await pedir(headers, `http://kantuta/api/eventos?desde=${desde}`),
    ]) {
      const otra = new Oyente(vuelta.res);
      await expect.poll(() => otra.cambios.flatMap(({ ids }) => ids)).toEqual([2]);
      vuelta.abortar.abort();
    }
  });

  it('refuses who is not signed in, and says so without a stream too', async () => {
    expect((await pedir({})).res.status).toBe(401);
    expect((await pedir({ authorization: 'Bearer x' })).res.status).toBe(401);
    expect((await pedir({}, undefined, 'HEAD')).res.status).toBe(401);
    const { res } = await pedir({ cookie: await galleta(rosa) }, undefined, 'HEAD');
    expect([res.status, res.body]).toEqual([204, null]);
  });

  it('names what it does not know', async () => {
    const { res } = await pedir({ cookie: await galleta(rosa) }, 'http://kantuta/api/eventos?tema=venta');
    expect(res.status).toBe(400);
  });

  it('without Pusher there is no channel to be let into', async () => {
    const { status } = await llamar(pusherAuth, {
      metodo: 'POST',
      token: await tokenDe(rosa),
      cuerpo: { socket_id: '1.2', channel_name: `private-sucursal-${rosa.idSucursal}-venta` },
    });
    expect(status).toBe(404);
  });

  it('once the process is closing, open streams end and new ones are refused', async () => {
    const headers = { authorization: `Bearer ${await tokenDe(rosa)}` };
    const oyente = new Oyente((await pedir(headers)).res);
    await closeStreams();
    await oyente.terminado;
    expect(oyente.de('fin')).toMatchObject([{ data: { motivo: 'reinicio' } }]);
    const { res } = await pedir(headers);
    expect([res.status, res.headers.get('retry-after')]).toEqual([503, '2']);
  });
});
