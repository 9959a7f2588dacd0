import { beforeEach, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { sqlState } from '@/db/errors';
import { type Tx, withTransaction } from '@/db/transaction';

beforeEach(async () => {
  await sqlClient()`drop table if exists prueba`;
  await sqlClient()`create table prueba (id int primary key, valor int not null default 0)`;
  await sqlClient()`insert into prueba (id) values (1), (2)`;
});

const valores = async () =>
  (await sqlClient()<{ valor: number }[]>`select valor from prueba order by id`).map((f) => f.valor);
const sumar = (tx: Tx, id: number) => tx.sql`update prueba set valor = valor + 1 where id = ${id}`;

/** Resolves for everybody once `n` have arrived. */
function barrera(n: number) {
  let llegaron = 0;
  let abrir = () => {};
  const abierta = new Promise<void>((listo) => {
    abrir = listo;
  });
  return () => {
    llegaron += 1;
    if (llegaron >= n) abrir();
    return abierta;
  };
}

describe('withTransaction', () => {
  it('commits what work did and answers what it returned', async () => {
    const respuesta = await withTransaction({}, async (tx) => {
      await tx.sql`update prueba set valor = 7 where id = 1`;
      return 'hecho';
    });
    expect(respuesta).toBe('hecho');
    expect(await valores()).toEqual([7, 0]);
  });

  it('the tag and drizzle are the same transaction', async () => {
    await withTransaction({}, async (tx) => {
      await tx.sql`update prueba set valor = 7 where id = 1`;
      const [fila] = await tx.db.execute<{ valor: number }>('select valor from prueba where id = 1');
      expect(fila?.valor).toBe(7);
    });
  });

  it('answers what is committed although a hook fails, and runs the other hooks', async () => {
    let corridos = 0;
    const respuesta = await withTransaction({}, async (tx) => {
      tx.afterCommit(() => {
        throw new Error('the hook');
      });
      tx.afterCommit(() => {
        corridos += 1;
      });
      await sumar(tx, 1);
      return 'hecho';
    });
    expect(respuesta).toBe('hecho');
    expect(await valores()).toEqual([1, 0]);
    expect(corridos).toBe(1);
  });

  it('rolls everything back when work throws, and hooks do not run', async () => {
    let corridos = 0;
    const falla = withTransaction({}, async (tx) => {
      tx.afterCommit(() => {
        corridos += 1;
      });
      await tx.sql`update prueba set valor = 7`;
      throw new Error('no');
    });
    await expect(falla).rejects.toThrow('no');
    expect(await valores()).toEqual([0, 0]);
    expect(corridos).toBe(0);
  });

  it('hooks run once, after the commit is visible to others', async () => {
    const visto: Promise<number[]>[] = [];
    await withTransaction({}, async (tx) => {
      tx.afterCommit(() => visto.push(valores()));
      await tx.sql`update prueba set valor = 5`;
      expect(await valores()).toEqual([0, 0]);
    });
    expect(await Promise.all(visto)).toEqual([[5, 5]]);
  });

  it('joins the caller: one commit, the hooks of both after it', async () => {
    const orden: string[] = [];
    await withTransaction({}, async (tx) => {
      await withTransaction({ tx }, async (misma) => {
        expect(misma).toBe(tx);
        misma.afterCommit(() => orden.push('hook'));
        await misma.sql`update prueba set valor = 3`;
      });
      orden.push('work');
      expect(await valores()).toEqual([0, 0]);
    });
    expect(orden).toEqual(['work', 'hook']);
    expect(await valores()).toEqual([3, 3]);
  });

  it('what fails inside a joined one undoes all of it', async () => {
    const falla = withTransaction({}, async (tx) => {
      await tx.sql`update prueba set valor = 1 where id = 1`;
      await withTransaction({ tx }, async () => {
        throw new Error('adentro');
      });
    });
    await expect(falla).rejects.toThrow('adentro');
    expect(await valores()).toEqual([0, 0]);
  });

  it('a deadlock is retried by the outermost, whose hooks start again empty', async () => {
    const juntos = barrera(2);
    let intentos = 0;
    let corridos = 0;
    const cruzada = (primero: number, segundo: number) =>
      withTransaction({}, async (tx) => {
        intentos += 1;
        tx.afterCommit(() => {
          corridos += 1;
        });
        await withTransaction({ tx }, (t) => t.sql`update prueba set valor = valor + 1 where id = ${primero}`);
        await juntos();
        await tx.sql`update prueba set valor = valor + 1 where id = ${segundo}`;
      });
    await Promise.all([cruzada(1, 2), cruzada(2, 1)]);
    expect(await valores()).toEqual([2, 2]);
    expect(intentos).toBe(3);
    expect(corridos).toBe(2);
  });

  it('gives up after five retries, with the error of the database', async () => {
    let intentos = 0;
    const falla = withTransaction({}, async (tx) => {
      intentos += 1;
      await tx.sql`do $$ begin raise exception 'again' using errcode = '40001'; end $$`;
    });
    await expect(falla).rejects.toSatisfy((e) => sqlState(e) === '40001');
    expect(intentos).toBe(6);
  });

  it('does not retry anything else', async () => {
    let intentos = 0;
    const falla = withTransaction({}, async (tx) => {
      intentos += 1;
      await tx.sql`insert into prueba (id) values (1)`;
    });
    await expect(falla).rejects.toSatisfy((e) => sqlState(e) === '23505');
    expect(intentos).toBe(1);
  });

  it('statements sent together run in order on one connection', async () => {
    await withTransaction({}, async (tx) => {
      const [, , filas] = await Promise.all([
        sumar(tx, 1),
        sumar(tx, 1),
        tx.sql<{ valor: number }[]>`select valor from prueba where id = 1`,
      ]);
      expect(filas[0]?.valor).toBe(2);
    });
  });
});
