import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { env } from '@/lib/env';
import { codigoDeConexion, conectarWhatsapp, desconectarWhatsapp } from '@/lib/whatsapp/conectar';
import { CredentialStore } from '@/lib/whatsapp/credentials';
import { enviarDocumento, enviarTexto } from '@/lib/whatsapp/enviar';
import { estadoWhatsapp, listarGrupos } from '@/lib/whatsapp/queries';
import { reintentarMensaje } from '@/lib/whatsapp/reintentar';
import { DestinationError } from '@/lib/whatsapp/transport';
import { runWhatsappWorker } from '@/lib/whatsapp/worker';
import { FakeWhatsapp } from './fake';
import { jefe, mensajes, SECRETO, vaciar, vinculada } from './tienda';

const PLAZO = { timeout: 20_000, interval: 20 };
let stop: AbortController;
let running: Promise<void>;
let adelanto = 0;

beforeEach(async () => {
  await vaciar();
  adelanto = 0;
});
afterEach(async () => {
  stop.abort();
  await running;
});

/** A worker of this shop over a WhatsApp of the test, whose clock the test may put forward. */
function arrancar(fake: FakeWhatsapp, authSecret = SECRETO): void {
  stop = new AbortController();
  const ahora = () => new Date(Date.now() + adelanto);
  const { DATABASE_URL: url } = env();
  running = runWhatsappWorker({ url, authSecret, connect: fake.connect, ahora, ritmoMs: 10 }, stop.signal);
}

/** The state as a screen sees it now. */
const estado = async (ctx: Awaited<ReturnType<typeof jefe>>) => estadoWhatsapp({ ...ctx, ahora: new Date() });
const texto = (message: string) => ({ code: '591', phone: '70011223', message });

describe('linking a phone', () => {
  it('shows a code, then who is connected, and keeps what the next start needs', async () => {
    const ctx = await jefe();
    expect(await estado(ctx)).toMatchObject({ encendido: false, estado: 'DESCONECTADO', numero: null });
    await expect(conectarWhatsapp(ctx)).rejects.toMatchObject({ code: 'whatsapp_apagado' });
    expect(await codigoDeConexion(ctx)).toMatchObject({ success: false });

    const fake = new FakeWhatsapp();
    fake.links = false;
    fake.groups.push({ id: '120363012345678901@g.us', nombre: 'Cajeros', participantes: 4 });
    arrancar(fake);
    await expect.poll(async () => (await estado(ctx)).encendido, PLAZO).toBe(true);
    expect(fake.connections).toBe(0);
    const code = await codigoDeConexion({ ...ctx, ahora: new Date() });
    expect(code).toMatchObject({ success: true, qrBase64: expect.stringMatching(/^data:image\/png;base64,/) });
    const before = await estado(ctx);
    expect(before).toMatchObject({ estado: 'ESPERANDO_QR', qr_base64: code.qrBase64 });
    fake.qr('2@otro-codigo');
    await expect.poll(async () => (await estado(ctx)).qr_base64, PLAZO).not.toBe(before.qr_base64);

    await fake.open(new CredentialStore(SECRETO));
    await expect.poll(async () => (await estado(ctx)).estado, PLAZO).toBe('CONECTADO');
    expect(await estado(ctx)).toMatchObject({ numero: '59171234567', nombre: 'Tienda', qr_base64: null });
    await expect.poll(async () => (await listarGrupos(ctx)).map((g) => g.nombre), PLAZO).toEqual(['Cajeros']);
    expect(await codigoDeConexion({ ...ctx, ahora: new Date() })).toEqual({
      success: true,
      message: 'WhatsApp está conectado con el número +591 71234567.',
    });

    stop.abort();
    await running;
    expect(await sqlClient()`select estado, numero from whatsapp_estado`).toMatchObject([
      { estado: 'DESCONECTADO', numero: '59171234567' },
    ]);
    arrancar(fake);
    await expect.poll(async () => (await estado(ctx)).estado, PLAZO).toBe('CONECTADO');
  });

  it('nobody who may only send sees the code', async () => {
    const ctx = await jefe();
    const fake = new FakeWhatsapp();
    fake.links = false;
    arrancar(fake);
    await expect.poll(async () => (await estado(ctx)).encendido, PLAZO).toBe(true);
    await conectarWhatsapp({ ...ctx, ahora: new Date() });
    await expect.poll(async () => (await estado(ctx)).qr_base64, PLAZO).not.toBeNull();
    const envia = { ...ctx, actor: { ...ctx.actor, permisos: new Set(['whatsapp:enviar'] as const) } };
    expect(await estado(envia)).toMatchObject({ estado: 'ESPERANDO_QR', qr_base64: null });
  });

  it('nobody scans: says so and stops asking WhatsApp for codes', async () => {
    const ctx = await jefe();
    const fake = new FakeWhatsapp();
    fake.links = false;
    arrancar(fake);
    await expect.poll(async () => (await estado(ctx)).encendido, PLAZO).toBe(true);
    await conectarWhatsapp({ ...ctx, ahora: new Date() });
    await expect.poll(async () => (await estado(ctx)).estado, PLAZO).toBe('ESPERANDO_QR');
    fake.close('nobody_scanned');
    await expect.poll(async () => (await estado(ctx)).ultimo_error, PLAZO).toContain('Nadie escaneó');
    expect(fake.connections).toBe(1);
  });
});

