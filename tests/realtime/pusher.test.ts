import { createHash, createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { POST as pusherAuth } from '@/app/api/eventos/pusher-auth/route';
import type { Actor } from '@/lib/context';
import type { Evento } from '@/lib/realtime/eventos';
import { createPusherSender } from '@/lib/realtime/pusher';
import { canalesPara, type PusherConfig, puedeOirCanal } from '@/lib/realtime/pusher-config';
import { llamar, tokenDe } from '@/tests/auth/llamar';
import { nuevaPersona, nuevaSucursal } from '@/tests/harness/factories';
import { nuevoHub, oir, publicar } from './oyente';

/** One request as the server of Pusher's protocol received it. */
type Recibido = { metodo: string; ruta: string; query: URLSearchParams; cuerpo: string };

const [APP_ID, KEY, SECRET] = ['4242', 'llave-publica', 'secreto-de-pusher'];
const recibidos: Recibido[] = [];
let servidor: Server;
let puerto: number;
let sucursal: number;
let rosa: Actor;
let dueno: Actor;

beforeAll(async () => {
  servidor = createServer((req, res) => {
    const trozos: Buffer[] = [];
    req.on('data', (trozo: Buffer) => trozos.push(trozo));
    req.on('end', () => {
      const url = new URL(req.url ?? '', 'http://pusher');
      const cuerpo = Buffer.concat(trozos).toString();
      recibidos.push({ metodo: req.method ?? '', ruta: url.pathname, query: url.searchParams, cuerpo });
      res.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((resolve) => servidor.listen(0, '127.0.0.1', resolve));
  const direccion = servidor.address();
  puerto = typeof direccion === 'object' && direccion ? direccion.port : 0;
  const pusher = { PUSHER_APP_ID: APP_ID, PUSHER_KEY: KEY, PUSHER_SECRET: SECRET, PUSHER_HOST: '127.0.0.1' };
  Object.assign(process.env, pusher, { PUSHER_PORT: String(puerto) });
  sucursal = await nuevaSucursal();
  rosa = await nuevaPersona('Operador', sucursal);
  dueno = await nuevaPersona('Propietario', sucursal);
});
afterAll(() => new Promise((resolve) => servidor.close(resolve)));

const firmar = (texto: string) => createHmac('sha256', SECRET).update(texto).digest('hex');

/** The signature of the protocol: HMAC-SHA256 of method, path and the sorted query without the signature itself. */
function firmaDe({ metodo, ruta, query }: Recibido): string {
  const pares = [...query].filter(([nombre]) => nombre !== 'auth_signature').sort(([a], [b]) => (a < b ? -1 : 1));
  return firmar([metodo, ruta, pares.map(([nombre, valor]) => `${nombre}=${valor}`).join('&')].join('\n'));
}

const config = (): PusherConfig => ({
  appId: APP_ID,
  key: KEY,
  secret: SECRET,
  cluster: null,
  host: '127.0.0.1',
  port: puerto,
  tls: false,
  browser: { host: '127.0.0.1', port: puerto, tls: false },
});

describe('the Pusher adapter', () => {
  it('speaks the protocol: path, signature and body', async () => {
    recibidos.length = 0;
    const sender = await createPusherSender(config());
    await sender.send([
      { tema: 'venta', idSucursal: 3, ids: [7], n: 1 },
      { tema: 'producto', idSucursal: null, ids: null, n: 2 },
    ]);
    const [pedido, ...otros] = recibidos;
    expect(otros).toEqual([]);
    if (!pedido) throw new Error('nothing arrived');
    expect([pedido.metodo, pedido.ruta]).toEqual(['POST', `/apps/${APP_ID}/batch_events`]);
    expect(Object.fromEntries(pedido.query)).toMatchObject({
      auth_key: KEY,
      auth_version: '1.0',
      body_md5: createHash('md5').update(pedido.cuerpo).digest('hex'),
      auth_signature: firmaDe(pedido),
    });
    const venta = JSON.stringify({ tema: 'venta', id_sucursal: 3, ids: [7], n: 1 });
    expect(JSON.parse(pedido.cuerpo)).toEqual({
      batch: [
        { channel: 'private-sucursal-3-venta', name: 'cambio', data: venta },
        { channel: 'private-cadena-venta', name: 'cambio', data: venta },
        {
          channel: 'private-general-producto',
          name: 'cambio',
          data: JSON.stringify({ tema: 'producto', id_sucursal: null, ids: null, n: 2 }),
        },
      ],
    });
  });

  it('sends ten messages at a time, as the protocol takes them', async () => {
    recibidos.length = 0;
    const sender = await createPusherSender(config());
    const eventos = Array.from({ length: 12 }, (_, i): Evento => ({ tema: 'venta', idSucursal: i, ids: null, n: 1 }));
    await sender.send(eventos);
    expect(recibidos.map(({ cuerpo }) => JSON.parse(cuerpo).batch.length)).toEqual([10, 10, 4]);
  });

  it('a server that refuses is an error of the sender, and never of the verb', async () => {
    const sender = await createPusherSender({ ...config(), port: 1 });
    await expect(sender.send([{ tema: 'venta', idSucursal: 3, ids: [7], n: 1 }])).rejects.toThrow();
  });

  it('takes what verbs publish, and streams go on hearing it too', async () => {
    recibidos.length = 0;
    const hub = await nuevoHub();
    const oyente = oir(hub, rosa);
    await publicar({ tema: 'venta', idSucursal: sucursal, ids: [1] });
    await expect.poll(() => recibidos.length).toBe(1);
    await expect.poll(() => oyente.cambios).toHaveLength(1);
    await hub.close();
  });
});

describe('private channels', () => {
  const pedir = async (actor: Actor, channel_name: string) =>
    llamar(pusherAuth, {
      metodo: 'POST',
      token: await tokenDe(actor),
      cuerpo: { socket_id: '123.456', channel_name },
    });

  it('let in with the signature of the socket and the channel', async () => {
    const canal = `private-sucursal-${sucursal}-venta`;
    const { status, cuerpo } = await pedir(rosa, canal);
    expect(status).toBe(200);
    expect(cuerpo).toEqual({ auth: `${KEY}:${firmar(`123.456:${canal}`)}` });
  });

  it('refuse another branch, the whole chain, and what the role may not see', async () => {
    const almacen = await nuevaPersona('Almacenero', sucursal);
    const rechazos = [
      await pedir(rosa, `private-sucursal-${sucursal + 1}-venta`),
      await pedir(rosa, 'private-cadena-venta'),
      await pedir(almacen, `private-sucursal-${sucursal}-venta`),
      await pedir(dueno, 'private-cadena-luna'),
      await pedir(dueno, 'presence-cadena-venta'),
    ];
    expect(rechazos.map(({ status }) => status)).toEqual(Array(5).fill(403));
    expect((await pedir(dueno, 'private-cadena-venta')).status).toBe(200);
  });

  it('are exactly those that a screen subscribes to', () => {
    const deRosa = canalesPara(rosa);
    expect(deRosa).toContain(`private-sucursal-${sucursal}-venta`);
    expect(deRosa).toContain('private-general-producto');
    for (const actor of [rosa, dueno]) {
      for (const canal of canalesPara(actor)) expect(puedeOirCanal(actor, canal)).toBe(true);
    }
    expect(canalesPara(dueno)).toContain('private-cadena-caja');
  });
});
