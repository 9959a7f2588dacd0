import { randomUUID } from 'node:crypto';
import { afterAll, expect, it } from 'vitest';
import { GET as listarCajas } from '@/app/api/cajas/route';
import { GET } from '@/app/api/metricas/route';
import { closeDb, sqlClient } from '@/db';
import { env } from '@/lib/env';
import { cobrarVenta } from '@/lib/venta/cobrar';
import { tokenDe } from '../auth/llamar';
import { ctxDe, linea, nuevaSucursal, nuevoProducto, nuevoTurno } from '../harness/factories';

const TOKEN = 'un-token-de-metricas-largo';
const leer = (headers: Record<string, string> = {}) => GET(new Request('http://kantuta/api/metricas', { headers }));
const conToken = async () => (await leer({ authorization: `Bearer ${TOKEN}` })).text();

afterAll(() => {
  delete process.env.METRICAS_TOKEN;
});

it('is not there without METRICAS_TOKEN, and needs it as Bearer', async () => {
  expect((await leer({ authorization: `Bearer ${TOKEN}` })).status).toBe(404);
  Object.assign(env(), { METRICAS_TOKEN: TOKEN });
  expect((await leer()).status).toBe(401);
  expect((await leer({ authorization: 'Bearer otro' })).status).toBe(401);
  const buena = await leer({ authorization: `Bearer ${TOKEN}` });
  expect([buena.status, buena.headers.get('content-type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
});

it('tells what happened: sales, open cajas, waiting jobs, and the requests of the API', async () => {
  const idSucursal = await nuevaSucursal();
  const turno = await nuevoTurno(idSucursal, { rol: 'Administrador' });
  const producto = await nuevoProducto(idSucursal);
  const detalles = [linea(producto)];
  const venta = { id_sesion_caja: turno.idSesion, metodo_pago: 'QR', detalles };
  for (let i = 0; i < 2; i++) await cobrarVenta({ ...ctxDe(turno.cajero), clave: randomUUID() }, venta);
  const authorization = `Bearer ${await tokenDe(turno.cajero)}`;
  const pedido = { headers: { authorization } };
  await listarCajas(new Request('http://kantuta/api/cajas', pedido), { params: Promise.resolve({}) });
  await listarCajas(new Request('http://kantuta/api/cajas?limite=x', pedido), { params: Promise.resolve({}) });

  const lineas = (await conToken()).split('\n');
  expect(lineas).toEqual(
    expect.arrayContaining([
      'kantuta_base_responde 1',
      'kantuta_sesiones_abiertas 1',
      'kantuta_ventas_total 2',
      'kantuta_trabajos_pendientes{cola="importar-productos"} 0',
      'kantuta_http_pedidos_total{metodo="GET",ruta="/api/cajas",status="200"} 1',
      'kantuta_http_pedidos_total{metodo="GET",ruta="/api/cajas",status="400"} 1',
    ]),
  );
  expect(lineas.filter((una) => una !== '' && !/^(# (HELP|TYPE) \w+ .+|\w+(\{[^}]*\})? [\d.e+-]+)$/.test(una))).toEqual(
    [],
  );
});

it('still answers without a database', async () => {
  await sqlClient().end();
  const texto = await conToken();
  await closeDb();
  expect(texto).toContain('kantuta_base_responde 0');
  expect(texto).toContain('kantuta_proceso_segundos');
  expect(texto).not.toContain('kantuta_ventas_total');
});
