import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { sqlClient } from '@/db';
import type { Actor } from '@/lib/context';
import { ajustarStock } from '@/lib/producto/ajustar-stock';
import { crearProducto } from '@/lib/producto/crear';
import { editarProducto } from '@/lib/producto/editar';
import { eliminarProducto } from '@/lib/producto/eliminar';
import { leerProducto, productoPorCodigo } from '@/lib/producto/queries';
import { verificar } from '@/lib/verificacion/verificar';
import { ctxDe, nuevaCategoria, nuevaPersona, nuevaSucursal, nuevoProducto } from '@/tests/harness/factories';
import { auditadas, existenciaDe, sumaCuenta } from './fixtures';

let idSucursal: number;
let admin: Actor;
let cajero: Actor;

beforeAll(async () => {
  idSucursal = await nuevaSucursal();
  admin = await nuevaPersona('Administrador', idSucursal);
  cajero = await nuevaPersona('Operador', idSucursal);
});

const diferencia = () => sumaCuenta(`diferencia_inventario.S${idSucursal}`);

describe('editarProducto', () => {
  test('changes what is given, keeps the rest, and search finds the new name', async () => {
    const p = await nuevoProducto(idSucursal, { precio: 10, costo: 6, stock: 3 });
    const codigo_barras = 'ÑAN-1';
    const dto = await editarProducto(ctxDe(admin), { id: p.id, nombre: 'Té Ñandú', codigo_barras, favorito: true });
    expect(dto).toMatchObject({ nombre: 'Té Ñandú', codigo_barras, precio_venta: 10, costo_compra: 6, favorito: true });
    expect(dto.id_user_update).toBe(admin.idUsuario);
    const [fila] = await sqlClient()`select busqueda from producto where id = ${p.id}`;
    expect(fila?.busqueda).toBe('te nandu nan-1');
    expect(await auditadas('producto.editar', p.id)).toBe(1);
    const sinCodigo = await editarProducto(ctxDe(admin), { id: p.id, codigo_barras: '' });
    expect(sinCodigo.codigo_barras).toBeNull();
  });

  test('every price it had stays written, with its author', async () => {
    const p = await nuevoProducto(idSucursal, { precio: 10 });
    await editarProducto(ctxDe(admin), { id: p.id, precio_venta: 11.5 });
    await editarProducto(ctxDe(admin), { id: p.id, precio_venta: 11.5, nombre: 'Otro nombre' });
    const historia =
      await sqlClient()`select precio, id_usuario from precio_producto where id_producto = ${p.id} order by id`;
    expect([...historia]).toEqual([
      { precio: 1000, id_usuario: 0 },
      { precio: 1150, id_usuario: admin.idUsuario },
    ]);
  });

  test('a whole form does not undo sales: stock_actual without a motive is ignored', async () => {
    const p = await nuevoProducto(idSucursal, { stock: 3 });
    const dto = await editarProducto(ctxDe(admin), { id: p.id, precio_venta: 12, stock_actual: 50, motivo_ajuste: '' });
    expect(dto).toMatchObject({ precio_venta: 12, stock_actual: 3 });
  });

  test('with a motive the stock is brought to the count, at the average, against the difference account', async () => {
    const p = await nuevoProducto(idSucursal, { costo: 6, stock: 3 });
    const antes = await diferencia();
    const mas = await editarProducto(ctxDe(admin), {
      id: p.id,
      stock_actual: 5,
      motivo_ajuste: 'Conteo',
      costo_compra: 9,
    });
    expect(mas).toMatchObject({ stock_actual: 5, costo_compra: 9 });
    expect(await existenciaDe(p.id, idSucursal)).toEqual({ cantidad: 5000, valor: 3000 });
    expect(await diferencia()).toBe(antes - 1200);
    await editarProducto(ctxDe(admin), { id: p.id, stock_actual: 0, motivo_ajuste: 'Se perdió' });
    expect(await existenciaDe(p.id, idSucursal)).toEqual({ cantidad: 0, valor: 0 });
    expect(await diferencia()).toBe(antes + 1800);
  });

  test('is refused to a cashier, for what is deleted, and for a code of another product', async () => {
    const p = await nuevoProducto(idSucursal);
    await expect(editarProducto(ctxDe(cajero), { id: p.id, precio_venta: 1 })).rejects.toMatchObject({ status: 403 });
    await expect(editarProducto(ctxDe(admin), { id: 999_999, precio_venta: 1 })).rejects.toMatchObject({ status: 404 });
    const otro = await nuevoProducto(idSucursal);
    await editarProducto(ctxDe(admin), { id: otro.id, codigo_barras: 'YA-ESTA' });
    await expect(editarProducto(ctxDe(admin), { id: p.id, codigo_barras: 'YA-ESTA' })).rejects.toMatchObject({
      code: 'codigo_repetido',
      message: `El código YA-ESTA ya es de ${otro.nombre}.`,
    });
  });

  test('two edits that take the same code at once: one wins, the other reads a sentence', async () => {
    const productos = await Promise.all(Array.from({ length: 5 }, () => nuevoProducto(idSucursal, { stock: 0 })));
    const intentos = await Promise.allSettled(
      productos.map((p) => editarProducto(ctxDe(admin), { id: p.id, codigo_barras: 'CARRERA' })),
    );
    expect(intentos.filter((i) => i.status === 'fulfilled')).toHaveLength(1);
    for (const i of intentos) if (i.status === 'rejected') expect(i.reason.code).toBe('codigo_repetido');
  });

  test('without the right to see costs the cost is null, and a form that sends it back changes nothing', async () => {
    const p = await nuevoProducto(idSucursal, { costo: 6 });
    const ciego = { ...admin, permisos: new Set([...admin.permisos].filter((x) => x !== 'producto:ver_costo')) };
    const visto = await leerProducto(ctxDe(ciego), { id: p.id });
    expect(visto.costo_compra).toBeNull();
    await editarProducto(ctxDe(ciego), { id: p.id, precio_venta: 20, costo_compra: null });
    expect((await leerProducto(ctxDe(admin), { id: p.id })).costo_compra).toBe(6);
  });
});

