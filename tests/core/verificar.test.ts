import { beforeAll, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { type Tx, withTransaction } from '@/db/transaction';
import { GUARDAS, LIMITES, UNICOS } from '@/lib/verificacion/guardas';
import type { Discrepancia } from '@/lib/verificacion/regla';
import { REGLAS, verificar } from '@/lib/verificacion/verificar';
import { CORRUPCIONES_APROBACION } from './corrupciones-aprobacion';
import { CORRUPCIONES_CATALOGO } from './corrupciones-catalogo';
import { CORRUPCIONES_CIERRE } from './corrupciones-cierre';
import { CORRUPCIONES_INVENTARIO } from './corrupciones-inventario';
import { CORRUPCIONES_KARDEX } from './corrupciones-kardex';
import { CORRUPCIONES_LIBRO } from './corrupciones-libro';
import { CORRUPCIONES_MOSTRADOR } from './corrupciones-mostrador';
import { CORRUPCIONES_TRASPASO } from './corrupciones-traspaso';
import { CORRUPCIONES_VENTAS } from './corrupciones-ventas';
import { type Mundo, mundoConHistoria } from './mundo';

const CORRUPCIONES = [
  ...CORRUPCIONES_LIBRO,
  ...CORRUPCIONES_CIERRE,
  ...CORRUPCIONES_KARDEX,
  ...CORRUPCIONES_INVENTARIO,
  ...CORRUPCIONES_CATALOGO,
  ...CORRUPCIONES_TRASPASO,
  ...CORRUPCIONES_VENTAS,
  ...CORRUPCIONES_MOSTRADOR,
  ...CORRUPCIONES_APROBACION,
];

let mundo: Mundo;
beforeAll(async () => {
  mundo = await mundoConHistoria();
});

class Deshacer extends Error {}

/** What `verificar` names after a corruption made behind the guards' back. Undone. */
async function trasCorromper(corromper: (sql: Tx['sql']) => Promise<unknown>): Promise<Discrepancia[]> {
  let halladas: Discrepancia[] = [];
  await withTransaction({}, async (tx) => {
    await tx.sql`set local session_replication_role = replica`;
    await corromper(tx.sql);
    await tx.sql`set local session_replication_role = origin`;
    halladas = await verificar(tx.sql);
    throw new Deshacer();
  }).catch((error) => {
    if (!(error instanceof Deshacer)) throw error;
  });
  return halladas;
}

it('a sound base has no discrepancy, on the pool as in a transaction', async () => {
  expect(await verificar(sqlClient())).toEqual([]);
  expect(await trasCorromper(async () => {})).toEqual([]);
});

it('there is a corruption for every check, and a check for every corruption', () => {
  expect([...new Set(CORRUPCIONES.map((c) => c.regla))].sort()).toEqual(
    [...new Set(REGLAS.map((r) => r.regla))].sort(),
  );
});

it.each(CORRUPCIONES.map((c) => [c.regla, c] as const))(
  '%s: names exactly what was corrupted',
  async (_regla, caso) => {
    const halladas = await trasCorromper((sql) => caso.corromper(sql, mundo));
    expect(halladas.map((d) => `${d.regla} ${d.id}`).sort()).toEqual([...caso.nombra(mundo)].sort());
    const dicho = halladas.filter((d) => d.regla === caso.regla).map((d) => d.detalle);
    expect(dicho.join('\n')).toMatch(caso.dice);
    for (const frase of dicho) expect(frase).toMatch(/^\p{Lu}.*\.$/u);
  },
);

it('every trigger, limit and unique index of the migrations is on the watch list', async () => {
  const sql = sqlClient();
  const guardas = await sql<{ nombre: string }[]>`
    select t.tgname as nombre from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = 'public'::regnamespace and not t.tgisinternal`;
  expect(guardas.map((g) => g.nombre).sort()).toEqual(Object.values(GUARDAS).flat().sort());
  const limites = await sql<{ nombre: string }[]>`
    select conname as nombre from pg_constraint where contype = 'c' and conrelid = any(
      (select array_agg(('public.' || t)::regclass) from unnest(${Object.keys(LIMITES)}::text[]) t)::oid[])`;
  expect(limites.map((l) => l.nombre).sort()).toEqual(Object.values(LIMITES).flat().sort());
  expect(new Set(UNICOS).size).toBe(UNICOS.length);
});

it('what the shop does next is still sound', async () => {
  const otro = await mundoConHistoria();
  expect(otro.idVenta).not.toBe(mundo.idVenta);
  expect(await verificar(sqlClient())).toEqual([]);
});
