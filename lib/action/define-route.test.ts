import { beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { Page } from '@/lib/action/page';
import type { Authenticated } from '@/lib/auth/request';
import type { Actor, Context } from '@/lib/context';
import { preflight } from './cors';
import { defineRoute, type RouteOptions } from './define-route';

const { authenticate } = vi.hoisted(() => {
  vi.stubEnv('DATABASE_URL', 'postgres://nadie@127.0.0.1:1/nada');
  vi.stubEnv('AUTH_SECRET', 'secreto-de-prueba-secreto-de-prueba-0');
  vi.stubEnv('AUTH_URL', 'https://tienda.bo');
  vi.stubEnv('CORS_ORIGIN', 'https://socio.bo, https://otro.bo/');
  vi.stubEnv('LOG_LEVEL', 'silent');
  return { authenticate: vi.fn<() => Promise<Authenticated | null>>() };
});
vi.mock('@/lib/auth/request', async (original) => ({
  ...(await original<typeof import('@/lib/auth/request')>()),
  authenticate,
}));

const actor: Actor = {
  idUsuario: 7,
  nombre: 'Rosa',
  email: 'rosa@tienda.bo',
  idRol: 2,
  rol: 'Operador',
  idSucursal: 3,
  permisos: new Set(['venta:cobrar']),
  sucursales: [3, 5],
  soloPropias: new Set(),
  topes: {},
  nivel: 'clave',
  debeCambiarClave: false,
};
const run = vi.fn<(ctx: Context, raw: unknown) => unknown>();

beforeEach(() => {
  run.mockReset().mockResolvedValue({ id: 1 });
  authenticate.mockReset().mockResolvedValue({ actor, sid: 's', via: 'bearer' });
});

type Pedido = { url?: string; params?: Record<string, string>; opciones?: Partial<RouteOptions> } & RequestInit;

async function call(pedido: Pedido = {}): Promise<Response & { cuerpo: unknown }> {
  const { url = 'https://tienda.bo/api/x', params = {}, opciones = {}, ...init } = pedido;
  const handler = defineRoute({ run, ...opciones } as RouteOptions);
  const req = new Request(url, { duplex: 'half', ...init } as RequestInit);
  const res = await handler(req, { params: Promise.resolve(params) });
  const texto = await res.text();
  return Object.assign(res, { cuerpo: texto === '' ? null : (JSON.parse(texto) as unknown) });
}

const post = (body: unknown, mas: Pedido = {}) => call({ method: 'POST', body: JSON.stringify(body), ...mas });
const rawOf = () => run.mock.calls[0]?.[1];
const ctxOf = () => run.mock.calls[0]?.[0];

describe('what the verb receives', () => {
  it('answers where the route has no parameters, for which Next resolves to nothing', async () => {
    const handler = defineRoute({ run: () => ({ id: 1 }) });
    const params = Promise.resolve(undefined) as unknown as Promise<Record<string, string>>;
    expect((await handler(new Request('https://tienda.bo/api/x'), { params })).status).toBe(200);
  });

  it('gets the JSON body with the parameters of the route on top', async () => {
    await post({ id: 9, nombre: 'Pan' }, { params: { id: '4' } });
    expect(rawOf()).toEqual({ id: '4', nombre: 'Pan' });
  });

  it('gets the query of a GET, and refuses a repeated name', async () => {
    await call({ url: 'https://tienda.bo/api/x?buscar=pan&limite=5' });
    expect(rawOf()).toEqual({ buscar: 'pan', limite: '5' });
    const repetida = await call({ url: 'https://tienda.bo/api/x?id=1&id=2' });
    expect(repetida.cuerpo).toMatchObject({ statusCode: 400, message: 'Parámetro repetido: id.' });
  });

  it('ignores the query of a POST unless the route asks for it', async () => {
    await post({ a: 1 }, { url: 'https://tienda.bo/api/x?b=2' });
    expect(rawOf()).toEqual({ a: 1 });
    run.mockClear();
    await post({ a: 1 }, { url: 'https://tienda.bo/api/x?b=2', opciones: { query: true } });
    expect(rawOf()).toEqual({ a: 1, b: '2' });
  });

  it.each([
    ['{"a":', 'El cuerpo del pedido no es JSON válido.'],
    ['[1]', 'El cuerpo del pedido debe ser un objeto JSON.'],
    ['null', 'El cuerpo del pedido debe ser un objeto JSON.'],
  ])('refuses the body %s with a sentence', async (body, message) => {
    const res = await call({ method: 'POST', body });
    expect(res.cuerpo).toMatchObject({ statusCode: 400, message });
    expect(run).not.toHaveBeenCalled();
  });

  it('reads an upload and its text fields', async () => {
    const body = new FormData();
    body.set('archivo', new File(['nombre,precio'], 'lista.csv', { type: 'text/csv' }));
    body.set('nota', 'hola');
    await call({ method: 'POST', body, opciones: { cuerpo: 'archivo' } });
    expect(rawOf()).toMatchObject({ nota: 'hola', archivo: { nombre: 'lista.csv', tipo: 'text/csv' } });
  });

  it('stops reading a body as soon as it is too large, whatever it declares', async () => {
    let leidos = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(c) {
        leidos += 1;
        if (leidos > 1000) c.close();
        else c.enqueue(new Uint8Array(1024));
      },
    });
    const res = await call({ method: 'POST', body, opciones: { limiteBytes: 4096 } });
    expect(res.cuerpo).toMatchObject({ statusCode: 413, code: 'cuerpo_grande' });
    expect(leidos).toBeLessThan(20);
  });
});