describe('ajustarStock', () => {
  test('a product that never had any comes in at its last cost', async () => {
    const p = await nuevoProducto(idSucursal, { costo: 4.5, stock: 0 });
    const dto = await ajustarStock(ctxDe(admin), { id: p.id, stock_actual: 2, motivo_ajuste: 'Apareció' });
    expect(dto.stock_actual).toBe(2);
    expect(await existenciaDe(p.id, idSucursal)).toEqual({ cantidad: 2000, valor: 900 });
    expect(await auditadas('producto.ajustar', p.id)).toBe(1);
  });

  test('many at once leave the last count, and the books agree', async () => {
    const p = await nuevoProducto(idSucursal, { costo: 3.33, stock: 7 });
    const conteos = [1, 4, 9, 2, 12, 0, 5, 30];
    await Promise.all(
      conteos.map((n) => ajustarStock(ctxDe(admin), { id: p.id, stock_actual: n, motivo_ajuste: 'Conteo' })),
    );
    const { stock_actual } = await leerProducto(ctxDe(admin), { id: p.id });
    expect(conteos).toContain(stock_actual);
    expect(await verificar(sqlClient())).toEqual([]);
  });

  test('needs a motive and the right, and answers the same to the same key', async () => {
    const p = await nuevoProducto(idSucursal, { stock: 5 });
    await expect(ajustarStock(ctxDe(admin), { id: p.id, stock_actual: 1 })).rejects.toThrow();
    const raw = { id: p.id, stock_actual: 8, motivo_ajuste: 'Conteo' };
    await expect(ajustarStock(ctxDe(cajero), raw)).rejects.toMatchObject({ status: 403 });
    const clave = randomUUID();
    const primero = await ajustarStock(ctxDe(admin, { clave }), raw);
    await ajustarStock(ctxDe(admin), { ...raw, stock_actual: 1 });
    expect(await ajustarStock(ctxDe(admin, { clave }), raw)).toEqual(primero);
    expect((await leerProducto(ctxDe(admin), { id: p.id })).stock_actual).toBe(1);
  });
});

describe('eliminarProducto', () => {
  test('is refused while any branch has some, and says how many and where', async () => {
    const p = await nuevoProducto(idSucursal, { stock: 24 });
    await expect(eliminarProducto(ctxDe(admin), { id: p.id })).rejects.toMatchObject({
      code: 'producto_con_stock',
      message: expect.stringMatching(new RegExp(`Quedan 24 de ${p.nombre} en Sucursal \\d+\\. `)),
    });
    const otra = await nuevaSucursal();
    await ajustarStock(ctxDe(admin), { id: p.id, stock_actual: 0, motivo_ajuste: 'Liquidado' });
    await ajustarStock(ctxDe(admin, { idSucursal: otra }), { id: p.id, stock_actual: 1, motivo_ajuste: 'Traído' });
    await expect(eliminarProducto(ctxDe(admin), { id: p.id })).rejects.toMatchObject({ code: 'producto_con_stock' });
  });

  test('takes it off the lists and frees its code', async () => {
    const id_categoria = await nuevaCategoria();
    const raw = { nombre: 'Efímero', precio_venta: 1, codigo_barras: 'LIBRE-1', id_categoria };
    const p = await crearProducto(ctxDe(admin), raw);
    const clave = randomUUID();
    const borrado = await eliminarProducto(ctxDe(admin, { clave }), { id: p.id });
    expect(borrado.estado).toBe(false);
    expect(await eliminarProducto(ctxDe(admin, { clave }), { id: p.id })).toEqual(borrado);
    await expect(leerProducto(ctxDe(admin), { id: p.id })).rejects.toMatchObject({ status: 404 });
    await expect(productoPorCodigo(ctxDe(admin), { codigo: 'LIBRE-1' })).rejects.toMatchObject({ status: 404 });
    expect((await crearProducto(ctxDe(admin), raw)).id).not.toBe(p.id);
    await expect(eliminarProducto(ctxDe(cajero), { id: p.id })).rejects.toMatchObject({ status: 403 });
  });
});
