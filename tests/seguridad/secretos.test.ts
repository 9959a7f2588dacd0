import { Writable } from 'node:stream';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { POST as login } from '@/app/api/auth/login/route';
import { sqlClient } from '@/db';
import { RUTAS } from '@/lib/api/rutas';
import { log } from '@/lib/log';
import { closeStreams } from '@/lib/realtime/process-hub';
import { llamar } from '@/tests/auth/llamar';
import { CASOS } from '@/tests/contract/casos';
import { llamarRuta, nombreDe } from '@/tests/contract/servidas';
import { abrirTienda, type Tienda } from '@/tests/contract/tienda';
import { PASSWORD } from '@/tests/harness/factories';

/** Every route once, with its log listened to at its most talkative; then nothing secret is in the trail nor in the log. */
const lineas: string[] = [];
/** What was sent or given and must be nowhere: passwords, tokens, hashes. */
const secretos = new Map<string, string>([['the password of everybody', PASSWORD]]);

/** Names under which somebody sends or receives a secret. */
const NOMBRE_DE_SECRETO =
  /^(password|new_?password|current_?password|pin|codigo|codigos|code|secreto|secret|desafio|access_token|refresh_token|totp\w*)$/i;

let tienda: Tienda;

beforeAll(async () => {
  escuchar();
  tienda = await abrirTienda();
  const equivocada = 'esta-no-era-mi-clave-99';
  secretos.set('a password that was wrong', equivocada);
  await llamar(login, { metodo: 'POST', cuerpo: { email: tienda.jefe.email, password: equivocada } });
  // Whoever types the password where the mail goes.
  await llamar(login, { metodo: 'POST', cuerpo: { email: 'mi-clave-en-el-correo-77', password: 'x' } });
  secretos.set('a password typed as the mail', 'mi-clave-en-el-correo-77');
  for (const ruta of RUTAS) {
    if (ruta.camino === '/eventos' || ruta.publica === 'metricas') continue;
    for (const caso of CASOS[nombreDe(ruta)] ?? []) {
      const pedido = await caso(tienda);
      // A `codigo` of the catalogue, also the counter's own, or of a ticket's line, is a barcode.
      const deBarras = ruta.etiqueta === 'inventario' || /^\/(ventas|mostrador\/catalogo)/.test(ruta.camino);
      if (!deBarras) anotar('sent', pedido.datos);
      if (pedido.token) secretos.set('a token', pedido.token);
      const { json } = await llamarRuta(ruta, pedido);
      if (!deBarras) anotar('answered', json);
    }
  }
  for (const { h } of await sqlClient()<{ h: string }[]>`
    select password_hash as h from usuario union all select pin_hash from usuario where pin_hash is not null
    union all select totp_secreto from usuario where totp_secreto is not null`)
    secretos.set(`a hash ${h.slice(-6)}`, h);
}, 240_000);
afterAll(closeStreams);

/** The same log of the process, with the same censorship, into memory. */
function escuchar(): void {
  const propio = log() as unknown as Record<symbol, unknown>;
  const stream = new Writable({
    write(chunk, _codificacion, listo) {
      lineas.push(String(chunk));
      listo();
    },
  });
  propio[pino.symbols.streamSym] = stream;
  log().level = 'trace';
}

function anotar(de: string, valor: unknown, nombre = ''): void {
  // The `code` of an answer is the name of a refusal.
  if (de === 'answered' && nombre === 'code') return;
  if (typeof valor === 'string' && NOMBRE_DE_SECRETO.test(nombre) && valor.length >= 6) {
    secretos.set(`${nombre} that was ${de}: ${valor.slice(0, 4)}…`, valor);
  } else if (Array.isArray(valor)) for (const v of valor) anotar(de, v, nombre);
  else if (valor !== null && typeof valor === 'object' && !(valor instanceof Uint8Array)) {
    for (const [clave, v] of Object.entries(valor)) anotar(de, v, clave);
  }
}

function halladosEn(texto: string): string[] {
  return [...secretos].filter(([, secreto]) => esta(secreto, texto)).map(([que]) => que);
}

