import { createHash } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { env } from '@/lib/env';
import { connectBaileys, messageIdOf } from '@/lib/whatsapp/baileys';
import { authStateOver } from '@/lib/whatsapp/baileys-auth';
import { CredentialStore } from '@/lib/whatsapp/credentials';
import type { CloseReason, TransportEvents } from '@/lib/whatsapp/transport';
import { runWhatsappWorker } from '@/lib/whatsapp/worker';
import { SECRETO, vaciar } from './tienda';

/** The library itself, against servers of ours on loopback: WhatsApp's is never asked anything. */
const PLAZO = { timeout: 20_000, interval: 20 };
const store = new CredentialStore(SECRETO);
const cierres: [CloseReason, string][] = [];
const on: TransportEvents = {
  qr: () => {},
  open: () => {},
  close: (razon, detalle) => cierres.push([razon, detalle]),
};
const ajenas: unknown[] = [];
const anotar = (error: unknown) => ajenas.push(error);

beforeEach(async () => {
  await vaciar();
  cierres.length = 0;
  ajenas.length = 0;
  process.on('unhandledRejection', anotar);
});
afterEach(async () => {
  await new Promise((listo) => setTimeout(listo, 50));
  process.off('unhandledRejection', anotar);
  expect(ajenas).toEqual([]);
  // the end is told, and once
  expect(cierres.length).toBeLessThanOrEqual(1);
});

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** A server on loopback that speaks as little websocket as needed; it does this with the first bytes that each client sends. */
async function servir(alHablar: ((socket: Duplex) => void) | 'rechazar'): Promise<Servidor> {
  const pedidos: string[] = [];
  const server = http.createServer();
  server.on('upgrade', (req, socket) => {
    pedidos.push(req.url ?? '');
    socket.on('error', () => {});
    if (alHablar === 'rechazar') return socket.destroy();
    const accept = createHash('sha1').update(`${req.headers['sec-websocket-key']}${GUID}`).digest('base64');
    const lines = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade'];
    socket.write(`${[...lines, `Sec-WebSocket-Accept: ${accept}`].join('\r\n')}\r\n\r\n`);
    let hablado = false;
    // what comes after the first words is the goodbye
    socket.on('data', () => {
      if (hablado) socket.destroy();
      else alHablar(socket);
      hablado = true;
    });
  });
  await new Promise<void>((listo) => server.listen(0, '127.0.0.1', listo));
  const { port } = server.address() as AddressInfo;
  return { url: `ws://127.0.0.1:${port}/ws/chat`, pedidos, cerrar: () => server.close() };
}

type Servidor = { url: string; pedidos: string[]; cerrar(): void };

describe('Baileys on loopback', () => {
  it('a server that is not there is a connection lost, told once', async () => {
    await connectBaileys({ url: 'ws://127.0.0.1:1/ws/chat', timeoutMs: 2000 })(store, on);
    await expect.poll(() => cierres.map(([razon]) => razon), PLAZO).toEqual(['lost']);
  });

  it('a server that refuses the websocket is a connection lost', async () => {
    const server = await servir('rechazar');
    await connectBaileys({ url: server.url, timeoutMs: 2000 })(store, on);
    await expect.poll(() => cierres.map(([razon]) => razon), PLAZO).toEqual(['lost']);
    server.cerrar();
  });

  it('it speaks first, and a server that then hangs up is a connection lost', async () => {
    const server = await servir((socket) => socket.destroy());
    await connectBaileys({ url: server.url, timeoutMs: 2000 })(store, on);
    await expect.poll(() => cierres.map(([razon]) => razon), PLAZO).toEqual(['lost']);
    expect(server.pedidos).toHaveLength(1);
    server.cerrar();
  });

  it('a server that never answers is given up on in its time; closing before tells nothing', async () => {
    const server = await servir(() => {});
    await connectBaileys({ url: server.url, timeoutMs: 300 })(store, on);
    await expect.poll(() => cierres.map(([razon]) => razon), PLAZO).toEqual(['lost']);
    cierres.length = 0;
    const otra = await connectBaileys({ url: server.url, timeoutMs: 5000 })(store, on);
    await expect.poll(() => server.pedidos.length, PLAZO).toBe(2);
    await otra.close();
    expect(cierres).toEqual([]);
    server.cerrar();
  });
});

