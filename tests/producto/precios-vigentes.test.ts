import { beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { withTransaction } from '@/db/transaction';
import { editarProducto } from '@/lib/producto/editar';
import { eliminarProducto } from '@/lib/producto/eliminar';
import type { ProductoDto } from '@/lib/producto/schemas';
import { leerCodigo, leerPreciosEn, leerVendibles } from '@/lib/producto/steps';
import { AHORA, ctxSistema, nuevaSucursal, nuevoProducto } from '../harness/factories';

let idSucursal: number;
let otraSucursal: number;
let producto: ProductoDto;
let idCaja: number;

const minutos = (n: number) => new Date(AHORA.getTime() + n * 60_000);

/** A presentation written as its verb will, so that only the database's own upkeep is under test here. */
async function nuevaPresentacion(idProducto: number, nombre: string, factor: number, precio: number): Promise<number> {
  const [fila] = await sqlClient()<{ id: number }[]>`
    insert into presentacion_producto (id_producto, nombre, factor, precio_venta, updated_at)
    values (${idProducto}, ${nombre}, ${factor}, ${precio}, ${AHORA.toISOString()}::timestamptz) returning id`;
  return fila?.id ?? 0;
}

async function precioPropio(idPresentacion: number | null, precio: number, en: Date, vale = true): Promise<void> {
  await sqlClient()`
    insert into precio_sucursal (id_producto, id_presentacion, id_sucursal, precio, updated_at)
    values (${producto.id}, ${idPresentacion}, ${idSucursal}, ${precio}, ${en.toISOString()}::timestamptz)
    on conflict (id_producto, id_presentacion, id_sucursal) do update set precio = excluded.precio, estado = ${vale},
      updated_at = excluded.updated_at`;
}

beforeAll(async () => {
  [idSucursal, otraSucursal] = [await nuevaSucursal(), await nuevaSucursal()];
  producto = await nuevoProducto(idSucursal, { precio: 10 });
  idCaja = await nuevaPresentacion(producto.id, 'Caja de 12', 12_000, 11_000);
});

describe('the price in force', () => {
  const pedir = (sucursal: number) =>
    withTransaction({}, (tx) =>
      leerVendibles(tx, sucursal, [
        { idProducto: producto.id, idPresentacion: null },
        { idProducto: producto.id, idPresentacion: idCaja },
        { idProducto: producto.id, idPresentacion: 999_999 },
        { idProducto: 999_999, idPresentacion: null },
      ]),
    );

  it('is the catalogue’s where the branch says nothing, and what is not there is not in the answer', async () => {
    const hay = await pedir(idSucursal);
    expect([...hay].map(([llave, v]) => [llave, v.precio, v.factor, v.presentacion])).toEqual(
      expect.arrayContaining([
        [`${producto.id}`, 1000, 1000, null],
        [`${producto.id}/${idCaja}`, 11_000, 12_000, 'Caja de 12'],
      ]),
    );
    expect(hay.size).toBe(2);
  });

  it('is the branch’s own while it has one, in that branch alone, and the catalogue’s again afterwards', async () => {
    await precioPropio(null, 950, minutos(10));
    await precioPropio(idCaja, 10_500, minutos(20));
    const precios = async (sucursal: number) => [...(await pedir(sucursal)).values()].map((v) => v.precio).sort();
    expect(await precios(idSucursal)).toEqual([10_500, 950].sort());
    expect(await precios(otraSucursal)).toEqual([1000, 11_000].sort());
    await precioPropio(null, 950, minutos(30), false);
    expect(await precios(idSucursal)).toEqual([1000, 10_500].sort());
  });

  it('of any moment can be asked, from a history that nobody has to write', async () => {
    const vendidos = [
      { idProducto: producto.id, idPresentacion: null },
      { idProducto: producto.id, idPresentacion: idCaja },
    ];
    const en = (momento: Date, sucursal = idSucursal) =>
      withTransaction({}, async (tx) => Object.fromEntries(await leerPreciosEn(tx, sucursal, vendidos, momento)));
    const [suelto, caja] = [`${producto.id}`, `${producto.id}/${idCaja}`];
    expect(await en(minutos(-1))).toEqual({});
    expect(await en(minutos(5))).toEqual({ [suelto]: 1000, [caja]: 11_000 });
    expect(await en(minutos(15))).toEqual({ [suelto]: 950, [caja]: 11_000 });
    expect(await en(minutos(25))).toEqual({ [suelto]: 950, [caja]: 10_500 });
    expect(await en(minutos(35))).toEqual({ [suelto]: 1000, [caja]: 10_500 });
    expect(await en(minutos(35), otraSucursal)).toEqual({ [suelto]: 1000, [caja]: 11_000 });
  });
});

describe('the codes of a product', () => {
  const de = (...variantes: string[]) => withTransaction({}, (tx) => leerCodigo(tx, variantes));
  const agregar = (codigo: string, idPresentacion: number | null) => sqlClient()`
    insert into codigo_producto (id_producto, id_presentacion, codigo) values (${producto.id}, ${idPresentacion}, ${codigo})`;

  it('follow the main one wherever it goes, and are free when the product is deleted', async () => {
    const otro = await nuevoProducto(idSucursal, { stock: 0 });
    const ctx = ctxSistema(idSucursal);
    await editarProducto(ctx, { id: otro.id, codigo_barras: 'UNO-1' });
    expect(await de('UNO-1')).toEqual({ idProducto: otro.id, idPresentacion: null });
    await editarProducto(ctx, { id: otro.id, codigo_barras: 'DOS-2' });
    expect(await de('UNO-1')).toBeNull();
    await agregar('UNO-1', null);
    await eliminarProducto(ctx, { id: otro.id });
    expect(await de('DOS-2')).toBeNull();
    expect(await de('nada', 'UNO-1')).toEqual({ idProducto: producto.id, idPresentacion: null });
  });

  it('name one thing: a presentation of its own product, and no living code twice', async () => {
    await agregar('CAJA-12', idCaja);
    expect(await de('CAJA-12')).toEqual({ idProducto: producto.id, idPresentacion: idCaja });
    await expect(agregar('CAJA-12', null)).rejects.toThrow(/codigo_producto_codigo/);
    const ajeno = await nuevoProducto(idSucursal);
    await expect(sqlClient()`
      insert into codigo_producto (id_producto, id_presentacion, codigo) values (${ajeno.id}, ${idCaja}, 'AJENO')`).rejects.toThrow(
      /codigo_producto_presentacion/,
    );
  });

  it('become the main one without being taken off first', async () => {
    await agregar('OTRO-CODIGO', null);
    await editarProducto(ctxSistema(idSucursal), { id: producto.id, codigo_barras: 'OTRO-CODIGO' });
    const filas = await sqlClient()`
      select codigo, principal from codigo_producto where id_producto = ${producto.id} and estado and principal`;
    expect(filas.map((f) => ({ ...f }))).toEqual([{ codigo: 'OTRO-CODIGO', principal: true }]);
  });
});

describe('the tree of categories', () => {
  const nueva = async (nombre: string, padre: number | null) => {
    const [fila] = await sqlClient()<{ id: number }[]>`
      insert into categoria (nombre, id_padre) values (${nombre}, ${padre}) returning id`;
    return fila?.id ?? 0;
  };
  const mover = (id: number, padre: number | null) =>
    sqlClient()`update categoria set id_padre = ${padre} where id = ${id}`;

  it('has four levels at most, counted with what hangs below, and no circle', async () => {
    const a = await nueva('Árbol a', null);
    const b = await nueva('Árbol b', a);
    const c = await nueva('Árbol c', b);
    const d = await nueva('Árbol d', c);
    await expect(nueva('Árbol e', d)).rejects.toThrow(/four levels/);
    await expect(mover(a, d)).rejects.toThrow(/inside it/);
    const suelta = await nueva('Árbol suelta', null);
    await expect(mover(b, suelta)).resolves.toBeDefined();
    await expect(mover(suelta, a)).rejects.toThrow(/four levels/);
  });

  it('two moves at once cannot close a circle together', async () => {
    const [x, y] = [await nueva('Cruz x', null), await nueva('Cruz y', null)];
    const hechos = await Promise.allSettled([mover(x, y), mover(y, x)]);
    expect(hechos.map((h) => h.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
