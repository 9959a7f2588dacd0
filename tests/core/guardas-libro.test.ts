import { beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import type { Tx } from '@/db/transaction';
import { cerrarCaja } from '@/lib/caja/cerrar';
import { cuentaDe, cuentaGaveta } from '@/lib/libro/cuentas';
import { ctxDe, nuevaSucursal, nuevoProducto, nuevoTurno, type Turno } from '../harness/factories';
import { rechazo } from './rechazo';

/** What PostgreSQL itself refuses of entries, cash and kept balances, whoever asks. */

let idSucursal: number;
let turno: Turno;
let cerrada: Turno;
let idProducto: number;

beforeAll(async () => {
  idSucursal = await nuevaSucursal();
  turno = await nuevoTurno(idSucursal, { saldo: 50 });
  cerrada = await nuevoTurno(idSucursal, { saldo: 20 });
  idProducto = (await nuevoProducto(idSucursal)).id;
  await cerrarCaja(ctxDe(cerrada.cajero), { id: cerrada.idSesion, monto_final_real: 20 });
});

/** An entry by hand, with its legs in one or more batches. */
async function asiento(
  sql: Tx['sql'],
  lotes: [cuenta: string, importe: number][][],
  mas: { tipo?: string; idSesion?: number | null } = {},
): Promise<void> {
  const [fila] = await sql<{ id: number }[]>`
    insert into asiento (fecha, tipo_documento, id_documento, id_sucursal, id_sesion_caja, bolsillo, glosa, id_usuario)
    values (now(), ${mas.tipo ?? 'prueba'}, 1, ${idSucursal}, ${mas.idSesion ?? null}, 'fondo', 'x', 1) returning id`;
  for (const lote of lotes) {
    await sql`
      insert into partida (id_asiento, id_cuenta, importe)
      select ${fila?.id ?? 0}, c.id, x.importe
      from jsonb_to_recordset(${JSON.stringify(lote.map(([cuenta, importe]) => ({ cuenta, importe })))}::text::jsonb)
        as x(cuenta text, importe bigint) join cuenta c on c.codigo = x.cuenta`;
  }
}

describe('entries come whole (KP004)', () => {
  const banco = () => cuentaDe('banco', idSucursal);
  const ventas = () => cuentaDe('ventas', idSucursal);

  it('two legs that add up to zero are accepted', async () => {
    expect(
      await rechazo((sql) =>
        asiento(sql, [
          [
            [banco(), 10],
            [ventas(), -10],
          ],
        ]),
      ),
    ).toBeNull();
  });

  it('legs that do not add up are refused', async () => {
    expect(
      await rechazo((sql) =>
        asiento(sql, [
          [
            [banco(), 10],
            [ventas(), -9],
          ],
        ]),
      ),
    ).toBe('KP004');
  });

  it('one leg is refused, also when another batch would balance it', async () => {
    expect(await rechazo((sql) => asiento(sql, [[[banco(), 10]], [[ventas(), -10]]]))).toBe('KP004');
  });

  it('a second batch is refused, though it balances by itself', async () => {
    const lote: [string, number][] = [
      [banco(), 10],
      [ventas(), -10],
    ];
    expect(await rechazo((sql) => asiento(sql, [lote, lote]))).toBe('KP004');
  });

  it('legs added to an entry of the past are refused', async () => {
    const estado = await rechazo(
      (sql) => sql`
        insert into partida (id_asiento, id_cuenta, importe)
        select a.id, c.id, x.importe from (select min(id) as id from asiento) a, (values (1), (-1)) x(importe), cuenta c
        where c.codigo = ${banco()}`,
    );
    expect(estado).toBe('KP004');
  });

  it('an entry without legs is refused at the commit', async () => {
    expect(await rechazo((sql) => asiento(sql, []))).toBe('KP004');
  });

  it('a leg of zero is refused', async () => {
    expect(
      await rechazo((sql) =>
        asiento(sql, [
          [
            [banco(), 0],
            [ventas(), 0],
          ],
        ]),
      ),
    ).toBe('23514 partida_importe');
  });
});

describe('cash moves only in an open session of its own drawer (KP005)', () => {
  const lote = (idCaja: number): [string, number][][] => [
    [
      [cuentaGaveta(idCaja), 100],
      [cuentaDe('ingresos_varios', idSucursal), -100],
    ],
  ];

  it('in its own session it is accepted', async () => {
    expect(await rechazo((sql) => asiento(sql, lote(turno.idCaja), { idSesion: turno.idSesion }))).toBeNull();
  });

  it.each([
    ['in no session', () => ({ caja: turno.idCaja, idSesion: null })],
    ["in another drawer's session", () => ({ caja: cerrada.idCaja, idSesion: turno.idSesion })],
    ['in its closed session', () => ({ caja: cerrada.idCaja, idSesion: cerrada.idSesion })],
    ['in a session that does not exist', () => ({ caja: turno.idCaja, idSesion: 999_999 })],
  ])('%s it is refused', async (_donde, caso) => {
    const { caja, idSesion } = caso();
    expect(await rechazo((sql) => asiento(sql, lote(caja), { idSesion }))).toMatch(/KP005|23503/);
  });

  it.each(['saldo_inicial_caja', 'apertura'])('%s is the exception: it comes before the session', async (tipo) => {
    expect(await rechazo((sql) => asiento(sql, lote(cerrada.idCaja), { tipo }))).toBeNull();
  });
});

describe('kept balances follow their ledger alone (KP006), within their limits', () => {
  it('a balance is not written by hand', async () => {
    expect(await rechazo((sql) => sql`update cuenta set saldo = saldo + 1 where id_caja = ${turno.idCaja}`)).toBe(
      'KP006',
    );
    expect(
      await rechazo((sql) => sql`update cuenta set saldo = 0 where codigo = ${cuentaDe('banco', idSucursal)}`),
    ).toBe('KP006');
    expect(await rechazo((sql) => sql`update cuenta set nombre = 'Otra' where id_caja = ${turno.idCaja}`)).toBeNull();
  });

  it('an account is born at zero, and a drawer with its floor', async () => {
    const abrir = (saldo: number | null, minimo: number | null, idCaja: number | null) =>
      rechazo(
        (sql) => sql`
          insert into cuenta (codigo, nombre, tipo, id_sucursal, id_caja, saldo, saldo_minimo)
          values ('nueva', 'Nueva', 'activo', ${idSucursal}, ${idCaja}, ${saldo}, ${minimo})`,
      );
    expect(await abrir(1, 0, null)).toBe('KP006');
    expect(await abrir(0, 0, null)).toBeNull();
    expect(await abrir(null, null, turno.idCaja)).toBe('23514 cuenta_gaveta_con_saldo');
  });

  it('stock is not written by hand', async () => {
    const donde = [idProducto, idSucursal] as const;
    expect(
      await rechazo((sql) => sql`update existencia set cantidad = cantidad + 1000 where id_producto = ${donde[0]}`),
    ).toBe('KP006');
    expect(await rechazo((sql) => sql`update existencia set valor = valor where id_producto = ${donde[0]}`)).toBe(
      'KP006',
    );
    expect(await rechazo((sql) => sql`insert into existencia values (${donde[0]}, ${donde[1]} + 1, 1000, 0)`)).toBe(
      'KP006',
    );
    const colada = await rechazo(
      (sql) => sql`
        insert into existencia values (${donde[0]}, ${donde[1]}, 1, 0)
        on conflict (id_producto, id_sucursal) do update set cantidad = 99`,
    );
    expect(colada).toBe('KP006');
  });

  it('the drawer never goes under zero', async () => {
    const lote: [string, number][] = [
      [cuentaGaveta(turno.idCaja), -1_000_000],
      [cuentaDe('egresos_varios', idSucursal), 1_000_000],
    ];
    expect(await rechazo((sql) => asiento(sql, [lote], { idSesion: turno.idSesion }))).toBe(
      '23514 cuenta_saldo_en_rango',
    );
  });

  it.each([
    ['goes under zero', -1_000_000, 0, 'existencia_no_negativa'],
    ['is worth less than nothing', -1_000, -100_000, 'existencia_valor'],
    ['is worth something when there is none', -100_000, 0, 'existencia_valor'],
  ])('stock never %s', async (_que, cantidad, valor, limite) => {
    const estado = await rechazo(
      (sql) => sql`
        insert into movimiento_stock (fecha, id_producto, id_sucursal, tipo, tipo_documento, id_documento, cantidad, valor, id_usuario)
        values (now(), ${idProducto}, ${idSucursal}, 'AJUSTE', 'prueba', 1, ${cantidad}, ${valor}, 1)`,
    );
    expect(estado).toBe(`23514 ${limite}`);
  });

  it('a movement whose value goes the other way is refused', async () => {
    const estado = await rechazo(
      (sql) => sql`
        insert into movimiento_stock (fecha, id_producto, id_sucursal, tipo, tipo_documento, id_documento, cantidad, valor, id_usuario)
        values (now(), ${idProducto}, ${idSucursal}, 'AJUSTE', 'prueba', 1, 1000, -1, 1)`,
    );
    expect(estado).toBe('23514 movimiento_stock_signo');
  });
});

it('prices write their own history', async () => {
  const historia = () =>
    sqlClient()<{ precio: number }[]>`select precio from precio_producto where id_producto = ${idProducto} order by id`;
  expect((await historia()).map((f) => f.precio)).toEqual([1_000]);
  await sqlClient()`update producto set precio_venta = 1150, updated_at = now() where id = ${idProducto}`;
  await sqlClient()`update producto set nombre = 'Otro nombre' where id = ${idProducto}`;
  expect((await historia()).map((f) => f.precio)).toEqual([1_000, 1_150]);
});
