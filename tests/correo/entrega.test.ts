import { createServer, type Socket } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { withTransaction } from '@/db/transaction';
import { entregarCorreo } from '@/lib/mail/entregar';
import { enviarCorreo } from '@/lib/mail/enviar-correo';
import type { Mailer } from '@/lib/mail/mailer';
import { repasarCorreos } from '@/lib/mail/repaso';
import { smtpMailer } from '@/lib/mail/smtp';
import { AHORA, ctxSistema, nuevaSucursal } from '@/tests/harness/factories';
import { rechazo, type Servidor, startSmtp } from './servidor';

const NAVEGADOR = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36';

let sucursal: number;
let abiertos: Servidor[] = [];

beforeAll(async () => {
  sucursal = await nuevaSucursal();
});
afterEach(async () => {
  await Promise.all(abiertos.map((s) => s.close()));
  abiertos = [];
});

async function servidor(...args: Parameters<typeof startSmtp>): Promise<Servidor> {
  const nuevo = await startSmtp(...args);
  abiertos.push(nuevo);
  return nuevo;
}

const mailer = (url: string, totalMs?: number) => smtpMailer(url, { from: 'caja@tienda.bo' }, totalMs);

type Opciones = { para?: string; venceEn?: Date; clave?: string; nombre?: string };

function escribir({ para = 'rosa@prueba.bo', nombre = 'Rosa', ...mas }: Opciones = {}): Promise<number> {
  return withTransaction({}, (tx) =>
    enviarCorreo(tx, ctxSistema(sucursal), {
      plantilla: 'codigo',
      para,
      datos: { nombre, codigo: 'K7M4QX', minutos: 15 },
      ...mas,
    }),
  );
}

const avisar = () =>
  withTransaction({}, (tx) =>
    enviarCorreo(tx, ctxSistema(sucursal), {
      plantilla: 'clave_cambiada',
      para: 'rosa@prueba.bo',
      datos: { nombre: 'Rosa', cuando: AHORA, dispositivo: NAVEGADOR },
    }),
  );

const entregar = (id: number, por: Mailer | null, mas: { ultimo?: boolean; ahora?: Date } = {}) =>
  entregarCorreo(id, { ahora: AHORA, ultimo: false, mailer: por, ...mas });

type Fila = {
  estado: string;
  intentos: number;
  ultimo_error: string | null;
  html: string | null;
  texto: string | null;
};

async function leer(id: number): Promise<Fila & Record<string, unknown>> {
  const [fila] = await sqlClient()<(Fila & Record<string, unknown>)[]>`select * from correo where id = ${id}`;
  if (!fila) throw new Error(`There is no correo ${id}`);
  return fila;
}

const trabajos = async (id: number) => {
  const [fila] = await sqlClient()<{ n: number }[]>`
    select count(*)::int as n from pgboss.job where name = 'correo' and data->>'idCorreo' = ${String(id)}`;
  return fila?.n;
};

