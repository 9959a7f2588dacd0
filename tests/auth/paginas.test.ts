import { NextRequest } from 'next/server';
import { encode } from 'next-auth/jwt';
import { beforeAll, describe, expect, it } from 'vitest';
import { destinosDe } from '@/components/layout/navigation';
import { ROLES_DE_FABRICA } from '@/lib/auth/permisos';
import { desvio } from '@/lib/auth/route-table';
import { env } from '@/lib/env';
import { middleware } from '@/middleware';
import { nuevaPersona, nuevaSucursal } from '../harness/factories';

const COOKIE = 'authjs.session-token';

describe('the pages', () => {
  it('that a menu offers are open to whom it offers them', () => {
    for (const { permisos } of ROLES_DE_FABRICA) {
      const tiene: ReadonlySet<string> = new Set(permisos);
      for (const { href } of [...destinosDe(tiene, 'mostrador'), ...destinosDe(tiene, 'gestion')]) {
        expect([href, desvio(new URL(href, 'http://kantuta'), tiene)]).toEqual([href, null]);
      }
    }
  });
});

describe('the middleware', () => {
  const pedir = (ruta: string, init: ConstructorParameters<typeof NextRequest>[1] = {}) =>
    middleware(new NextRequest(`http://kantuta${ruta}`, init));

  it('of a database without people leads every page to the wizard', async () => {
    expect((await pedir('/ventas')).headers.get('location')).toBe('http://kantuta/instalar');
    expect((await pedir('/ingresar')).headers.get('location')).toBe('http://kantuta/instalar');
    expect((await pedir('/instalar')).headers.get('location')).toBeNull();
  });

  describe('of a shop', () => {
    beforeAll(async () => {
      await nuevaPersona('Operador', await nuevaSucursal());
    });

    it('has no wizard any more', async () => {
      expect((await pedir('/instalar')).headers.get('location')).toBe('http://kantuta/ingresar');
    });

    it('sends nobody to sign in and lets forms answer by themselves', async () => {
      expect((await pedir('/ventas?x=1')).headers.get('location')).toBe(
        'http://kantuta/ingresar?volver=%2Fventas%3Fx%3D1',
      );
      expect((await pedir('/ventas', { method: 'POST' })).headers.get('location')).toBeNull();
    });

    it('reads the rights in the cookie', async () => {
      const token = { uid: 1, sid: 's', rol: 'Operador', permisos: ['venta:cobrar'] };
      const valor = await encode({ token, secret: env().AUTH_SECRET, salt: COOKIE, maxAge: 60 });
      const headers = { cookie: `${COOKIE}=${valor}` };
      expect((await pedir('/vender', { headers })).headers.get('location')).toBeNull();
      expect((await pedir('/cajas', { headers })).headers.get('location')).toBe('http://kantuta/vender');
    });

    it('answers preflights and nothing else of the API', async () => {
      expect((await pedir('/api/ventas', { method: 'OPTIONS' })).status).toBe(204);
      expect((await pedir('/api/ventas')).headers.get('location')).toBeNull();
    });
  });
});
