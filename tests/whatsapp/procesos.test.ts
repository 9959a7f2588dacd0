import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { enviarTexto } from '@/lib/whatsapp/enviar';
import { programa, quitarProgramas } from '@/tests/harness/programas';
import { jefe, mensajes, vaciar, vinculada } from './tienda';

const OTRO = await programa('tests/whatsapp/otro-trabajador.ts');
afterAll(quitarProgramas);
const PLAZO = { timeout: 20_000, interval: 50 };
const hijos: ChildProcess[] = [];

beforeAll(async () => {
  await sqlClient()`
    create table llegado (referencia text primary key, destino text, texto text, pid integer, veces integer default 1)`;
});
beforeEach(vaciar);
afterEach(async () => {
  for (const hijo of hijos.splice(0)) {
    if (hijo.exitCode !== null || hijo.signalCode !== null) continue;
    hijo.kill('SIGKILL');
    await once(hijo, 'exit');
  }
  await sqlClient()`truncate llegado`;
});

/** Another WhatsApp worker on this database. */
function arrancar(modo = 'normal'): ChildProcess {
  const hijo = spawn(process.execPath, [OTRO, modo], {
    env: { ...process.env, LOG_LEVEL: 'silent' },
    stdio: 'inherit',
  });
  hijos.push(hijo);
  return hijo;
}

type Llegado = { texto: string; pid: number; veces: number };
const llegados = async () => [...(await sqlClient()<Llegado[]>`select texto, pid, veces from llegado order by texto`)];
const enCargo = async () => {
  const filas = await sqlClient()<{ n: number }[]>`
    select count(*) as n from pg_locks l join pg_stat_activity a using (pid)
    where l.locktype = 'advisory' and l.granted and a.application_name = 'kantuta-whatsapp' and a.datname = current_database()`;
  return filas[0]?.n;
};

describe('two workers on one database', { timeout: 60_000 }, () => {
  it('one is in charge; when it is killed in the middle of sending the other takes over, and WhatsApp sees one message', async () => {
    const ctx = await jefe();
    await vinculada();
    const primero = arrancar('cuelga');
    await expect.poll(enCargo, PLAZO).toBe(1);
    const segundo = arrancar();
    await enviarTexto(ctx, { code: '591', phone: '70011223', message: 'a' });
    await enviarTexto(ctx, { code: '591', phone: '70011223', message: 'b' });
    await expect.poll(llegados, PLAZO).toEqual([{ texto: 'a', pid: primero.pid, veces: 1 }]);
    // it reached WhatsApp, nobody wrote so down, and there is still only one in charge
    expect(await mensajes()).toMatchObject([
      { estado: 'PENDIENTE', intentos: 1 },
      { estado: 'PENDIENTE', intentos: 0 },
    ]);
    expect(await enCargo()).toBe(1);

    primero.kill('SIGKILL');
    const deB = { texto: 'b', pid: segundo.pid, veces: 1 };
    await expect.poll(llegados, PLAZO).toEqual([{ texto: 'a', pid: segundo.pid, veces: 2 }, deB]);
    await expect.poll(async () => (await mensajes()).map((m) => m.estado), PLAZO).toEqual(['ENVIADO', 'ENVIADO']);
  });

  it('one that loses its connection to the database ends at once, and the other is in charge', async () => {
    await vinculada();
    const primero = arrancar();
    await expect.poll(enCargo, PLAZO).toBe(1);
    arrancar();
    const fin = once(primero, 'exit');
    await sqlClient()`
      select pg_terminate_backend(l.pid) from pg_locks l join pg_stat_activity a using (pid)
      where l.locktype = 'advisory' and l.granted and a.application_name = 'kantuta-whatsapp' and a.datname = current_database()`;
    expect(await fin).toEqual([1, null]);
    await expect.poll(enCargo, PLAZO).toBe(1);
  });

  it('told to stop, it lets go within a moment', async () => {
    await vinculada();
    const unico = arrancar();
    await expect
      .poll(async () => {
        const filas = await sqlClient()<{ estado: string }[]>`select estado from whatsapp_estado`;
        return filas[0]?.estado;
      }, PLAZO)
      .toBe('CONECTADO');
    const desde = performance.now();
    unico.kill('SIGTERM');
    expect(await once(unico, 'exit')).toEqual([0, null]);
    expect(performance.now() - desde).toBeLessThan(4000);
    expect(await enCargo()).toBe(0);
  });
});
