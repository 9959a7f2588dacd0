import { readFileSync } from 'node:fs';
import { NextRequest } from 'next/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ruta } from '@/lib/api/ruta';
import { RUTAS } from '@/lib/api/rutas';
import { env } from '@/lib/env';
import { closeStreams } from '@/lib/realtime/process-hub';
import { middleware } from '@/middleware';
import config from '@/next.config';
import { llamarRuta, nombreDe } from '@/tests/contract/servidas';
import { abrirTienda, type Tienda } from '@/tests/contract/tienda';

let tienda: Tienda;
beforeAll(async () => {
  tienda = await abrirTienda();
});
afterAll(closeStreams);

const rutas = RUTAS.map((ruta) => ({ nombre: nombreDe(ruta), ruta }));
const pedir = (ruta: Ruta, headers: Record<string, string> = {}) =>
  llamarRuta(ruta, { datos: ruta.ejemplo.pedido, token: tienda.tokenCajero, headers });

describe('every route of the API', () => {
  it.each(rutas.filter(({ ruta }) => ruta.camino !== '/eventos' && ruta.metodo === 'GET'))(
    '$nombre says that its answer is not to be kept, framed or run',
    async ({ ruta }) => {
      const { headers } = await pedir(ruta);
      expect(headers.get('cache-control')).toContain('no-store');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).toMatch(/frame-ancestors '(none|self)'/);
      expect(headers.get('content-type')).toMatch(
        /^(application\/(json|pdf|vnd\.openxmlformats)|image\/|text\/(html|csv|plain);)/,
      );
      if (ruta.publica === false) expect(headers.get('x-request-id')).toMatch(/^[\w.-]{8,}$/);
    },
  );

  it('lets no other origin read an answer unless the shop names it', async () => {
    for (const { ruta } of rutas.filter((r) => ['GET /salud', 'GET /ventas', 'POST /auth/login'].includes(r.nombre))) {
      const { headers } = await pedir(ruta, { origin: 'https://malo.example' });
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('access-control-allow-credentials')).toBeNull();
    }
  });

  it('answers the same whatever method, host or address the headers pretend', async () => {
    const { ruta } = rutas.find((r) => r.nombre === 'GET /ventas/{id}') ?? {};
    if (!ruta) throw new Error('no such route');
    const disfraz = {
      'x-http-method-override': 'DELETE',
      'x-http-method': 'DELETE',
      'x-method-override': 'DELETE',
      'x-forwarded-host': 'malo.example',
      'x-original-url': '/api/usuario/register',
      'x-rewrite-url': '/api/usuario/register',
    };
    const datos = { id: tienda.venta.id };
    const limpio = await llamarRuta(ruta, { datos, token: tienda.tokenJefe });
    const disfrazado = await llamarRuta(ruta, { datos, token: tienda.tokenJefe, headers: disfraz });
    expect(disfrazado.json).toEqual(limpio.json);
    expect(disfrazado.texto).not.toContain('malo.example');
    expect([...disfrazado.headers].join()).not.toContain('malo.example');
  });

  it('refuses a parameter said twice: nobody can tell which was meant', async () => {
    const { ruta } = rutas.find((r) => r.nombre === 'GET /auditoria') ?? {};
    if (!ruta) throw new Error('no such route');
    const { status } = await llamarRuta(ruta, {
      token: tienda.tokenJefe,
      query: 'accion=venta.anular&accion=venta.cobrar',
    });
    expect(status).toBe(400);
  });
});

describe('every page', () => {
  const visitar = (url: string, headers: Record<string, string> = {}) =>
    middleware(new NextRequest(url, { headers: { host: 'kantuta', ...headers } }));

  it('brings a strict policy with a nonce of its own', async () => {
    const politicas = await Promise.all(
      ['http://kantuta/ingresar', 'http://kantuta/ingresar'].map(async (url) =>
        (await visitar(url)).headers.get('content-security-policy'),
      ),
    );
    for (const politica of politicas) {
      expect(politica).toMatch(/script-src 'self' 'nonce-[0-9a-f]{32}' 'strict-dynamic'(;| )/);
      for (const directiva of [
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'self'",
        "form-action 'self'",
      ]) {
        expect(politica).toContain(directiva);
      }
      expect(politica).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/);
    }
    expect(new Set(politicas).size).toBe(2);
  });

  it('sends nobody out of the shop, whatever the way back says or the host pretends', async () => {
    const { headers } = await visitar('http://kantuta/ventas', { 'x-forwarded-host': 'malo.example' });
    const lugar = new URL(headers.get('location') ?? '', 'http://kantuta');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    expect(headers.get('cache-control')).toBe('no-store');
    expect([lugar.host, lugar.pathname]).toEqual(['kantuta', expect.stringMatching(/^\/(ingresar|instalar)$/)]);
  });

  it('over HTTPS tells the browser to come back by it, subdomains too, for a year', async () => {
    const antes = env().AUTH_URL;
    Object.assign(env(), { AUTH_URL: 'https://pos.tienda.bo' });
    const pagina = await visitar('https://pos.tienda.bo/ingresar');
    const { ruta } = rutas.find((r) => r.nombre === 'GET /salud') ?? {};
    if (!ruta) throw new Error('no such route');
    const api = await llamarRuta(ruta);
    Object.assign(env(), { AUTH_URL: antes });
    for (const { headers } of [pagina, api]) {
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    }
    expect((await llamarRuta(ruta)).headers.get('strict-transport-security')).toBeNull();
  });
});

it('every answer, files included, forbids guessing types, framing by others and telling addresses away', async () => {
  const [{ source, headers } = { source: '', headers: [] }] = (await config.headers?.()) ?? [];
  expect(source).toBe('/:path*');
  expect(Object.fromEntries(headers.map(({ key, value }) => [key, value]))).toMatchObject({
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'X-Frame-Options': 'SAMEORIGIN',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
  expect(config.poweredByHeader).toBe(false);
});

it('no page loads anything from elsewhere', () => {
  const fuentes = readFileSync('app/layout.tsx', 'utf8') + readFileSync('app/globals.css', 'utf8');
  expect(fuentes).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
});
