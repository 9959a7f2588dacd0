import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { withTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/context';
import { Hub, type HubOptions } from '@/lib/realtime/hub';
import { publish } from '@/lib/realtime/publish';
import { nuevaPersona, nuevaSucursal } from '@/tests/harness/factories';
import { nuevaSesion, nuevoHub, oir, publicar } from './oyente';

let sucursal: number;
let otra: number;
let rosa: Actor;
let dueno: Actor;
let almacen: Actor;
const hubs: Hub[] = [];

async function hub(opciones?: HubOptions): Promise<Hub> {
  const nuevo = await nuevoHub(opciones);
  hubs.push(nuevo);
  return nuevo;
}

/** Long enough for anything published before to have arrived. */
async function calma(): Promise<void> {
  await sleep(250);
}

beforeAll(async () => {
  [sucursal, otra] = [await nuevaSucursal(), await nuevaSucursal()];
  rosa = await nuevaPersona('Operador', sucursal);
  dueno = await nuevaPersona('Propietario', sucursal);
  almacen = await nuevaPersona('Almacenero', sucursal);
});

afterEach(async () => {
  await Promise.all(hubs.splice(0).map((h) => h.close()));
});

describe('publish', () => {
  it('tells after the commit, and nothing of what was rolled back', async () => {
    const oyente = oir(await hub(), rosa);
    let soltar = () => {};
    const abierta = new Promise<void>((resolve) => {
      soltar = resolve;
    });
    const confirmada = withTransaction({}, async (tx) => {
      publish(tx, { tema: 'venta', idSucursal: sucursal, ids: [1] });
      await abierta;
    });
    const deshecha = withTransaction({}, async (tx) => {
      publish(tx, { tema: 'venta', idSucursal: sucursal, ids: [666] });
      throw new Error('se arrepiente');
    });
    await expect(deshecha).rejects.toThrow('se arrepiente');
    await calma();
    expect(oyente.cambios).toEqual([]);
    soltar();
    await confirmada;
    await expect.poll(() => oyente.cambios).toEqual([{ tema: 'venta', id_sucursal: sucursal, ids: [1], n: 1 }]);
    await calma();
    expect(oyente.cambios).toHaveLength(1);
  });

  it('puts together what happens within a tenth of a second', async () => {
    const oyente = oir(await hub(), rosa);
    await Promise.all(
      Array.from({ length: 30 }, (_, i) => publicar({ tema: 'venta', idSucursal: sucursal, ids: [i] })),
    );
    await expect.poll(() => oyente.cambios.reduce((suma, { n }) => suma + n, 0)).toBe(30);
    expect(oyente.cambios.length).toBeLessThan(10);
    expect(oyente.cambios.flatMap(({ ids }) => ids)).toHaveLength(30);
  });

  it('reaches every process: two hubs hear the same, under the same ids', async () => {
    const [aqui, alla] = [oir(await hub(), rosa), oir(await hub(), rosa)];
    await publicar({ tema: 'venta', idSucursal: sucursal, ids: [1] });
    await calma();
    await publicar({ tema: 'caja', idSucursal: sucursal, ids: [2] });
    await expect.poll(() => [aqui.cambios.length, alla.cambios.length]).toEqual([2, 2]);
    expect(alla.de('cambio')).toEqual(aqui.de('cambio'));
  });
});

describe('who hears what', () => {
  it('one hears of one’s own branch, and of what all branches share', async () => {
    const oyente = oir(await hub(), rosa);
    await publicar(
      { tema: 'venta', idSucursal: otra, ids: [1] },
      { tema: 'venta', idSucursal: sucursal, ids: [2] },
      { tema: 'producto', idSucursal: null, ids: [3] },
    );
    await calma();
    expect(oyente.cambios.map(({ tema, ids }) => [tema, ids])).toEqual([
      ['venta', [2]],
      ['producto', [3]],
    ]);
  });

  it('who works in all branches hears of all', async () => {
    const oyente = oir(await hub(), dueno);
    await publicar({ tema: 'venta', idSucursal: otra }, { tema: 'caja', idSucursal: sucursal });
    await expect.poll(() => oyente.cambios.map(({ id_sucursal }) => id_sucursal)).toEqual([otra, sucursal]);
  });

  it('nobody hears of what their role may not see', async () => {
    const oyente = oir(await hub(), almacen);
    await publicar(
      { tema: 'venta', idSucursal: sucursal },
      { tema: 'caja', idSucursal: sucursal },
      { tema: 'producto', idSucursal: sucursal },
    );
    await calma();
    expect(oyente.cambios.map(({ tema }) => tema)).toEqual(['producto']);
  });
});

describe('a stream that was cut', () => {
  it('goes on where it was, also in another process', async () => {
    const [aqui, alla] = [await hub(), await hub()];
    const primera = oir(aqui, rosa);
    await publicar({ tema: 'venta', idSucursal: sucursal, ids: [1] });
    await expect.poll(() => primera.cambios).toHaveLength(1);
    primera.abortar.abort();
    await primera.terminado;
    expect(aqui.size).toBe(0);
    await publicar({ tema: 'venta', idSucursal: sucursal, ids: [2] });
    await calma();
    await publicar({ tema: 'venta', idSucursal: sucursal, ids: [3] });
    await calma();
    for (const h of [aqui, alla]) {
      const vuelta = oir(h, rosa, { desde: primera.ultimoId });
      await expect.poll(() => vuelta.cambios.flatMap(({ ids }) => ids)).toEqual([2, 3]);
      expect(vuelta.de('resincronizar')).toEqual([]);
    }
  });

  it('that had heard nothing yet misses nothing either', async () => {
    const central = await hub();
    const primera = oir(central, rosa);
    await expect.poll(() => primera.ultimoId).not.toBe('');
    primera.abortar.abort();
    await publicar({ tema: 'venta', idSucursal: sucursal, ids: [9] });
    await calma();
    const vuelta = oir(central, rosa, { desde: primera.ultimoId });
    await expect.poll(() => vuelta.cambios.flatMap(({ ids }) => ids)).toEqual([9]);
  });

  it('what happens between a page being drawn and its stream is told; drawn while nothing was heard, it looks at everything', async () => {
    const central = await hub();
    const { punto } = central;
    await publicar({ tema: 'venta', idSucursal: sucursal, ids: [4] });
    await calma();
    const primera = oir(central, rosa, { desde: punto });
    await expect.poll(() => primera.cambios.flatMap(({ ids }) => ids)).toEqual([4]);
    expect(primera.de('resincronizar')).toEqual([]);
    const sorda = new Hub(process.env.DATABASE_URL ?? '');
    hubs.push(sorda);
    const nada = sorda.punto;
    await sorda.ready();
    const segunda = oir(sorda, rosa, { desde: nada });
    await expect.poll(() => segunda.de('resincronizar')).toHaveLength(1);
  });

  it('too long ago is told to look at everything again', async () => {
    const central = await hub({ memoria: 2 });
    const primera = oir(central, rosa);
    await publicar({ tema: 'venta', idSucursal: sucursal, ids: [0] });
    await expect.poll(() => primera.cambios).toHaveLength(1);
    const viejo = primera.ultimoId;
    for (let i = 1; i <= 3; i++) {
      await publicar({ tema: 'venta', idSucursal: sucursal, ids: [i] });
      await calma();
    }
    for (const desde of [viejo, 'de-otro-servidor']) {
      const vuelta = oir(central, rosa, { desde });
      await expect.poll(() => vuelta.de('resincronizar')).toHaveLength(1);
      expect(vuelta.cambios).toEqual([]);
      const alDia = oir(central, rosa, { desde: vuelta.ultimoId });
      await expect.poll(() => alDia.de('hola')).toHaveLength(1);
      expect(alDia.de('resincronizar')).toEqual([]);
    }
  });
});

describe('the LISTEN connection', () => {
  const cortar = () =>
    sqlClient()`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'kantuta-eventos'`;

  it('is one for a process, however many streams', async () => {
    const central = await hub();
    for (let i = 0; i < 40; i++) oir(central, rosa);
    const filas = await sqlClient()`
      select 1 from pg_stat_activity where datname = current_database() and application_name = 'kantuta-eventos'`;
    expect(filas).toHaveLength(1);
  });

  it('comes back by itself when it is cut, and says that something may have been missed', async () => {
    const central = await hub();
    const oyente = oir(central, rosa);
    const antes = oyente.ultimoId;
    await cortar();
    await expect.poll(() => oyente.de('resincronizar'), { timeout: 10_000 }).toHaveLength(1);
    expect(oyente.de('latido').map(({ data }) => data.base)).toEqual([false, true]);
    await publicar({ tema: 'venta', idSucursal: sucursal, ids: [5] });
    await expect.poll(() => oyente.cambios.flatMap(({ ids }) => ids)).toEqual([5]);
    const vuelta = oir(central, rosa, { desde: antes });
    await expect.poll(() => vuelta.de('resincronizar')).toHaveLength(1);
  });
});

describe('a beat', () => {
  it('says that the server and its database are there, with a recent id', async () => {
    const oyente = oir(await hub({ latidoMs: 50 }), rosa, { sid: await nuevaSesion(rosa) });
    await expect.poll(() => oyente.de('latido').length).toBeGreaterThan(2);
    expect(oyente.de('latido').at(-1)).toMatchObject({ id: oyente.ultimoId, data: { base: true } });
  });

  it('ends the streams of a sign-in that was revoked, and only those', async () => {
    const central = await hub({ latidoMs: 100 });
    const [suya, ajena] = [await nuevaSesion(rosa), await nuevaSesion(rosa)];
    const [cortado, sigue] = [oir(central, rosa, { sid: suya }), oir(central, rosa, { sid: ajena })];
    await expect.poll(() => cortado.de('latido').length).toBeGreaterThan(0);
    await sqlClient()`update sesion_acceso set revocada_en = now() where sid = ${suya}::uuid`;
    await cortado.terminado;
    expect(cortado.de('fin')).toMatchObject([{ data: { motivo: 'sesion' } }]);
    expect(sigue.de('fin')).toEqual([]);
    expect(central.size).toBe(1);
  });

  it('gives a stream the rights and the branch its person has now', async () => {
    const persona = await nuevaPersona('Operador', sucursal);
    const oyente = oir(await hub({ latidoMs: 50 }), persona, { sid: await nuevaSesion(persona) });
    await sqlClient()`update usuario set id_sucursal = ${otra} where id = ${persona.idUsuario}`;
    const vistos = oyente.de('latido').length;
    await expect.poll(() => oyente.de('latido').length).toBeGreaterThan(vistos + 1);
    await publicar({ tema: 'venta', idSucursal: sucursal, ids: [1] }, { tema: 'venta', idSucursal: otra, ids: [2] });
    await expect.poll(() => oyente.cambios.flatMap(({ ids }) => ids)).toEqual([2]);
  });
});

describe('limits of a hub', () => {
  it('a person has so many streams, and a closed one makes room', async () => {
    const central = await hub({ maximoPorPersona: 2 });
    const primera = oir(central, rosa);
    oir(central, rosa);
    expect(() => oir(central, rosa)).toThrow(expect.objectContaining({ status: 429, reintentarEnS: 30 }));
    oir(central, dueno);
    primera.abortar.abort();
    oir(central, rosa);
    expect(central.size).toBe(3);
  });

  it('a reader that does not read is let go', async () => {
    const central = await hub();
    const { openStream } = await import('@/lib/realtime/oir');
    const quieto = openStream(
      central,
      { actor: rosa, sid: 'x' },
      { desde: null, signal: new AbortController().signal },
    );
    const atento = oir(central, rosa);
    for (let i = 0; i < 20; i++) {
      const lote = Array.from(
        { length: 40 },
        (_, j) =>
          `{"id":"${i}-${j}","eventos":[${JSON.stringify({ tema: 'venta', idSucursal: sucursal, ids: null, n: 1 })}]}`,
      );
      await sqlClient()`select pg_notify('kantuta_eventos', t) from unnest(${lote}::text[]) as t`;
    }
    await expect.poll(() => atento.cambios.length).toBe(800);
    expect(central.size).toBe(1);
    expect(quieto.body).not.toBeNull();
  });

  it('closing ends every stream at once and takes no more', async () => {
    const central = await nuevoHub({ maximoPorPersona: 400 });
    const oyentes = Array.from({ length: 300 }, () => oir(central, rosa));
    const inicio = performance.now();
    await central.close();
    await Promise.all(oyentes.map(({ terminado }) => terminado));
    expect(performance.now() - inicio).toBeLessThan(1_500);
    expect(oyentes.every((o) => o.de('fin')[0]?.data.motivo === 'reinicio')).toBe(true);
    expect(() => oir(central, rosa)).toThrow(expect.objectContaining({ status: 503 }));
  });

  it('closes also while the database does not answer', async () => {
    const { Hub: Clase } = await import('@/lib/realtime/hub');
    const sordo = new Clase('postgres://nadie@127.0.0.1:1/nada');
    const oyente = oir(sordo, rosa);
    await expect.poll(() => oyente.de('hola')).toMatchObject([{ data: { base: false } }]);
    const inicio = performance.now();
    await sordo.close();
    expect(performance.now() - inicio).toBeLessThan(1_500);
  });
});