describe('a mail', () => {
  it('is a row and a job of the act: both or none', async () => {
    const id = await escribir();
    expect(await trabajos(id)).toBe(1);
    const nunca = withTransaction({}, async (tx) => {
      await enviarCorreo(tx, ctxSistema(sucursal), {
        plantilla: 'bienvenida',
        para: 'nunca@prueba.bo',
        datos: { nombre: 'Nadie', enlace: 'https://tienda.bo' },
      });
      throw new Error('the act failed');
    });
    await expect(nunca).rejects.toThrow('the act failed');
    expect(await sqlClient()`select 1 from correo where para = 'nunca@prueba.bo'`).toHaveLength(0);
  });

  it('with a code goes before those that nobody waits for', async () => {
    await sqlClient()`delete from pgboss.job where name = 'correo'`;
    const [cierre, codigo] = [await avisar(), await escribir()];
    const orden = await sqlClient()<{ id: string }[]>`
      select data->>'idCorreo' as id from pgboss.job where name = 'correo' order by priority desc, created_on, id`;
    expect(orden.map(({ id }) => Number(id))).toEqual([codigo, cierre]);
  });

  it('named by the same key is written once, also by twenty acts at once', async () => {
    const clave = crypto.randomUUID();
    const ids = await Promise.all(Array.from({ length: 20 }, () => escribir({ clave })));
    expect(new Set(ids).size).toBe(1);
    expect(await trabajos(ids[0] ?? 0)).toBe(1);
  });

  it.each(['no-es-correo', 'a@b.bo, c@d.bo', 'a@b.bo\r\nBcc: c@d.bo', '"x" <a@b.bo>', 'a@-b.bo', ''])(
    'to %j leaves the act alone and is FALLIDO without a job',
    async (para) => {
      const id = await escribir({ para });
      expect(await leer(id)).toMatchObject({ estado: 'FALLIDO', ultimo_error: 'La dirección no es válida.' });
      expect(await trabajos(id)).toBe(0);
    },
  );

  it('has one line of subject, whatever people wrote', async () => {
    const id = await withTransaction({}, (tx) =>
      enviarCorreo(tx, ctxSistema(sucursal), {
        plantilla: 'aprobacion',
        para: 'ana@prueba.bo',
        datos: {
          solicitante: 'Rosa\r\nBcc: otro@malo.bo',
          resumen: `Descuento ${'x'.repeat(300)}`,
          detalle: 'Detalle',
          motivo: null,
          enlace: 'https://tienda.bo/a/1',
          vence: AHORA,
        },
      }),
    );
    const smtp = await servidor();
    await entregar(id, mailer(smtp.url));
    const [recibido] = smtp.recibidos;
    expect(recibido?.para).toEqual(['ana@prueba.bo']);
    expect(recibido?.mensaje.subject).toMatch(/^Rosa Bcc: otro@malo\.bo pide aprobación: Descuento x+…$/);
    expect(recibido?.mensaje.bcc).toBeUndefined();
    expect(recibido?.mensaje.headers.map(({ key }) => key)).not.toContain('bcc');
  });
});