/** A code of digits is itself when it stands alone: by chance it also is a piece of the time in milliseconds or of an id. */
function esta(secreto: string, texto: string): boolean {
  if (!texto.includes(secreto)) return false;
  return !/^\d+$/.test(secreto) || new RegExp(`(?<![\\da-z])${secreto}(?![\\da-z])`, 'i').test(texto);
}

describe('after every act of the shop', () => {
  it('there are secrets to look for, a trail and a log to look in', async () => {
    expect(secretos.size).toBeGreaterThan(10);
    expect(lineas.length).toBeGreaterThan(50);
    const [fila] = await sqlClient()<{ n: number }[]>`select count(distinct accion)::int as n from auditoria`;
    expect(fila?.n).toBeGreaterThan(20);
  });

  it('a code is found where it stands alone, and not in a time or an id', () => {
    for (const texto of ['{"pin":"975552"}', 'pin=975552', 'código 975552.']) expect(esta('975552', texto)).toBe(true);
    for (const texto of ['{"time":1795975552052}', '0a975552-81ea']) expect(esta('975552', texto)).toBe(false);
    expect(esta('clave de paso', 'una clave de paso9')).toBe(true);
  });

  it('no column of the trail holds a password, a PIN, a code, a token or a hash', async () => {
    const filas = await sqlClient()<{ id: number; accion: string; todo: string }[]>`
      select a.id, a.accion, to_jsonb(a)::text as todo from auditoria a`;
    expect(filas.flatMap(({ accion, todo }) => halladosEn(todo).map((que) => `${accion}: ${que}`))).toEqual([]);
    const nombres = /"(password\w*|pin_hash|pinHash|totp\w*|access_token|refresh_token|secreto)"\s*:\s*"(?!\[)/i;
    expect(filas.filter(({ todo }) => nombres.test(todo)).map((f) => f.accion)).toEqual([]);
  });

  it('no line of the log holds one', () => {
    expect(lineas.flatMap((linea) => halladosEn(linea).map((que) => `${que} in ${linea.slice(0, 200)}`))).toEqual([]);
  });

  it('every line of the log is one JSON object with its time, and every request says who, what and under which id', () => {
    const leidas = lineas.map((linea) => JSON.parse(linea) as Record<string, unknown>);
    for (const linea of leidas) expect(linea).toMatchObject({ time: expect.any(Number), level: expect.any(Number) });
    const pedidos = leidas.filter((l) => l.msg === 'request');
    expect(pedidos.length).toBeGreaterThan(30);
    for (const pedido of pedidos) {
      expect(pedido).toMatchObject({
        requestId: expect.any(String),
        metodo: expect.any(String),
        ruta: expect.stringMatching(/^\/api\//),
        status: expect.any(Number),
      });
    }
    expect(pedidos.some((p) => p.idUsuario === tienda.jefe.idUsuario)).toBe(true);
  });

  it('whoever was kept out is in the log that the shop keeps, not only in the talkative one', () => {
    const fuera = lineas
      .map((l) => JSON.parse(l) as { msg: string; status: number; level: number })
      .filter((l) => l.msg === 'request' && l.status === 401);
    expect(fuera.length).toBeGreaterThan(0);
    for (const linea of fuera) expect(linea.level).toBe(30);
  });

  it('what somebody writes cannot become a line of the log', () => {
    log().info({ requestId: 'a\nb', idUsuario: '{"level":50}\n{"level":60,"msg":"falso"}' }, 'prueba\nde\u2028línea');
    const [ultima = ''] = lineas.slice(-1);
    expect(ultima.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(ultima)).toMatchObject({ level: 30 });
  });

  it('a secret that reaches the log by its name is covered', () => {
    log().info(
      { password: 'abc123', pedido: { pin: '482915', headers: { 'set-cookie': 'x=1', authorization: 'Bearer z' } } },
      'x',
    );
    const [ultima = ''] = lineas.slice(-1);
    expect(ultima).not.toMatch(/abc123|482915|x=1|Bearer z/);
    expect(ultima).toContain('[oculto]');
  });
});