describe('the context', () => {
  it('carries the key, the device, the address of the last hop and the request id', async () => {
    const clave = 'AAAAAAAA-1111-4111-8111-111111111111';
    const headers = {
      'idempotency-key': clave,
      'user-agent': 'Caja 1',
      'x-forwarded-for': '9.9.9.9, 10.0.0.8',
      'x-request-id': 'pedido-12345',
    };
    const res = await post({}, { headers });
    expect(ctxOf()).toMatchObject({
      clave: clave.toLowerCase(),
      dispositivo: 'Caja 1',
      ip: '10.0.0.8',
      requestId: 'pedido-12345',
      idSucursal: 3,
      sid: 's',
    });
    expect(res.headers.get('x-request-id')).toBe('pedido-12345');
  });

  it('refuses a key that is not a UUID', async () => {
    expect((await post({}, { headers: { 'idempotency-key': 'una' } })).status).toBe(400);
  });

  it('refuses another branch to who works in one, and accepts their own', async () => {
    expect((await post({}, { headers: { 'x-sucursal': '4' } })).status).toBe(403);
    expect((await post({}, { headers: { 'x-sucursal': 'x' } })).status).toBe(400);
    expect((await post({}, { headers: { 'x-sucursal': '3' } })).status).toBe(200);
    expect((await post({}, { headers: { 'x-sucursal': '5' } })).status).toBe(200);
  });

  it('answers 401 to nobody', async () => {
    authenticate.mockResolvedValue(null);
    const res = await post({});
    expect(res.status).toBe(401);
    expect(res.headers.get('www-authenticate')).toBe('Bearer');
    expect(run).not.toHaveBeenCalled();
  });
});

describe('writes with the cookie', () => {
  beforeEach(() => {
    authenticate.mockResolvedValue({ actor, sid: 's', via: 'cookie' });
  });

  it.each([
    ['the configured origin', { origin: 'https://tienda.bo' }, 200],
    ['the host that was asked', { origin: 'http://10.0.0.5:3000', host: '10.0.0.5:3000' }, 200],
    ['no origin, but the same by Sec-Fetch-Site', { 'sec-fetch-site': 'same-origin' }, 200],
    ['another site', { origin: 'https://malo.bo' }, 403],
    ['another site that names ours in its host', { origin: 'https://tienda.bo.malo.bo' }, 403],
    ['a page without origin', { origin: 'null' }, 403],
    ['neither header', {}, 403],
    ['a sibling site', { 'sec-fetch-site': 'same-site' }, 403],
  ])('from %s', async (_de, headers, status) => {
    expect((await post({}, { headers })).status).toBe(status);
  });

  it('are not asked where they come from when they only read', async () => {
    expect((await call()).status).toBe(200);
  });
});