describe('delivery over SMTP', () => {
  it('takes both parts with the headers of a machine', async () => {
    const smtp = await servidor();
    const id = await avisar();
    await entregar(id, mailer(smtp.url));
    expect(smtp.recibidos).toHaveLength(1);
    const [{ mensaje, para } = { mensaje: undefined, para: [] }] = smtp.recibidos;
    expect(para).toEqual(['rosa@prueba.bo']);
    expect(mensaje).toMatchObject({
      subject: 'Su contraseña cambió',
      from: { name: 'Kantuta', address: 'caja@tienda.bo' },
      to: [{ address: 'rosa@prueba.bo' }],
    });
    expect(mensaje?.messageId).toMatch(/^<kantuta\.\d+\.\w+@/);
    expect(mensaje?.text).toContain('Desde: Chrome en Windows');
    expect(mensaje?.html).toContain('Chrome en Windows');
    const cabeceras = Object.fromEntries((mensaje?.headers ?? []).map(({ key, value }) => [key, value]));
    expect(cabeceras).toMatchObject({ 'auto-submitted': 'auto-generated' });
    expect(await leer(id)).toMatchObject({ estado: 'ENVIADO', intentos: 1, ultimo_error: null, tomado_hasta: null });
    expect((await leer(id)).html).toContain('Su contraseña cambió');
  });

  it('of a secret erases it once sent', async () => {
    const smtp = await servidor();
    const id = await escribir();
    await entregar(id, mailer(smtp.url));
    expect(smtp.recibidos[0]?.mensaje.text).toContain('K7M4QX');
    expect(await leer(id)).toMatchObject({ estado: 'ENVIADO', html: null, texto: null, datos: null });
  });

  it('happens once when two workers take the same mail at once', async () => {
    const smtp = await servidor();
    const id = await escribir();
    await Promise.all(Array.from({ length: 8 }, () => entregar(id, mailer(smtp.url))));
    expect(smtp.recibidos).toHaveLength(1);
    await entregar(id, mailer(smtp.url));
    expect(smtp.recibidos).toHaveLength(1);
  });

  it('is tried again after a 4xx, and says what the server said without addresses', async () => {
    let veces = 0;
    const smtp = await servidor({
      onRcptTo: (direccion, _, listo) => {
        veces++;
        listo(veces === 1 ? rechazo(451, `later for ${direccion.address}`) : null);
      },
    });
    const id = await escribir();
    await expect(entregar(id, mailer(smtp.url))).rejects.toThrow('451');
    const fallido = await leer(id);
    expect(fallido).toMatchObject({ estado: 'PENDIENTE', intentos: 1, tomado_hasta: null });
    expect(fallido.ultimo_error).toMatch(/451/);
    expect(fallido.ultimo_error).not.toContain('rosa@');
    await entregar(id, mailer(smtp.url));
    expect(await leer(id)).toMatchObject({ estado: 'ENVIADO', intentos: 2, ultimo_error: null });
  });

  it('waits while nothing listens, and is FALLIDO when the tries end', async () => {
    const smtp = await startSmtp();
    await smtp.close();
    const id = await escribir();
    await expect(entregar(id, mailer(smtp.url))).rejects.toThrow(/ECONNREFUSED/);
    expect(await leer(id)).toMatchObject({ estado: 'PENDIENTE' });
    await expect(entregar(id, mailer(smtp.url), { ultimo: true })).rejects.toThrow(/ECONNREFUSED/);
    expect(await leer(id)).toMatchObject({ estado: 'FALLIDO', intentos: 2 });
  });

  it.each([
    [
      'the address',
      { onRcptTo: (_a: unknown, _s: unknown, listo: (e: Error) => void) => listo(rechazo(550, 'no such user')) },
    ],
    [
      'the message',
      {
        onData: (stream: NodeJS.ReadableStream, _s: unknown, listo: (e: Error) => void) => {
          stream.resume();
          stream.on('end', () => listo(rechazo(554, 'refused')));
        },
      },
    ],
  ])('ends at once when the server refuses %s for good', async (_que, opciones) => {
    const smtp = await servidor(opciones as Parameters<typeof startSmtp>[0]);
    const id = await escribir();
    await entregar(id, mailer(smtp.url));
    const fila = await leer(id);
    expect(fila).toMatchObject({ estado: 'FALLIDO', intentos: 1 });
    expect(fila.ultimo_error).toMatch(/55[04]/);
  });

  it('gives up on a server that says nothing', async () => {
    const sockets: Socket[] = [];
    const mudo = createServer((socket) => sockets.push(socket));
    await new Promise<void>((listo) => mudo.listen(0, '127.0.0.1', listo));
    const { port } = mudo.address() as { port: number };
    const id = await escribir();
    await expect(entregar(id, mailer(`smtp://127.0.0.1:${port}`, 300))).rejects.toThrow('no terminó de responder');
    expect(await leer(id)).toMatchObject({ estado: 'PENDIENTE', intentos: 1 });
    for (const socket of sockets) socket.destroy();
    mudo.close();
  });

  it('that is cut in the middle is tried again with the same Message-ID', async () => {
    const vistos: string[] = [];
    const cortado = await servidor({
      onData: (stream, session) => {
        stream.on('data', (trozo: Buffer) => vistos.push(trozo.toString()));
        stream.on('end', () => (session as unknown as { connection?: { close(): void } }).connection?.close());
        stream.on('end', () => void cortado.close());
      },
    });
    const id = await escribir();
    await expect(entregar(id, mailer(cortado.url, 1_500))).rejects.toThrow();
    const smtp = await servidor();
    await entregar(id, mailer(smtp.url));
    const idMensaje = smtp.recibidos[0]?.mensaje.messageId ?? 'none';
    expect(vistos.join('')).toContain(idMensaje);
  });

  it('that a dead worker left half done is taken up by another once its time passed', async () => {
    const smtp = await servidor();
    const id = await escribir();
    await sqlClient()`update correo set tomado_hasta = clock_timestamp() + interval '1 minute' where id = ${id}`;
    await entregar(id, mailer(smtp.url));
    expect(smtp.recibidos).toHaveLength(0);
    await sqlClient()`update correo set tomado_hasta = clock_timestamp() - interval '1 second' where id = ${id}`;
    await entregar(id, mailer(smtp.url));
    expect(smtp.recibidos).toHaveLength(1);
  });

  it('past its time does not happen, and its secret is gone', async () => {
    const smtp = await servidor();
    const id = await escribir({ venceEn: AHORA });
    await entregar(id, mailer(smtp.url), { ahora: new Date(AHORA.getTime() + 1) });
    expect(smtp.recibidos).toHaveLength(0);
    expect(await leer(id)).toMatchObject({ estado: 'VENCIDO', datos: null, html: null, texto: null });
  });
});