describe('a connection that ends', () => {
  it('comes back by itself, at once when it is asked to', async () => {
    const ctx = await jefe();
    await vinculada();
    const fake = new FakeWhatsapp();
    arrancar(fake);
    await expect.poll(async () => (await estado(ctx)).estado, PLAZO).toBe('CONECTADO');
    fake.close('restart');
    await expect.poll(() => fake.connections, PLAZO).toBe(2);
    await expect.poll(async () => (await estado(ctx)).estado, PLAZO).toBe('CONECTADO');
    fake.connectErrors.push(new Error('no network'));
    fake.close('lost');
    await expect.poll(() => fake.connections, { ...PLAZO, timeout: 20_000 }).toBe(4);
    await expect.poll(async () => (await estado(ctx)).estado, PLAZO).toBe('CONECTADO');
    expect(await estado(ctx)).toMatchObject({ ultimo_error: null, numero: '59171234567' });
  }, 30_000);

  it('unlinked from the phone: forgets its keys and asks to link again', async () => {
    const ctx = await jefe();
    const store = await vinculada();
    const fake = new FakeWhatsapp();
    arrancar(fake);
    await expect.poll(async () => (await estado(ctx)).estado, PLAZO).toBe('CONECTADO');
    fake.close('logged_out');
    await expect.poll(() => store.any(), PLAZO).toBe(false);
    await expect.poll(async () => (await estado(ctx)).numero, PLAZO).toBeNull();
    expect(await estado(ctx)).toMatchObject({
      estado: 'DESCONECTADO',
      ultimo_error: expect.stringContaining('teléfono'),
    });
    await expect(enviarTexto(ctx, texto('hola'))).rejects.toMatchObject({ code: 'whatsapp_sin_vincular' });
  });

  it('unlinked here: tells WhatsApp, and forgets its keys', async () => {
    const ctx = await jefe();
    const store = await vinculada();
    const fake = new FakeWhatsapp();
    arrancar(fake);
    await expect.poll(async () => (await estado(ctx)).estado, PLAZO).toBe('CONECTADO');
    await desconectarWhatsapp(ctx);
    await expect.poll(async () => (await estado(ctx)).numero, PLAZO).toBeNull();
    expect([fake.loggedOut, await store.any()]).toEqual([1, false]);
  });

  it('keys of another AUTH_SECRET: says so instead of failing for ever', async () => {
    const ctx = await jefe();
    await vinculada();
    const fake = new FakeWhatsapp();
    arrancar(fake, 'otro-secreto-otro-secreto-otro-secreto');
    await expect.poll(async () => (await estado(ctx)).ultimo_error, PLAZO).toContain('La clave de la tienda cambió');
    expect(await estado(ctx)).toMatchObject({ estado: 'DESCONECTADO', numero: null });
  });
});

