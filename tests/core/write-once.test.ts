import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { type Tx, withTransaction } from '@/db/transaction';
import type { Actor, Context } from '@/lib/context';
import { ConflictoError } from '@/lib/errors';
import { ClaveReutilizadaError } from '@/lib/operacion/errors';
import { writeOnce } from '@/lib/operacion/write-once';
import { AHORA, ctxDe } from '../harness/factories';

const actor: Actor = {
  idUsuario: 1,
  nombre: 'Prueba',
  email: 'p@prueba.bo',
  idRol: 2,
  rol: 'Operador',
  idSucursal: 1,
  permisos: new Set(),
  sucursales: [1],
  soloPropias: new Set(),
  topes: {},
  nivel: 'clave',
  debeCambiarClave: false,
};
const ctx = (clave: string | null, mas: Partial<Context> = {}) => ctxDe(actor, { clave, ...mas });

beforeAll(() => sqlClient()`create table escrito (id int generated always as identity, que text not null)`);
beforeEach(async () => {
  await sqlClient()`truncate escrito restart identity`;
});

const escribir = async (tx: Tx, que: string) => {
  const [fila] = await tx.sql<{ id: number }[]>`insert into escrito (que) values (${que}) returning id`;
  return { id: fila?.id ?? 0, que };
};
const escritos = async () =>
  (await sqlClient()<{ que: string }[]>`select que from escrito order by id`).map((f) => f.que);
const operaciones = async (clave: string) =>
  sqlClient()<{ verbo: string; respuesta: string | null }[]>`
    select verbo, respuesta::text from operacion where clave = ${clave}::uuid`;

function anotar(c: Context, que: string, verbo = 'prueba.anotar') {
  return writeOnce(c, { verbo, input: { que } }, { work: async (tx) => ({ respuesta: await escribir(tx, que) }) });
}

