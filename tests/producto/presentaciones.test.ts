import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { historiaDeProducto } from '@/lib/auditoria/queries';
import type { Actor } from '@/lib/context';
import { PermisoError } from '@/lib/errors';
import { agregarCodigo } from '@/lib/presentacion/agregar-codigo';
import { crearPresentacion } from '@/lib/presentacion/crear';
import { editarPresentacion } from '@/lib/presentacion/editar';
import { eliminarPresentacion } from '@/lib/presentacion/eliminar';
import { ponerPrecio } from '@/lib/presentacion/poner-precio';
import { leerFicha } from '@/lib/presentacion/queries';
import { quitarCodigo } from '@/lib/presentacion/quitar-codigo';
import { editarProducto } from '@/lib/producto/editar';
import { leerProducto, listarProductos, productoPorCodigo } from '@/lib/producto/queries';
import { anotarVencimiento } from '@/lib/reposicion/anotar-vencimiento';
import { ponerReposicion } from '@/lib/reposicion/poner';
import { listarVencimientos } from '@/lib/reposicion/queries';
import { resolverVencimiento } from '@/lib/reposicion/resolver-vencimiento';
import { contar, todoCuadra, todosJuntos } from '../concurrency/juntos';
import { ctxDe, nuevaPersona, nuevaSucursal, nuevoProducto } from '../harness/factories';
import { auditadas } from './fixtures';

let idSucursal: number;
let otraSucursal: number;
let admin: Actor;
let cajero: Actor;

beforeAll(async () => {
  [idSucursal, otraSucursal] = [await nuevaSucursal(), await nuevaSucursal()];
  admin = await nuevaPersona('Administrador', idSucursal);
  cajero = await nuevaPersona('Operador', idSucursal);
});

const codigo = () => `K${randomUUID().slice(0, 12)}`;

describe('the codes of a product', () => {
  test('are many, and each of them finds it; the counter’s search too', async () => {
    const { id } = await nuevoProducto(idSucursal);
    const [uno, dos] = [codigo(), `9${Math.floor(Math.random() * 1e10)}`];
    await agregarCodigo(ctxDe(admin), { id_producto: id, codigo: uno });
    await agregarCodigo(ctxDe(admin), { id_producto: id, codigo: dos });
    expect((await productoPorCodigo(ctxDe(cajero), { codigo: uno })).id).toBe(id);
    expect((await listarProductos(ctxDe(cajero), { buscar: dos })).items.map((p) => p.id)).toEqual([id]);
    expect((await listarProductos(ctxDe(cajero), { buscar: dos.slice(0, 8) })).items.map((p) => p.id)).toEqual([id]);
    expect((await leerFicha(ctxDe(admin), { id })).codigos.map((c) => c.codigo)).toEqual([uno, dos]);
    expect(await auditadas('producto.codigo_agregar', id)).toBe(2);
  });

  test('name one thing: whose it is comes in the refusal, also when two come at once', async () => {
    const [p, otro] = [await nuevoProducto(idSucursal), await nuevoProducto(idSucursal)];
    const c = codigo();
    await agregarCodigo(ctxDe(admin), { id_producto: p.id, codigo: c });
    await expect(agregarCodigo(ctxDe(admin), { id_producto: otro.id, codigo: c })).rejects.toMatchObject({
      code: 'codigo_repetido',
      message: `El código ${c} ya es de ${p.nombre}.`,
    });
    await expect(editarProducto(ctxDe(admin), { id: otro.id, codigo_barras: c })).rejects.toMatchObject({
      code: 'codigo_repetido',
    });
    const nuevo = codigo();
    const aLaVez = [p.id, otro.id, p.id, otro.id].map(
      (id_producto) => () => agregarCodigo(ctxDe(admin), { id_producto, codigo: nuevo }),
    );
    const { hechos, rechazos } = await todosJuntos(aLaVez);
    expect([hechos.length, contar(rechazos)]).toEqual([1, { codigo_repetido: 3 }]);
  });

  test('are taken off one by one, but for the main one; then they are free', async () => {
    const p = await nuevoProducto(idSucursal);
    await editarProducto(ctxDe(admin), { id: p.id, codigo_barras: codigo() });
    const libre = await agregarCodigo(ctxDe(admin), { id_producto: p.id, codigo: codigo() });
    const [principal] = (await leerFicha(ctxDe(admin), { id: p.id })).codigos;
    await expect(quitarCodigo(ctxDe(admin), { id: principal?.id })).rejects.toMatchObject({ code: 'codigo_principal' });
    await quitarCodigo(ctxDe(admin), { id: libre.id });
    await expect(quitarCodigo(ctxDe(admin), { id: libre.id })).rejects.toMatchObject({ code: 'no_encontrado' });
    const otro = await nuevoProducto(idSucursal);
    await agregarCodigo(ctxDe(admin), { id_producto: otro.id, codigo: libre.codigo });
  });

  test('are for who may edit the catalogue', async () => {
    await expect(agregarCodigo(ctxDe(cajero), { id_producto: 1, codigo: 'x' })).rejects.toThrow(PermisoError);
    await expect(quitarCodigo(ctxDe(cajero), { id: 1 })).rejects.toThrow(PermisoError);
  });
});