describe('the connection', () => {
  const conClave = (user: string) => ({
    authOptional: false,
    onAuth: (
      auth: { username?: string; password?: string },
      _s: unknown,
      listo: (e: Error | null, r?: { user: string }) => void,
    ) =>
      auth.username === user && auth.password === 'c/l@v:e'
        ? listo(null, { user })
        : listo(rechazo(535, 'wrong user or password')),
  });
  const conUsuario = (url: string, clave: string) =>
    url.replace('://', `://caja%40tienda.bo:${encodeURIComponent(clave)}@`);

  it('is encrypted from the first byte by smtps, with user and password', async () => {
    const smtp = await servidor({ secure: true, ...conClave('caja@tienda.bo') } as Parameters<typeof startSmtp>[0]);
    const id = await escribir();
    await entregar(id, mailer(conUsuario(smtp.url, 'c/l@v:e')));
    expect(smtp.recibidos).toMatchObject([{ cifrado: true }]);
  });

  it('is encrypted by STARTTLS where the server offers it', async () => {
    const smtp = await servidor({ disabledCommands: [], ...conClave('caja@tienda.bo') } as Parameters<
      typeof startSmtp
    >[0]);
    const id = await escribir();
    await entregar(id, mailer(conUsuario(smtp.url, 'c/l@v:e')));
    expect(smtp.recibidos).toMatchObject([{ cifrado: true }]);
  });

  it('with a wrong password is the configuration that may mend: the mail waits, and the password is not in what is kept', async () => {
    const smtp = await servidor({ secure: true, ...conClave('caja@tienda.bo') } as Parameters<typeof startSmtp>[0]);
    const id = await escribir();
    await expect(entregar(id, mailer(conUsuario(smtp.url, 'otra-clave')))).rejects.toThrow('EAUTH');
    const fila = await leer(id);
    expect(fila).toMatchObject({ estado: 'PENDIENTE' });
    expect(fila.ultimo_error).not.toContain('otra-clave');
  });

  // 0.0.0.0 reaches this machine and is not one of its names.
  it('off this machine is never in the clear, nor to a certificate that nobody vouches for', async () => {
    const claro = await servidor();
    const id = await escribir();
    await expect(entregar(id, mailer(claro.url.replace('127.0.0.1', '0.0.0.0')))).rejects.toThrow();
    const propio = await servidor({ disabledCommands: [] });
    await expect(entregar(id, mailer(propio.url.replace('127.0.0.1', '0.0.0.0')))).rejects.toThrow(/certificate/);
    expect([...claro.recibidos, ...propio.recibidos]).toEqual([]);
    expect(await leer(id)).toMatchObject({ estado: 'PENDIENTE', intentos: 2 });
  });
});

describe('without SMTP', () => {
  it('a mail waits in the outbox, readable, and goes out when SMTP is configured', async () => {
    const id = await avisar();
    await entregar(id, null);
    const esperando = await leer(id);
    expect(esperando).toMatchObject({ estado: 'PENDIENTE', intentos: 0, tomado_hasta: null });
    expect(esperando.texto).toContain('la contraseña con que ingresa');
    await sqlClient()`delete from pgboss.job where name = 'correo'`;
    await repasarCorreos(AHORA, false);
    expect(await trabajos(id)).toBe(0);
    await repasarCorreos(AHORA, true);
    expect(await trabajos(id)).toBe(1);
    await repasarCorreos(AHORA, true);
    expect(await trabajos(id)).toBe(1);
    const smtp = await servidor();
    await entregar(id, mailer(smtp.url));
    expect(smtp.recibidos[0]?.mensaje.text?.trim()).toBe(String(esperando.texto));
  });

  it('what nobody rendered yet gets a job all the same', async () => {
    const id = await escribir();
    await sqlClient()`delete from pgboss.job where name = 'correo'`;
    await repasarCorreos(AHORA, false);
    expect(await trabajos(id)).toBe(1);
  });

  it('what passed its time expires by itself', async () => {
    const id = await escribir({ venceEn: new Date(AHORA.getTime() + 60_000) });
    await entregar(id, null);
    expect((await leer(id)).texto).toContain('K7M4QX');
    await repasarCorreos(new Date(AHORA.getTime() + 60_000), false);
    expect(await leer(id)).toMatchObject({ estado: 'VENCIDO', texto: null, html: null, datos: null });
  });
});
