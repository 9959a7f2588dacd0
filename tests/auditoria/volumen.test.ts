import { beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { type Tx, withTransaction } from '@/db/transaction';
import { listarInventario } from '@/lib/auditoria/inventario';
import { listarAuditoria } from '@/lib/auditoria/queries';
import type { Context } from '@/lib/context';
import { AHORA, ctxDe, nuevaPersona, nuevaSucursal, nuevoProducto } from '../harness/factories';

/**
 * A long trail and a long kardex. `TEST_ACTOS=1000000` makes them those of a chain after some years, for whoever changes an index
 * or a query. What is counted is rows read from the tables, which the machine does not change, and never time.
 */
const ACTOS = Number(process.env.TEST_ACTOS ?? 150_000);
const MOVIMIENTOS = ACTOS / 3;
/** A page is fifty rows; what is read for it is of that order, and never a part of the table. */
const POCAS = 400;

let admin: Context;
let duenio: Context;
let idProducto: number;
let idVenta: string;

beforeAll(async () => {
  const sucursales = [await nuevaSucursal(), await nuevaSucursal(), await nuevaSucursal()];
  const [idSucursal = 0] = sucursales;
  admin = ctxDe(await nuevaPersona('Administrador', idSucursal));
  duenio = ctxDe(await nuevaPersona('Propietario', idSucursal));
  idProducto = (await nuevoProducto(idSucursal)).id;
  idVenta = '777';
  await sqlClient().begin(async (sql) => {
    // Only to be quick: no trigger, no reference checked, row by row.
    await sql`set local session_replication_role = replica`;
    await sql`
      insert into auditoria (fecha, id_usuario, id_sucursal, accion, entidad, id_entidad, despues, ip)
      select ${AHORA.toISOString()}::timestamptz - (${ACTOS} - i) * interval '1 minute', 1 + i % 40,
        (${sucursales}::int[])[1 + i % 3], case when i % 500 = 0 then 'venta.anular' when i % 97 = 0 then 'caja.abrir' else 'venta.cobrar' end,
        'venta', (i % 30000)::text, jsonb_build_object('total', i), '10.0.0.' || i % 200
      from generate_series(1, ${ACTOS}) i`;
    await sql`
      insert into movimiento_stock (fecha, id_producto, id_sucursal, tipo, tipo_documento, id_documento, cantidad, valor, id_usuario)
      select ${AHORA.toISOString()}::timestamptz - (${MOVIMIENTOS} - i) * interval '3 minutes', ${idProducto},
        (${sucursales}::int[])[1 + i % 3], 'VENTA', 'venta', i, -1000, -600, 1 + i % 40
      from generate_series(1, ${MOVIMIENTOS}) i`;
  });
  await sqlClient()`vacuum analyze auditoria`;
  await sqlClient()`vacuum analyze movimiento_stock`;
}, 400_000);

/** What a read took from a table: rows, and times that the whole of it was walked. */
async function leidas(tabla: string, leer: (tx: Tx) => Promise<{ items: readonly unknown[] }>) {
  return withTransaction({}, async (tx) => {
    const cuenta = async () => {
      const [fila] = await tx.sql<{ enteras: number; filas: number }[]>`
        select seq_scan::int as enteras, (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as filas
        from pg_stat_xact_user_tables where relname = ${tabla}`;
      return fila ?? { enteras: 0, filas: 0 };
    };
    const antes = await cuenta();
    const { items } = await leer(tx);
    const despues = await cuenta();
    return { pagina: items.length, enteras: despues.enteras - antes.enteras, filas: despues.filas - antes.filas };
  });
}

const actos = (ctx: Context, q: object) =>
  leidas('auditoria', (tx) => listarAuditoria({ ...ctx, tx }, { limite: 50, ...q }));
const movimientos = (ctx: Context, q: object) =>
  leidas('movimiento_stock', (tx) => listarInventario({ ...ctx, tx }, { limite: 50, ...q }));

describe('a page of a long trail', () => {
  it.each([
    ['of a branch', () => actos(admin, {})],
    ['of the whole chain', () => actos(duenio, {})],
    ['of a person', () => actos(duenio, { usuario: 7 })],
    ['of a rare act', () => actos(duenio, { accion: 'venta.anular' })],
    ['of a day long ago', () => actos(duenio, { desde: '2026-09-01', hasta: '2026-09-01' })],
  ])('%s reads little more than what it shows', async (_que, leer) => {
    const { pagina, enteras, filas } = await leer();
    expect(pagina).toBe(50);
    expect(enteras).toBe(0);
    expect(filas).toBeLessThan(POCAS);
  });

  it('of one ticket reads that ticket', async () => {
    const { pagina, enteras, filas } = await actos(duenio, { entidad: 'venta', id_entidad: idVenta });
    expect([pagina, enteras]).toEqual([Math.min(50, Math.ceil(ACTOS / 30_000)), 0]);
    expect(filas).toBeLessThan(POCAS);
  });

  it('far into the list costs what the first costs', async () => {
    const primera = await listarAuditoria(duenio, { limite: 1, hasta: '2026-09-10' });
    const { pagina, filas } = await actos(duenio, { cursor: primera.meta.nextCursor });
    expect(pagina).toBe(50);
    expect(filas).toBeLessThan(POCAS);
  });

  it('with a text reads a month at most, not the years', async () => {
    const { enteras, filas } = await actos(duenio, { buscar: 'no-esta-en-ninguna-parte' });
    expect(enteras).toBe(0);
    expect(filas).toBeLessThan(32 * 24 * 60 * 2);
  });
});

describe('a page of the kardex', () => {
  it.each([
    ['of a branch', () => movimientos(admin, {})],
    ['of the whole chain', () => movimientos(duenio, {})],
    ['of a day long ago', () => movimientos(admin, { hasta: '2026-09-01' })],
  ])('%s reads little more than what it shows', async (_que, leer) => {
    const { pagina, enteras, filas } = await leer();
    expect(pagina).toBe(50);
    expect(enteras).toBe(0);
    expect(filas).toBeLessThan(POCAS);
  });
});