describe('a presentation', () => {
  test('has its price, its codes and no stock of its own; repeated with its key it is one', async () => {
    const p = await nuevoProducto(idSucursal, { precio: 5, stock: 30 });
    const c = codigo();
    const ctx = ctxDe(admin, { clave: randomUUID() });
    const raw = { id_producto: p.id, nombre: 'Six-pack', factor: 6, precio_venta: 27, codigo: c };
    const dto = await crearPresentacion(ctx, raw);
    expect(await crearPresentacion(ctx, raw)).toEqual(dto);
    expect(dto).toMatchObject({ nombre: 'Six-pack', factor: 6, precio_venta: 27, codigos: [{ codigo: c }] });
    expect((await leerFicha(ctxDe(cajero), { id: p.id })).presentaciones).toEqual([dto]);
    expect((await productoPorCodigo(ctxDe(cajero), { codigo: c })).id).toBe(p.id);
    expect((await leerProducto(ctxDe(cajero), { id: p.id })).stock_actual).toBe(30);
    await expect(crearPresentacion(ctxDe(admin), { ...raw, nombre: 'SIX-PACK', codigo: null })).rejects.toMatchObject({
      code: 'presentacion_repetida',
    });
    await expect(crearPresentacion(ctxDe(admin), { ...raw, nombre: 'Otra' })).rejects.toMatchObject({
      code: 'codigo_repetido',
      message: `El código ${c} ya es de ${p.nombre} (Six-pack).`,
    });
    await expect(crearPresentacion(ctxDe(cajero), raw)).rejects.toThrow(PermisoError);
  });

  test('changes its name and price with history, and deleted it frees its code and ends its branch prices', async () => {
    const p = await nuevoProducto(idSucursal);
    const c = codigo();
    const t = await crearPresentacion(ctxDe(admin), {
      id_producto: p.id,
      nombre: 'Caja',
      factor: 12,
      precio_venta: 100,
      codigo: c,
    });
    await editarPresentacion(ctxDe(admin), { id: t.id, precio_venta: 95.5 });
    await ponerPrecio(ctxDe(admin), {
      id_producto: p.id,
      id_presentacion: t.id,
      id_sucursal: idSucursal,
      precio_venta: 90,
    });
    expect((await leerFicha(ctxDe(admin), { id: p.id })).sucursales[0]?.presentaciones).toEqual({ [t.id]: 90 });
    await eliminarPresentacion(ctxDe(admin), { id: t.id });
    const { presentaciones, precios, sucursales } = await leerFicha(ctxDe(admin), { id: p.id });
    expect([presentaciones, sucursales[0]?.presentaciones]).toEqual([[], {}]);
    const deCaja = precios.filter((h) => h.presentacion === 'Caja').map((h) => [h.precio, h.sucursal !== null]);
    expect(deCaja).toEqual([
      [null, false],
      [null, true],
      [90, true],
      [95.5, false],
      [100, false],
    ]);
    await expect(editarPresentacion(ctxDe(admin), { id: t.id, nombre: 'x' })).rejects.toMatchObject({ status: 404 });
    await agregarCodigo(ctxDe(admin), { id_producto: p.id, codigo: c });
    await expect(eliminarPresentacion(ctxDe(cajero), { id: t.id })).rejects.toThrow(PermisoError);
  });
});

