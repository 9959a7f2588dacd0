import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { NextRequest } from 'next/server';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as desconocida from '@/app/api/[...ruta]/route';
import { sqlClient } from '@/db';
import type { Ruta } from '@/lib/api/ruta';
import { RUTAS } from '@/lib/api/rutas';
import { jwtKey } from '@/lib/auth/keys';
import type { Actor } from '@/lib/context';
import { env } from '@/lib/env';
import { closeStreams } from '@/lib/realtime/process-hub';
import { config, middleware } from '@/middleware';
import { entrar, tokenDe } from '@/tests/auth/llamar';
import { nuevaPersona } from '@/tests/harness/factories';
import { CASOS } from './casos';
import { huellaDeLaBase } from './intacta';
import { llamarRuta, nombreDe, type Pedido } from './servidas';
import { esperarSobre } from './sobre';
import { abrirTienda, type Tienda } from './tienda';

/** What no door lets in, whatever the route: the same refusal in the same envelope, and nothing changed. */
let tienda: Tienda;
let vecino: Actor;
const pedidos = new Map<string, Pedido>();
const tokensMalos: [que: string, token: string][] = [];
let intacta: Record<string, number>;

beforeAll(async () => {
  tienda = await abrirTienda();
  vecino = await nuevaPersona('Administrador', tienda.otraSucursal);
  for (const [nombre, [caso]] of Object.entries(CASOS)) if (caso) pedidos.set(nombre, await caso(tienda));
  tokensMalos.push(...(await hacerTokensMalos()));
  intacta = await huellaDeLaBase();
});
afterAll(closeStreams);
afterEach(async () => {
  expect(await huellaDeLaBase()).toEqual(intacta);
});

const con = (que: (r: Ruta) => boolean) => RUTAS.filter(que).map((ruta) => ({ nombre: nombreDe(ruta), ruta }));
const buenPedido = (ruta: Ruta): Pedido =>
  pedidos.get(nombreDe(ruta)) ?? { datos: ruta.ejemplo.pedido, token: tienda.tokenJefe };
const escribe = (r: Ruta) => r.metodo !== 'GET';

/** Sends a request that must be refused with this status. */
async function rechaza(ruta: Ruta, pedido: Pedido, estado: number, que: string): Promise<void> {
  const respuesta = await llamarRuta(ruta, pedido);
  expect([que, respuesta.status, respuesta.texto.slice(0, 200)]).toEqual([que, estado, expect.anything()]);
  const datos = pedido.datos ?? {};
  esperarSobre(
    respuesta,
    `/api${ruta.camino.replace(/\{(\w+)\}/g, (_, n: string) => encodeURIComponent(String(datos[n])))}`,
  );
}