describe('writeOnce', () => {
  it('stores the answer and gives the same again, writing nothing', async () => {
    const clave = randomUUID();
    let repetidas = 0;
    const onReplay = () => {
      repetidas += 1;
    };
    const primera = await anotar(ctx(clave, { onReplay }), 'a');
    expect(repetidas).toBe(0);
    const segunda = await anotar(ctx(clave, { onReplay, ahora: new Date(AHORA.getTime() + 60_000) }), 'a');
    expect(segunda).toEqual(primera);
    expect(repetidas).toBe(1);
    expect(await escritos()).toEqual(['a']);
  });

  it('the same key with another input or another verb is refused, and nothing is written', async () => {
    const clave = randomUUID();
    await anotar(ctx(clave), 'a');
    await expect(anotar(ctx(clave), 'b')).rejects.toBeInstanceOf(ClaveReutilizadaError);
    await expect(anotar(ctx(clave), 'a', 'prueba.otra')).rejects.toMatchObject({
      code: 'clave_reutilizada',
      status: 409,
    });
    expect(await escritos()).toEqual(['a']);
  });

  it('another branch gets no body', async () => {
    const clave = randomUUID();
    await anotar(ctx(clave), 'a');
    await expect(anotar(ctx(clave, { idSucursal: 2 }), 'a')).rejects.toBeInstanceOf(ClaveReutilizadaError);
  });

  it('another person of the branch gets the same answer: the act is the same', async () => {
    const clave = randomUUID();
    const primera = await anotar(ctx(clave), 'a');
    const otra = { ...ctx(clave), actor: { ...actor, idUsuario: 2 } };
    expect(await anotar(otra, 'a')).toEqual(primera);
  });

  it('refusals are not remembered: the key is free again', async () => {
    const clave = randomUUID();
    const rechazada = writeOnce(
      ctx(clave),
      { verbo: 'prueba.anotar', input: { que: 'a' } },
      {
        work: async (tx) => {
          await escribir(tx, 'a');
          throw new ConflictoError('no_hay', 'No hay.');
        },
      },
    );
    await expect(rechazada).rejects.toMatchObject({ code: 'no_hay' });
    expect(await operaciones(clave)).toEqual([]);
    expect(await anotar(ctx(clave), 'a')).toEqual({ id: expect.any(Number), que: 'a' });
    expect(await escritos()).toEqual(['a']);
  });

  it('without a key it runs every time and leaves no envelope', async () => {
    await anotar(ctx(null), 'a');
    await anotar(ctx(null), 'a');
    expect(await escritos()).toEqual(['a', 'a']);
  });

  it('of twenty at once exactly one runs, and all hear the same', async () => {
    const clave = randomUUID();
    let corridas = 0;
    const respuestas = await Promise.all(
      Array.from({ length: 20 }, () =>
        writeOnce(
          ctx(clave),
          { verbo: 'prueba.anotar', input: { que: 'a' } },
          {
            work: async (tx) => {
              corridas += 1;
              const respuesta = await escribir(tx, 'a');
              await tx.sql`select pg_sleep(0.02)`;
              return { respuesta };
            },
          },
        ),
      ),
    );
    expect(corridas).toBe(1);
    expect(new Set(respuestas.map((r) => JSON.stringify(r))).size).toBe(1);
    expect(await escritos()).toEqual(['a']);
  });

  it('of twenty at once, when the first is refused, exactly one of the rest runs', async () => {
    const clave = randomUUID();
    let corridas = 0;
    const resultados = await Promise.allSettled(
      Array.from({ length: 20 }, () =>
        writeOnce(
          ctx(clave),
          { verbo: 'prueba.anotar', input: { que: 'a' } },
          {
            work: async (tx) => {
              corridas += 1;
              if (corridas === 1) throw new ConflictoError('no_hay', 'No hay.');
              return { respuesta: await escribir(tx, 'a') };
            },
          },
        ),
      ),
    );
    expect(resultados.filter((r) => r.status === 'rejected')).toHaveLength(1);
    expect(corridas).toBe(2);
    expect(await escritos()).toEqual(['a']);
  });

  it('a replay is answered even when what prepare finds today would refuse it', async () => {
    const clave = randomUUID();
    let cerrada = false;
    const cobrar = () =>
      writeOnce(
        ctx(clave),
        { verbo: 'prueba.cobrar', input: {} },
        {
          prepare: async (tx) => {
            await tx.sql`select 1`;
            if (cerrada) throw new ConflictoError('sesion_cerrada', 'Cerrada.');
          },
          work: async (tx) => ({ respuesta: await escribir(tx, 'a') }),
        },
      );
    const primera = await cobrar();
    cerrada = true;
    expect(await cobrar()).toEqual(primera);
  });

  it('writes handed back are awaited before the commit, and one that fails undoes all', async () => {
    const clave = randomUUID();
    const falla = writeOnce(
      ctx(clave),
      { verbo: 'prueba.anotar', input: {} },
      {
        work: async (tx) => ({
          respuesta: 'nunca',
          writes: [escribir(tx, 'a'), tx.sql`insert into escrito (que) values (null)`, escribir(tx, 'b')],
        }),
      },
    );
    await expect(falla).rejects.toMatchObject({ code: '23502' });
    expect(await escritos()).toEqual([]);
    expect(await operaciones(clave)).toEqual([]);
  });

  it("joins the caller's transaction: undone with it, and a replay inside answers without undoing it", async () => {
    const clave = randomUUID();
    const deshecha = withTransaction({}, async (tx) => {
      await anotar(ctx(clave, { tx }), 'a');
      throw new Error('el de afuera falla');
    });
    await expect(deshecha).rejects.toThrow('el de afuera');
    expect(await operaciones(clave)).toEqual([]);

    const primera = await anotar(ctx(clave), 'a');
    const dentro = await withTransaction({}, async (tx) => {
      await escribir(tx, 'afuera');
      return anotar(ctx(clave, { tx }), 'a');
    });
    expect(dentro).toEqual(primera);
    expect(await escritos()).toEqual(['a', 'afuera']);
  });
});
