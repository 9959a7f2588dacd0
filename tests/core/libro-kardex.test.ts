import { beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { sqlState } from '@/db/errors';
import { withTransaction } from '@/db/transaction';
import { cerrarCaja } from '@/lib/caja/cerrar';
import { lockExistencias, moverStock } from '@/lib/kardex/mover-stock';
import { type Asiento, asentar } from '@/lib/libro/asentar';
import { cuentaDe, cuentaGaveta } from '@/lib/libro/cuentas';
import { SaldoInsuficienteError, SesionCerradaError } from '@/lib/libro/errors';
import { ctxDe, nuevaSucursal, nuevoProducto, nuevoTurno, type Turno } from '../harness/factories';

let idSucursal: number;
let turno: Turno;

beforeAll(async () => {
  idSucursal = await nuevaSucursal();
  turno = await nuevoTurno(idSucursal, { saldo: 100 });
});

const gaveta = () => cuentaGaveta(turno.idCaja);
const asiento = (partidas: Asiento['partidas'], mas: Partial<Asiento> = {}): Asiento => ({
  tipoDocumento: 'prueba',
  idDocumento: 1,
  idSucursal,
  idSesionCaja: turno.idSesion,
  bolsillo: 'fondo',
  glosa: 'Prueba',
  partidas,
  ...mas,
});
const escribir = (a: Asiento) => withTransaction({}, (tx) => asentar(tx, ctxDe(turno.cajero), a));
const saldo = async (idCaja = turno.idCaja) => {
  const [fila] = await sqlClient()<{ saldo: number }[]>`select saldo from cuenta where id_caja = ${idCaja}`;
  return fila?.saldo;
};
const asientos = async () => (await sqlClient()<{ n: number }[]>`select count(*) as n from asiento`)[0]?.n;

describe('asentar', () => {
  it('writes all the legs and keeps the balance of the drawer', async () => {
    const antes = (await saldo()) ?? 0;
    const id = await escribir(
      asiento([
        { cuenta: gaveta(), importe: 2_550 },
        { cuenta: cuentaDe('ingresos_varios', idSucursal), importe: -2_550 },
      ]),
    );
    expect(await saldo()).toBe(antes + 2_550);
    const partidas = await sqlClient()<
      { importe: number }[]
    >`select importe from partida where id_asiento = ${id} order by importe desc`;
    expect(partidas.map((p) => p.importe)).toEqual([2_550, -2_550]);
  });

  it('leaves out legs of zero, and may be given its id', async () => {
    const [numero] = await sqlClient()<{ id: number }[]>`select nextval('asiento_id_seq') as id`;
    const id = await escribir({
      ...asiento([
        { cuenta: cuentaDe('banco', idSucursal), importe: 100 },
        { cuenta: gaveta(), importe: 0 },
        { cuenta: cuentaDe('ventas', idSucursal), importe: -100 },
      ]),
      id: numero?.id,
    });
    expect(id).toBe(numero?.id);
    expect(await sqlClient()`select 1 from partida where id_asiento = ${id}`).toHaveLength(2);
  });

  it.each([
    [
      'does not add up',
      [
        { cuenta: 'banco', importe: 100 },
        { cuenta: 'ventas', importe: -99 },
      ],
    ],
    ['has one leg', [{ cuenta: 'banco', importe: 100 }]],
    ['has none', []],
  ] as const)('refuses an entry that %s, and leaves nothing', async (_que, legs) => {
    const antes = await asientos();
    const partidas = legs.map((l) => ({ ...l, cuenta: cuentaDe(l.cuenta, idSucursal) }));
    await expect(escribir(asiento(partidas))).rejects.toSatisfy((e) => sqlState(e) === 'KP004');
    expect(await asientos()).toBe(antes);
  });

  it('an account that does not exist is an error, never a lost leg', async () => {
    const antes = await asientos();
    const partidas = [
      { cuenta: gaveta(), importe: 1 },
      { cuenta: cuentaDe('ventas', idSucursal), importe: -1 },
      { cuenta: 'no.existe', importe: 5 },
    ];
    await expect(escribir(asiento(partidas))).rejects.toThrow(/an account is missing/);
    expect(await asientos()).toBe(antes);
  });

  it('the drawer never goes under zero, and the refusal states no figure', async () => {
    const antes = (await saldo()) ?? 0;
    const retiro = escribir(
      asiento([
        { cuenta: gaveta(), importe: -(antes + 1) },
        { cuenta: cuentaDe('egresos_varios', idSucursal), importe: antes + 1 },
      ]),
    );
    await expect(retiro).rejects.toBeInstanceOf(SaldoInsuficienteError);
    await expect(retiro).rejects.not.toThrow(/\d/);
    expect(await saldo()).toBe(antes);
  });

  it('cash in no session, in the session of another drawer or in a closed one is refused', async () => {
    const otro = await nuevoTurno(idSucursal, { saldo: 10 });
    const partidas = [
      { cuenta: gaveta(), importe: 100 },
      { cuenta: cuentaDe('ingresos_varios', idSucursal), importe: -100 },
    ];
    await expect(escribir(asiento(partidas, { idSesionCaja: null }))).rejects.toBeInstanceOf(SesionCerradaError);
    await expect(escribir(asiento(partidas, { idSesionCaja: otro.idSesion }))).rejects.toBeInstanceOf(
      SesionCerradaError,
    );
    await cerrarCaja(ctxDe(otro.cajero), { id: otro.idSesion, monto_final_real: 10 });
    const enOtra = [{ cuenta: cuentaGaveta(otro.idCaja), importe: 100 }, ...partidas.slice(1)];
    await expect(escribir(asiento(enOtra, { idSesionCaja: otro.idSesion }))).rejects.toBeInstanceOf(SesionCerradaError);
  });

  it('crossed entries over the same drawers do not deadlock: accounts are locked by id', async () => {
    const otro = await nuevoTurno(idSucursal, { saldo: 100 });
    const ingreso = (t: Turno) =>
      escribir(
        asiento(
          [
            { cuenta: cuentaGaveta(t.idCaja), importe: 10 },
            { cuenta: cuentaDe('ingresos_varios', idSucursal), importe: -10 },
          ],
          { idSesionCaja: t.idSesion },
        ),
      );
    const antes = [await saldo(), await saldo(otro.idCaja)];
    await Promise.all(Array.from({ length: 40 }, (_, i) => ingreso(i % 2 ? turno : otro)));
    expect([await saldo(), await saldo(otro.idCaja)]).toEqual(antes.map((s) => (s ?? 0) + 200));
  });
});

describe('moverStock', () => {
  const existencia = async (idProducto: number) => {
    const [fila] =
      await sqlClient()`select cantidad, valor from existencia where id_producto = ${idProducto} and id_sucursal = ${idSucursal}`;
    return fila && { cantidad: fila.cantidad, valor: fila.valor };
  };
  /** Moves goods without value in the libro: only the kardex is under test. */
  const mover = (filas: { idProducto: number; cantidad: number; valor: number }[]) =>
    withTransaction({}, async (tx) => {
      await lockExistencias(
        tx,
        idSucursal,
        filas.map((f) => f.idProducto),
      );
      await moverStock(tx, ctxDe(turno.cajero), {
        tipo: 'AJUSTE',
        tipoDocumento: 'prueba',
        idDocumento: 1,
        idSucursal,
        idAsiento: null,
        filas,
      });
    });

  it('what a branch has follows what moved, from the first movement', async () => {
    const { id } = await nuevoProducto(idSucursal, { stock: 0 });
    expect(await existencia(id)).toBeUndefined();
    await mover([{ idProducto: id, cantidad: 3_000, valor: 0 }]);
    await mover([{ idProducto: id, cantidad: -1_250, valor: 0 }]);
    expect(await existencia(id)).toEqual({ cantidad: 1_750, valor: 0 });
  });

  it('rows of zero are left out', async () => {
    const { id } = await nuevoProducto(idSucursal, { stock: 1 });
    await mover([{ idProducto: id, cantidad: 0, valor: 0 }]);
    expect(await sqlClient()`select 1 from movimiento_stock where id_producto = ${id}`).toHaveLength(1);
  });

  it('never negative: the whole movement is refused with its name', async () => {
    const uno = await nuevoProducto(idSucursal, { stock: 5 });
    const otro = await nuevoProducto(idSucursal, { stock: 1 });
    const falla = mover([
      { idProducto: uno.id, cantidad: -1_000, valor: -600 },
      { idProducto: otro.id, cantidad: -2_000, valor: -600 },
    ]);
    await expect(falla).rejects.toMatchObject({ code: 'stock_insuficiente', status: 409 });
    expect(await existencia(uno.id)).toEqual({ cantidad: 5_000, valor: 3_000 });
  });

  it('value without quantity is refused', async () => {
    const { id } = await nuevoProducto(idSucursal, { stock: 5, costo: 6 });
    const falla = mover([{ idProducto: id, cantidad: -5_000, valor: -2_999 }]);
    await expect(falla).rejects.toMatchObject({ code: 'stock_insuficiente' });
  });

  it('many first movements at once add up', async () => {
    const { id } = await nuevoProducto(idSucursal, { stock: 0 });
    await Promise.all(Array.from({ length: 20 }, () => mover([{ idProducto: id, cantidad: 1_000, valor: 0 }])));
    expect(await existencia(id)).toEqual({ cantidad: 20_000, valor: 0 });
  });

  it('a first movement that another commits while this one waits is not lost', async () => {
    const recien = await nuevoProducto(idSucursal, { stock: 0 });
    const viejo = await nuevoProducto(idSucursal, { stock: 1 });
    const [dueno, lento] = await Promise.all([sqlClient().reserve(), sqlClient().reserve()]);
    const enEspera = async () =>
      (
        await sqlClient()`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
      ).length;
    try {
      await dueno`begin`;
      await dueno`select 1 from existencia where id_producto = ${viejo.id} for update`;
      const dos = lento`
        insert into movimiento_stock (fecha, id_producto, id_sucursal, tipo, tipo_documento, id_documento, cantidad, valor, id_usuario)
        select now(), id, ${idSucursal}, 'AJUSTE', 'prueba', 1, 1000, 0, ${turno.cajero.idUsuario}
        from unnest(${[viejo.id, recien.id]}::int[]) id`.execute();
      await expect.poll(enEspera).toBe(1);
      const uno = mover([{ idProducto: recien.id, cantidad: 1_000, valor: 0 }]);
      // it commits in between, or waits its turn behind the one that waits
      await Promise.race([uno, expect.poll(enEspera).toBe(2)]);
      await dueno`commit`;
      await Promise.all([uno, dos]);
    } finally {
      dueno.release();
      lento.release();
    }
    expect(await existencia(recien.id)).toEqual({ cantidad: 2_000, valor: 0 });
    expect(await existencia(viejo.id)).toMatchObject({ cantidad: 2_000 });
  });
});