it('the worker with the library and no network: says so, tries again, and ends when it is told to', async () => {
  const stop = new AbortController();
  const connect = connectBaileys({ url: 'ws://127.0.0.1:1/ws/chat', timeoutMs: 2000 });
  await sqlClient()`insert into whatsapp_estado (id, pedido) values (1, 'CONECTAR')`;
  const running = runWhatsappWorker(
    { url: env().DATABASE_URL, authSecret: SECRETO, connect, ritmoMs: 20 },
    stop.signal,
  );
  const estado = async () => {
    const [fila] = await sqlClient()<{ estado: string; ultimo_error: string | null }[]>`
      select estado, ultimo_error from whatsapp_estado`;
    return fila;
  };
  const dicho = { estado: 'DESCONECTADO', ultimo_error: expect.stringMatching(/^No hay conexión con WhatsApp/) };
  await expect.poll(estado, PLAZO).toMatchObject(dicho);
  await expect.poll(async () => (await estado())?.estado, PLAZO).toBe('CONECTANDO');
  stop.abort();
  await running;
  expect(await estado()).toMatchObject({ estado: 'DESCONECTADO' });
});

describe('its credentials', () => {
  it('come back as they were, sealed in the database; a key that is dropped is gone', async () => {
    const library = await import('@whiskeysockets/baileys');
    const { state, save } = await authStateOver(library, store);
    state.creds.me = { id: '59171234567:3@s.whatsapp.net', name: 'Tienda' };
    await save();
    const session = new Uint8Array([1, 2, 250]);
    const sync = library.proto.Message.AppStateSyncKeyData.fromObject({ timestamp: 1, keyData: Buffer.from('k') });
    await state.keys.set({
      session: { '591.0': session, '591.1': session },
      'app-state-sync-key': { AAA: sync },
      'device-list': { '591': ['0', '3'] },
    });
    await state.keys.set({ session: { '591.1': null } });

    const again = (await authStateOver(library, new CredentialStore(SECRETO))).state;
    expect(again.creds).toEqual(state.creds);
    const sessions = await again.keys.get('session', ['591.0', '591.1']);
    expect(Object.keys(sessions)).toEqual(['591.0']);
    expect([...(sessions['591.0'] ?? [])]).toEqual([1, 2, 250]);
    const keys = await again.keys.get('app-state-sync-key', ['AAA']);
    expect(Buffer.from(keys.AAA?.keyData ?? []).toString()).toBe('k');
    expect(await again.keys.get('device-list', ['591'])).toEqual({ '591': ['0', '3'] });

    const filas = await sqlClient()<{ valor: Buffer }[]>`select valor from whatsapp_credencial`;
    expect(filas).toHaveLength(4);
    for (const { valor } of filas) expect(valor.toString('latin1')).not.toMatch(/59171234567|noiseKey|private/);
    await expect(authStateOver(library, new CredentialStore('x'.repeat(40)))).rejects.toThrow('does not open');
  });

  it('the id of a message is its reference’s, in the form of WhatsApp', () => {
    const id = messageIdOf('6b0e4d0a-6f0e-4a8e-9f66-1f1c7b8f3d11');
    expect(id).toMatch(/^3EB0[0-9A-F]{18}$/);
    expect(messageIdOf('6b0e4d0a-6f0e-4a8e-9f66-1f1c7b8f3d11')).toBe(id);
    expect(messageIdOf('6b0e4d0a-6f0e-4a8e-9f66-1f1c7b8f3d12')).not.toBe(id);
  });
});