describe('the price of a branch', () => {
  test('is what that branch sees and charges, and an edit there changes it and nobody else’s', async () => {
    const p = await nuevoProducto(idSucursal, { precio: 10 });
    const aqui = ctxDe(admin);
    const alla = ctxDe(await nuevaPersona('Administrador', otraSucursal));
    await ponerPrecio(aqui, { id_producto: p.id, id_sucursal: idSucursal, precio_venta: 12 });
    expect(await leerProducto(aqui, { id: p.id })).toMatchObject({ precio_venta: 12, precio_base: 10 });
    expect(await leerProducto(alla, { id: p.id })).toMatchObject({ precio_venta: 10, precio_base: 10 });
    await editarProducto(aqui, { id: p.id, precio_venta: 12, nombre: p.nombre });
    await editarProducto(aqui, { id: p.id, precio_venta: 13 });
    await editarProducto(alla, { id: p.id, precio_venta: 11 });
    expect(await leerProducto(aqui, { id: p.id })).toMatchObject({ precio_venta: 13, precio_base: 11 });
    await ponerPrecio(aqui, { id_producto: p.id, id_sucursal: idSucursal, precio_venta: null });
    expect(await leerProducto(aqui, { id: p.id })).toMatchObject({ precio_venta: 11, precio_base: 11 });
    expect((await historiaDeProducto(aqui, { id: p.id })).map((h) => h.frase.split(' ')[0])).toEqual([
      'cambió',
      'editó',
      'editó',
      'cambió',
      'creó',
    ]);
  });

  test('is set only where one works', async () => {
    const p = await nuevoProducto(idSucursal);
    const raw = { id_producto: p.id, id_sucursal: otraSucursal, precio_venta: 1 };
    await expect(ponerPrecio(ctxDe(admin), raw)).rejects.toThrow(PermisoError);
    await expect(ponerPrecio(ctxDe(cajero), { ...raw, id_sucursal: idSucursal })).rejects.toThrow(PermisoError);
  });
});

describe('restocking and expiry', () => {
  test('a branch may have its own minimum: low is counted by it, there alone', async () => {
    const p = await nuevoProducto(idSucursal, { stock: 5 });
    const bajos = async () =>
      (await listarProductos(ctxDe(admin), { bajo_stock: true, buscar: p.nombre })).items.length;
    expect(await bajos()).toBe(0);
    await ponerReposicion(ctxDe(admin), {
      id_producto: p.id,
      id_sucursal: idSucursal,
      stock_minimo: 8,
      dias_cobertura: 15,
    });
    expect(await bajos()).toBe(1);
    expect(await leerProducto(ctxDe(admin), { id: p.id })).toMatchObject({
      stock_minimo: 8,
      stock_minimo_base: 0,
      dias_cobertura: 15,
    });
    await editarProducto(ctxDe(admin), { id: p.id, stock_minimo: 4 });
    expect(await leerProducto(ctxDe(admin), { id: p.id })).toMatchObject({ stock_minimo: 4, stock_minimo_base: 0 });
    await ponerReposicion(ctxDe(admin), {
      id_producto: p.id,
      id_sucursal: idSucursal,
      stock_minimo: null,
      dias_cobertura: null,
    });
    expect(await leerProducto(ctxDe(admin), { id: p.id })).toMatchObject({ stock_minimo: 0, dias_cobertura: null });
    await expect(
      ponerReposicion(ctxDe(admin), { id_producto: p.id, id_sucursal: otraSucursal, stock_minimo: 1 }),
    ).rejects.toThrow(PermisoError);
  });

  test('what expires soon is listed nearest first until somebody says how it ended, once', async () => {
    const p = await nuevoProducto(idSucursal);
    const lejos = await anotarVencimiento(ctxDe(admin), { id_producto: p.id, vence: '2027-03-01', lote: 'B' });
    const cerca = await anotarVencimiento(ctxDe(admin), { id_producto: p.id, vence: '2026-11-25', cantidad: 12 });
    const pasado = await anotarVencimiento(ctxDe(admin), { id_producto: p.id, vence: '2026-11-19' });
    expect([cerca.dias, pasado.dias, lejos.lote]).toEqual([5, -1, 'B']);
    const vigilados = async (dias?: number) =>
      (await listarVencimientos(ctxDe(cajero), { id_producto: p.id, ...(dias !== undefined && { dias }) })).map(
        (v) => v.id,
      );
    expect(await vigilados(30)).toEqual([pasado.id, cerca.id]);
    expect(await vigilados()).toEqual([pasado.id, cerca.id, lejos.id]);
    await resolverVencimiento(ctxDe(admin), { id: pasado.id, resolucion: 'RETIRADO' });
    await expect(resolverVencimiento(ctxDe(admin), { id: pasado.id, resolucion: 'VENDIDO' })).rejects.toMatchObject({
      status: 404,
    });
    const ajeno = ctxDe(await nuevaPersona('Administrador', otraSucursal));
    await expect(resolverVencimiento(ajeno, { id: cerca.id, resolucion: 'ERROR' })).rejects.toMatchObject({
      status: 404,
    });
    await expect(anotarVencimiento(ctxDe(cajero), { id_producto: p.id, vence: '2027-01-01' })).rejects.toThrow(
      PermisoError,
    );
    expect(await vigilados(30)).toEqual([cerca.id]);
  });
});

test('after all of it the books and the catalogue agree', todoCuadra);