async function hacerTokensMalos(): Promise<[string, string][]> {
  const bueno = await tokenDe(tienda.jefe);
  const sid = String(JSON.parse(Buffer.from(bueno.split('.')[1] ?? '', 'base64url').toString()).sid);
  const otra = new TextEncoder().encode('otra-firma-de-otro-servidor-000000000');
  const firmar = (mas: object, clave: Parameters<SignJWT['sign']>[0], vence = '5m') =>
    new SignJWT({ sid, uso: 'acceso', roleName: 'Superadministrador', roleId: 3, ...mas })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setSubject(String(tienda.jefe.idUsuario))
      .setJti(randomUUID())
      .setIssuedAt()
      .setExpirationTime(vence)
      .sign(clave);
  const propia = await jwtKey();
  const sinFirma = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${bueno.split('.')[1]}.`;
  const revocado = await tokenDe(tienda.jefe);
  const sidRevocado = JSON.parse(Buffer.from(revocado.split('.')[1] ?? '', 'base64url').toString()).sid;
  await sqlClient()`update sesion_acceso set revocada_en = now() where sid = ${sidRevocado}::uuid`;
  return [
    ['nothing', ''],
    ['garbage', 'esto-no-es-un-token'],
    ['emoji', Buffer.from('😀').toString('latin1')],
    ['a long one', 'a'.repeat(7_000)],
    ['expired', await firmar({}, propia, '-1s')],
    ['of another secret', await firmar({}, otra)],
    ['with no signature', sinFirma],
    ['altered', `${bueno.slice(0, -6)}AAAAAA`],
    ['of a sign-in that is not there', await firmar({ sid: randomUUID() }, propia)],
    ['of a sid that is none', await firmar({ sid: "' or true --" }, propia)],
    ['of a revoked sign-in', revocado],
    ['for refreshing', (await entrar(tienda.jefe.email)).refresh_token],
    ['for something else', await firmar({ uso: 'otra-cosa' }, propia)],
  ];
}

describe.each(con((r) => r.publica !== 'sin_token' && r.publica !== 'metricas'))('$nombre', ({ ruta }) => {
  it('lets in no token but a good one', async () => {
    const { token: _, headers, ...resto } = buenPedido(ruta);
    const { cookie: __, ...sinGalleta } = headers ?? {};
    const pedido: Pedido = { ...resto, headers: sinGalleta };
    await rechaza(ruta, pedido, 401, 'no header at all');
    for (const [que, token] of tokensMalos) {
      if (ruta.publica === 'refresco' && que === 'for refreshing') continue;
      await rechaza(ruta, { ...pedido, headers: { ...pedido.headers, authorization: `Bearer ${token}` } }, 401, que);
    }
    const galleta = { cookie: 'authjs.session-token=eyJhbGciOiJkaXIifQ..AAAA.BBBB.CCCC' };
    await rechaza(ruta, { ...pedido, headers: { ...pedido.headers, ...galleta } }, 401, 'a forged cookie');
  });
});

describe.each(con((r) => r.publica === false))('$nombre', ({ ruta }) => {
  it('refuses a branch and a key that are none, and a branch that is not theirs', async () => {
    const pedido = buenPedido(ruta);
    const conCabecera = (headers: Record<string, string>) => ({
      ...pedido,
      headers: { ...pedido.headers, ...headers },
    });
    for (const mala of ['abc', '-1', '1.5', '99999999999', "1'", '1 or 1=1'])
      await rechaza(ruta, conCabecera({ 'x-sucursal': mala }), 400, `branch ${mala}`);
    for (const mala of ['', 'abc', `${randomUUID()}x`, "'; drop table operacion; --"])
      await rechaza(ruta, conCabecera({ 'idempotency-key': mala }), 400, `key ${mala}`);
    const ajena = { ...conCabecera({ 'x-sucursal': String(tienda.otraSucursal) }), token: tienda.tokenCajero };
    await rechaza(ruta, ajena, 403, 'another branch');
    const ninguna = { ...conCabecera({ 'x-sucursal': '999999999' }), token: tienda.tokenJefe };
    await rechaza(ruta, ninguna, 404, 'a branch that is not there');
  });
});

describe.each(con((r) => escribe(r) && r.cuerpo === 'json'))('$nombre', ({ ruta }) => {
  it('reads nothing but one JSON object', async () => {
    const pedido = buenPedido(ruta);
    const hondo = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
    const malos: [string, BodyInit][] = [
      ['half a JSON', '{"a":1'],
      ['text', 'hola'],
      ['XML', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
      ['a form', 'a=1&b=2'],
      ['a list', '[]'],
      ['a number', '1e999'],
      ['null', 'null'],
      ['a string', '"{}"'],
      ['NaN', '{"a":NaN}'],
      ['not UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
      ['UTF-16', new Uint8Array(Buffer.from('{"a":1}', 'utf16le'))],
      ['two objects', '{}{}'],
      ['a file', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0])],
      ['a prototype', '{"__proto__":{"id_caja":1}}'],
    ];
    if (hondo.length < ruta.limiteBytes) malos.push(['fifty thousand objects, one in another', hondo]);
    for (const [que, cuerpo] of malos) await rechaza(ruta, { ...pedido, cuerpo }, 400, que);
  });

  it('stops reading at its limit, announced or not', async () => {
    const pedido = buenPedido(ruta);
    const { limiteBytes } = ruta;
    await rechaza(ruta, { ...pedido, cuerpo: ' '.repeat(limiteBytes + 1) }, 413, 'one byte too many');
    const justo = `{"x":1}${' '.repeat(limiteBytes - 7)}`;
    expect((await llamarRuta(ruta, { ...pedido, cuerpo: justo })).status).toBe(400);
    let leidos = 0;
    const sinFin = new ReadableStream<Uint8Array>({
      pull(controller) {
        leidos += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(0x20));
      },
    });
    await rechaza(ruta, { ...pedido, cuerpo: sinFin }, 413, 'without an end');
    expect(leidos).toBeLessThan(limiteBytes + 20 * 65_536);
  });
});

describe.each(con((r) => r.metodo === 'GET' && r.publica === false))('$nombre', ({ ruta }) => {
  it('refuses a query that says the same twice, or what nobody asked', async () => {
    const pedido = buenPedido(ruta);
    for (const query of [
      'a=1&a=2',
      'limite=1&limite=2',
      '__proto__=1',
      'constructor=1',
      'x%00y=1',
      '%F0%9F%98%80=1',
      `${'x'.repeat(5_000)}=1`,
    ])
      await rechaza(ruta, { ...pedido, query }, 400, query.slice(0, 40));
  });
});

/** What belongs to a branch; the catalogue is everybody's. */
const DE_SUCURSAL =
  /^\/(?:cajas|ventas|usuario|persona)(?:\/|$)|(?:importaciones|aprobaciones|alertas|auditoria|correos|mensajes|conteos|documentos|incidencias|dispositivos|tareas)\/\{id\}/;
const SIN_DUENO = new Set([
  'GET /cajas',
  'POST /cajas',
  'GET /cajas/motivos',
  'POST /cajas/motivos',
  'PATCH /cajas/motivos/{id}',
  'DELETE /cajas/motivos/{id}',
  'POST /cajas/movimiento/foto',
  'GET /cajas/traspasos',
  'GET /cajas/caja-fuerte',
  'GET /cajas/vivas',
  'GET /cajas/sesiones',
  'GET /cajas/diferencias',
  'GET /ventas',
  'GET /ventas/aparcados',
  'POST /ventas/reporte-resumen',
  'POST /usuario/register',
  'GET /usuario',
  'POST /persona',
  'GET /persona',
]);

describe.each(con((r) => DE_SUCURSAL.test(r.camino) && !SIN_DUENO.has(nombreDe(r))))('$nombre', ({ ruta }) => {
  it('does not know what is of another branch', async () => {
    const pedido = buenPedido(ruta);
    await rechaza(ruta, { ...pedido, token: await tokenVecino() }, 404, 'another branch');
  });
});

let suToken: string | undefined;
async function tokenVecino(): Promise<string> {
  if (suToken === undefined) {
    suToken = await tokenDe(vecino);
    intacta = await huellaDeLaBase();
  }
  return suToken;
}

describe('GET /metricas', () => {
  it('is not there without a token of its own, and opens to no other', async () => {
    const ruta = RUTAS.find((r) => r.publica === 'metricas');
    if (!ruta) throw new Error('there are no metrics');
    await rechaza(ruta, { token: tienda.tokenJefe }, 404, 'no METRICAS_TOKEN');
    Object.assign(env(), { METRICAS_TOKEN: 'un-token-de-metricas-largo' });
    await rechaza(ruta, {}, 401, 'no header at all');
    for (const [que, token] of tokensMalos)
      await rechaza(ruta, { headers: { authorization: `Bearer ${token}` } }, 401, que);
    await rechaza(ruta, { token: tienda.tokenJefe }, 401, 'an access token');
    const buena = await llamarRuta(ruta, { token: 'un-token-de-metricas-largo' });
    expect([buena.status, buena.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/plain')]);
  });
});

describe('a path that is no text', () => {
  it.each(['/api/%', '/api/cajas/%ff', '/api/cajas/%E0%A4%A'])('%s is 400 before any route', async (camino) => {
    const res = await middleware(new NextRequest(`http://kantuta${camino}`));
    const texto = await res.text();
    expect(res.status).toBe(400);
    esperarSobre({ status: 400, texto, json: JSON.parse(texto), headers: res.headers }, camino);
  });

  it('is looked for only where there is an escape: other calls never pass by the middleware', async () => {
    const sinCondicion = config.matcher.filter((m) => typeof m === 'string' && m.startsWith('/api/'));
    expect(sinCondicion).toEqual(['/api/(.*%.*)']);
    const res = await middleware(new NextRequest('http://kantuta/api/productos/barcode/a%20b'));
    expect([res.status, res.headers.get('x-middleware-next')]).toEqual([200, '1']);
  });
});

