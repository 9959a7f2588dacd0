import { type ChildProcess, spawn } from 'node:child_process';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { sqlClient } from '@/db';
import { withTransaction } from '@/db/transaction';
import { enviarCorreo } from '@/lib/mail/enviar-correo';
import { ctxSistema, nuevaSucursal } from '@/tests/harness/factories';
import { programa, quitarProgramas } from '@/tests/harness/programas';
import { rechazo, startSmtp } from './servidor';

/** The worker itself, as a process over this file's database. */
const JOBS = await programa('workers/jobs.ts');
afterAll(quitarProgramas);
const vivos = new Set<ChildProcess>();

function trabajador(smtp: string | null): ChildProcess {
  const env = { ...process.env, MAIL_FROM: 'Tienda Sol <caja@tienda.bo>', ...(smtp ? { SMTP_URL: smtp } : {}) };
  const hijo = spawn(process.execPath, [JOBS], { env, stdio: 'ignore' });
  vivos.add(hijo);
  return hijo;
}

async function matar(hijo: ChildProcess): Promise<void> {
  vivos.delete(hijo);
  if (hijo.exitCode !== null || hijo.signalCode !== null) return;
  const fin = new Promise((listo) => hijo.once('exit', listo));
  hijo.kill('SIGKILL');
  await fin;
}

afterEach(async () => {
  await Promise.all([...vivos].map(matar));
});

async function escribir(): Promise<number> {
  const sucursal = await nuevaSucursal();
  return withTransaction({}, (tx) =>
    enviarCorreo(tx, ctxSistema(sucursal, new Date()), {
      plantilla: 'clave_cambiada',
      para: 'rosa@prueba.bo',
      datos: { nombre: 'Rosa', cuando: new Date(), dispositivo: null },
    }),
  );
}

const estado = async (id: number) => {
  const [fila] = await sqlClient()<{ estado: string; intentos: number; listo: boolean }[]>`
    select estado, intentos, html is not null as listo from correo where id = ${id}`;
  return fila;
};
const PLAZO = { timeout: 90_000, interval: 200 };

it('without SMTP the worker renders and leaves it waiting; with it, what waited goes out at its start', async () => {
  const id = await escribir();
  const sin = trabajador(null);
  await vi.waitFor(
    async () => expect(await estado(id)).toEqual({ estado: 'PENDIENTE', intentos: 0, listo: true }),
    PLAZO,
  );
  await matar(sin);
  const smtp = await startSmtp();
  trabajador(smtp.url);
  await vi.waitFor(() => expect(smtp.recibidos).toHaveLength(1), PLAZO);
  expect(smtp.recibidos[0]?.mensaje.from).toEqual({ name: 'Tienda Sol', address: 'caja@tienda.bo' });
  await vi.waitFor(async () => expect((await estado(id))?.estado).toBe('ENVIADO'), PLAZO);
  await smtp.close();
}, 200_000);

it('a 4xx is tried again by the queue, by itself', async () => {
  let veces = 0;
  const smtp = await startSmtp({ onMailFrom: (_d, _s, listo) => listo(++veces < 2 ? rechazo(451, 'later') : null) });
  const id = await escribir();
  trabajador(smtp.url);
  await vi.waitFor(async () => expect(await estado(id)).toMatchObject({ estado: 'PENDIENTE', intentos: 1 }), PLAZO);
  // Its turn comes with the pause of the queue; here, now.
  await vi.waitFor(async () => {
    await sqlClient()`update pgboss.job set start_after = now() where name = 'correo' and state = 'retry'`;
    expect(await estado(id)).toMatchObject({ estado: 'ENVIADO', intentos: 2 });
  }, PLAZO);
  await smtp.close();
}, 200_000);

it('a worker killed between the server’s yes and the row: the mail goes out again under the same Message-ID', async () => {
  const caja: { hijo?: ChildProcess } = {};
  const primero = await startSmtp({
    // Everything arrived; the answer never does.
    onData: (stream, _s, listo) => {
      const trozos: string[] = [];
      stream.on('data', (trozo: Buffer) => trozos.push(trozo.toString()));
      stream.on('end', () => {
        mensajes.push(trozos.join(''));
        if (caja.hijo) void matar(caja.hijo).then(() => listo());
      });
    },
  });
  const mensajes: string[] = [];
  const id = await escribir();
  caja.hijo = trabajador(primero.url);
  await vi.waitFor(() => expect(mensajes).toHaveLength(1), PLAZO);
  await vi.waitFor(() => expect(caja.hijo?.signalCode).toBe('SIGKILL'), PLAZO);
  expect(await estado(id)).toMatchObject({ estado: 'PENDIENTE', intentos: 1 });
  // What the dead worker held ends with time: ninety seconds, and the queue's two minutes.
  await sqlClient()`update correo set tomado_hasta = clock_timestamp() where id = ${id}`;
  await sqlClient()`delete from pgboss.job where name = 'correo'`;
  const segundo = await startSmtp();
  trabajador(segundo.url);
  await vi.waitFor(() => expect(segundo.recibidos).toHaveLength(1), PLAZO);
  const idMensaje = segundo.recibidos[0]?.mensaje.messageId ?? 'none';
  expect(mensajes[0]).toContain(`Message-ID: ${idMensaje}`);
  await Promise.all([primero.close(), segundo.close()]);
}, 200_000);
