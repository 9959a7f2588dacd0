import { expect, it } from 'vitest';
import { esJson } from '@/lib/api/ruta';
import { RUTAS } from '@/lib/api/rutas';
import { tokenDe } from '@/tests/auth/llamar';
import { nuevaPersona, nuevaSucursal } from '@/tests/harness/factories';
import { llamarRuta } from './servidas';

// Read once, when something first asks for the environment: after this line.
Object.assign(process.env, {
  PUSHER_APP_ID: '1',
  PUSHER_KEY: 'llave',
  PUSHER_SECRET: 'secreto-de-prueba',
  PUSHER_HOST: '127.0.0.1',
  PUSHER_PORT: '9',
});

it('POST /eventos/pusher-auth answers what the document says, and lets nobody into another branch', async () => {
  const ruta = RUTAS.find((r) => r.camino === '/eventos/pusher-auth');
  const idSucursal = await nuevaSucursal();
  const token = await tokenDe(await nuevaPersona('Operador', idSucursal));
  const pedir = (sucursal: number) =>
    ruta &&
    llamarRuta(ruta, { token, datos: { socket_id: '12.34', channel_name: `private-sucursal-${sucursal}-venta` } });
  const propia = await pedir(idSucursal);
  expect([propia?.status, propia?.texto]).toEqual([200, expect.stringContaining('llave:')]);
  expect(ruta && esJson(ruta.salida) && ruta.salida.safeParse(propia?.json).success).toBe(true);
  expect((await pedir(idSucursal + 1))?.status).toBe(403);
});