describe('a path that is no route', () => {
  it('is 404 in the envelope, and 401 to nobody', async () => {
    for (const [metodo, handler] of Object.entries(desconocida)) {
      for (const [token, estado] of [
        [tienda.tokenJefe, 404],
        ['no', 401],
      ] as const) {
        const req = new Request('http://kantuta/api/no-hay', {
          method: metodo,
          headers: { authorization: `Bearer ${token}` },
        });
        const res = await handler(req, { params: Promise.resolve({ ruta: ['no-hay'] }) });
        const texto = await res.text();
        expect([metodo, res.status]).toEqual([metodo, estado]);
        const json: unknown = JSON.parse(texto);
        esperarSobre({ status: res.status, texto, json, headers: res.headers }, '/api/no-hay');
      }
    }
  });
});

describe('POST /inventario/importaciones', () => {
  it('takes no file but one of rows', async () => {
    const ruta = RUTAS.find((r) => nombreDe(r) === 'POST /inventario/importaciones');
    if (!ruta) throw new Error('there is no import');
    const subir = (que: string, cuerpo: BodyInit, tipo = 'text/csv', estado = 400) =>
      rechaza(ruta, { token: tienda.tokenJefe, cuerpo, headers: { 'content-type': tipo } }, estado, que);
    const texto = (t: string) => new TextEncoder().encode(t);
    await subir('nothing', '');
    await subir('only a header', 'nombre,categoria,precio\n');
    await subir('no columns', '\n\n\n');
    await subir('a workbook', texto('PK\u0003\u0004zzz'));
    await subir('a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]));
    await subir('JSON', '{"nombre":"x"}', 'application/json');
    await subir(
      'half a form',
      '--x\r\ncontent-disposition: form-data; name="archivo"',
      'multipart/form-data; boundary=x',
    );
    await subir('a form without boundary', 'zzz', 'multipart/form-data');
    await subir(
      'a form without the file',
      '--x\r\ncontent-disposition: form-data; name="nombre"\r\n\r\na\r\n--x--\r\n',
      'multipart/form-data; boundary=x',
    );
    await subir(
      'text in the place of the file',
      '--x\r\ncontent-disposition: form-data; name="archivo"\r\n\r\na\r\n--x--\r\n',
      'multipart/form-data; boundary=x',
    );
    await subir(
      'another field',
      '--x\r\ncontent-disposition: form-data; name="otro"\r\n\r\na\r\n--x--\r\n',
      'multipart/form-data; boundary=x',
    );
    await subir('a byte too many', new Uint8Array(ruta.limiteBytes + 1).fill(0x61), 'text/csv', 413);
  });
});
