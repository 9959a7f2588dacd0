import { expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { abrirMostrador, aprobada, cobrar, estadoDe, ticket, tickets } from './fixtures';

it('an act whose connection is killed between taking its approval and the commit leaves it as it was', async () => {
  const m = await abrirMostrador();
  const id = await aprobada(m, cobrar(m.cajera, ticket(m)));
  // The trail is held by another, so that the sale waits exactly after it took its approval.
  await sqlClient().begin(async (tenedor) => {
    await tenedor`lock table auditoria in share mode`;
    const muerta = expect(cobrar(m.cajera, ticket(m))).rejects.toThrow();
    const pid = await enEspera();
    await tenedor`select pg_terminate_backend(${pid})`;
    await muerta;
  });
  expect([await estadoDe(id), await tickets(m)]).toEqual(['APROBADA', 0]);
  await cobrar(m.cajera, ticket(m));
  expect(await tickets(m)).toBe(1);
});

/** The backend that waits for a lock. */
async function enEspera(): Promise<number> {
  for (let i = 0; i < 400; i++) {
    const [fila] = await sqlClient()<{ pid: number }[]>`
      select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    if (fila) return fila.pid;
    await new Promise((listo) => setTimeout(listo, 10));
  }
  throw new Error('nobody came to wait');
}