describe('the answer', () => {
  it('is JSON, never cached, with the status of the route', async () => {
    const res = await post({}, { opciones: { status: 201 } });
    expect(res.status).toBe(201);
    expect(res.cuerpo).toEqual({ id: 1 });
    expect(res.headers.get('cache-control')).toBe('no-store');
  });

  it('of a replay is 200 and says so', async () => {
    run.mockImplementation((ctx) => {
      ctx.onReplay?.();
      return { id: 1 };
    });
    const res = await post({}, { opciones: { status: 201 } });
    expect(res.status).toBe(200);
    expect(res.headers.get('idempotent-replayed')).toBe('true');
  });

  it('of a page is the array, with cursor and total in headers', async () => {
    run.mockResolvedValue(new Page([1, 2], { nextCursor: 'abc', total: 9 }));
    const res = await call();
    expect(res.cuerpo).toEqual([1, 2]);
    expect([res.headers.get('x-next-cursor'), res.headers.get('x-total-count')]).toEqual(['abc', '9']);
  });

  it('passes a Response through', async () => {
    run.mockResolvedValue(new Response('"texto"', { status: 202, headers: { 'cache-control': 'no-transform' } }));
    const res = await call();
    expect([res.status, res.cuerpo, res.headers.get('cache-control')]).toEqual([202, 'texto', 'no-transform']);
  });

  it('to bad input is 400 with sentences and fields by path', async () => {
    const schema = z.strictObject({ detalles: z.array(z.strictObject({ cantidad: z.number().positive() })) });
    run.mockImplementation((_ctx, raw) => schema.parse(raw));
    const res = await post({ detalles: [{ cantidad: 0, precio: 5 }] });
    expect(res.cuerpo).toMatchObject({
      statusCode: 400,
      code: 'validacion',
      path: '/api/x',
      message: ['Detalles 1, cantidad: debe ser mayor que 0.', 'Campo desconocido: detalles.0.precio.'],
      campos: { 'detalles.0.cantidad': 'Debe ser mayor que 0.' },
    });
  });

  it('to a public route needs nobody', async () => {
    authenticate.mockResolvedValue(null);
    const res = await post({}, { opciones: { publico: true }, headers: { authorization: 'Bearer abc' } });
    expect(res.status).toBe(200);
    expect(ctxOf()).toMatchObject({ bearer: 'abc' });
    expect(authenticate).not.toHaveBeenCalled();
  });
});

describe('other origins', () => {
  it('that are named may read, with the exposed headers and never credentials', async () => {
    const res = await call({ headers: { origin: 'https://otro.bo' } });
    expect(res.headers.get('access-control-allow-origin')).toBe('https://otro.bo');
    expect(res.headers.get('access-control-expose-headers')).toContain('X-Next-Cursor');
    expect(res.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('that are not named get no permission, also not on errors', async () => {
    const res = await call({ url: 'https://tienda.bo/api/x?a=1&a=2', headers: { origin: 'https://malo.bo' } });
    expect(res.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('ask first and are told what they may send', () => {
    const si = preflight(new Request('https://tienda.bo/api/x', { headers: { origin: 'https://socio.bo' } }));
    expect(si.headers.get('access-control-allow-headers')).toContain('Idempotency-Key');
    const no = preflight(new Request('https://tienda.bo/api/x', { headers: { origin: 'https://malo.bo' } }));
    expect([no.status, no.headers.get('access-control-allow-methods')]).toEqual([204, null]);
  });
});