describe('messages', () => {
  it('wait for the connection and go out once, in order, without their files afterwards', async () => {
    const ctx = await jefe();
    await vinculada();
    await enviarTexto(ctx, texto('uno'));
    const file = { nombre: '../../recibo.pdf', tipo: 'application/pdf', bytes: new Uint8Array(2048) };
    await enviarDocumento(ctx, { code: '591', phone: '70011223', caption: 'dos', file });
    await enviarTexto(ctx, texto('tres'));
    expect((await mensajes()).map((m) => [m.estado, m.archivo])).toEqual([
      ['PENDIENTE', false],
      ['PENDIENTE', true],
      ['PENDIENTE', false],
    ]);
    const fake = new FakeWhatsapp();
    arrancar(fake);
    await expect.poll(() => fake.arrived.map((m) => m.texto), PLAZO).toEqual(['uno', 'dos', 'tres']);
    expect(fake.arrived[1]).toMatchObject({ archivo: 'recibo.pdf', bytes: 2048, destino: '59170011223' });
    await expect.poll(async () => (await mensajes()).map((m) => m.estado), PLAZO).toEqual(Array(3).fill('ENVIADO'));
    expect((await mensajes()).some((m) => m.archivo)).toBe(false);
    expect(await estado(ctx)).toMatchObject({ pendientes: 0 });
  });

  it('one that fails is tried again later under the same reference, then given up on, and can be sent by hand', async () => {
    const ctx = await jefe();
    await vinculada();
    const fake = new FakeWhatsapp();
    fake.sendErrors = Array.from({ length: 5 }, () => new Error('socket closed'));
    await enviarTexto(ctx, texto('terco'));
    arrancar(fake);
    for (let intentos = 1; intentos <= 5; intentos++) {
      await expect.poll(async () => (await mensajes())[0]?.intentos, PLAZO).toBe(intentos);
      const espera = intentos < 5 ? 'PENDIENTE' : 'FALLIDO';
      await expect.poll(async () => (await mensajes())[0], PLAZO).toMatchObject({ estado: espera, intentos });
      adelanto += 11 * 60_000;
    }
    const [fallido] = await mensajes();
    expect(fallido?.ultimo_error).toBe('WhatsApp no recibió el mensaje.');
    const [antes] = await sqlClient()<{ referencia: string }[]>`select referencia from mensaje_whatsapp`;
    await reintentarMensaje(ctx, { id: fallido?.id });
    await expect.poll(() => fake.arrived, PLAZO).toMatchObject([{ texto: 'terco', referencia: antes?.referencia }]);
    await expect(reintentarMensaje(ctx, { id: fallido?.id })).rejects.toMatchObject({ status: 409 });
  });

  it('to a number without WhatsApp fails at once, in a sentence, and the next one goes out', async () => {
    const ctx = await jefe();
    await vinculada();
    const fake = new FakeWhatsapp();
    fake.sendErrors = [new DestinationError('Ese número no tiene WhatsApp.')];
    await enviarTexto(ctx, texto('a nadie'));
    await enviarTexto(ctx, texto('a alguien'));
    arrancar(fake);
    await expect.poll(() => fake.arrived.map((m) => m.texto), PLAZO).toEqual(['a alguien']);
    await expect
      .poll(mensajes, PLAZO)
      .toMatchObject([
        { estado: 'FALLIDO', intentos: 1, ultimo_error: 'Ese número no tiene WhatsApp.' },
        { estado: 'ENVIADO' },
      ]);
  });

  it('one that waited a day does not go out', async () => {
    const ctx = await jefe();
    await vinculada();
    await enviarTexto(ctx, texto('ayer'));
    adelanto = 25 * 3_600_000;
    const fake = new FakeWhatsapp();
    fake.connectErrors = [new Error('no network')];
    arrancar(fake);
    await expect.poll(async () => (await mensajes())[0]?.estado, PLAZO).toBe('FALLIDO');
    expect(fake.arrived).toEqual([]);
  });
});
