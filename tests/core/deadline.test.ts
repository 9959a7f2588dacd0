import { afterEach, describe, expect, it } from 'vitest';
import { db, sqlClient } from '@/db';
import { usuario } from '@/db/schema/usuario';
import { withTransaction } from '@/db/transaction';
import { conPlazo, limitarLecturas, PlazoVencidoError } from '@/lib/action/deadline';

afterEach(() => limitarLecturas(null));

/** A database as slow as one that hangs, for as long as a test needs. */
const lenta = (segundos: number) => sqlClient()`select pg_sleep(${segundos})`;

describe('what a page reads', () => {
  it('is given up on after its time, by the tag and by drizzle, and the pool goes on', async () => {
    limitarLecturas(80);
    const desde = performance.now();
    await expect(lenta(3)).rejects.toBeInstanceOf(PlazoVencidoError);
    await expect(db().execute('select pg_sleep(3)')).rejects.toMatchObject({ digest: 'sin_base' });
    expect(performance.now() - desde).toBeLessThan(2500);
    limitarLecturas(5000);
    expect(await db().select().from(usuario)).toEqual([]);
    const sql = sqlClient();
    const [fila] = await sql<{ n: number }[]>`select count(*) as n from usuario ${sql`where id > ${0}`}`;
    expect(fila?.n).toBe(0);
  });

  it('keeps the errors of the database as they are', async () => {
    limitarLecturas(5000);
    await expect(sqlClient()`select 1 / 0`).rejects.toMatchObject({ code: '22012' });
    const deDrizzle: unknown = await db()
      .execute('select 1 / 0')
      .catch((error: unknown) => error);
    expect(deDrizzle).toMatchObject({ cause: { code: '22012' }, digest: undefined });
    expect(Object.assign(Object(deDrizzle), { digest: '123' }).digest).toBe('123');
  });
});

describe('what has its own time', () => {
  it('a transaction is not cut, nor is a work under a deadline, nor anything in a worker', async () => {
    await lenta(0.3);
    limitarLecturas(80);
    await withTransaction({}, (tx) => tx.sql`select pg_sleep(0.2)`);
    await conPlazo(async () => {
      await lenta(0.3);
    });
  });
});
