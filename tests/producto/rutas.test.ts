import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import {
  PATCH as editarCategoria,
  DELETE as eliminarCategoria,
  GET as leerCategoria,
} from '@/app/api/inventario/categorias/[id]/route';
import { POST as crearCategoria, GET as listarCategorias } from '@/app/api/inventario/categorias/route';
import { POST as confirmar } from '@/app/api/inventario/importaciones/[id]/confirmar/route';
import { GET as filas } from '@/app/api/inventario/importaciones/[id]/filas/route';
import { DELETE as descartar, GET as leerImportacion } from '@/app/api/inventario/importaciones/[id]/route';
import { POST as subir } from '@/app/api/inventario/importaciones/route';
import { PATCH as editar, DELETE as eliminar, GET as leer } from '@/app/api/inventario/producto/[id]/route';
import { GET as porCodigo } from '@/app/api/inventario/producto/barcode/[codigo]/route';
import { POST as crear, GET as listar } from '@/app/api/inventario/producto/route';
import * as alias from '@/app/api/productos/route';
import { env } from '@/lib/env';
import { prepareQueues } from '@/lib/jobs/prepare';
import { atenderImportacion } from '@/lib/producto/importacion/atender';
import { llamar, tokenDe } from '@/tests/auth/llamar';
import { nuevaPersona, nuevaSucursal } from '@/tests/harness/factories';

/** The contract of `inventario` as an existing client speaks it. */

let almacen: string;
let cajero: string;

beforeAll(async () => {
  await prepareQueues(env().DATABASE_URL);
  const idSucursal = await nuevaSucursal();
  almacen = await tokenDe(await nuevaPersona('Almacenero', idSucursal));
  cajero = await tokenDe(await nuevaPersona('Operador', idSucursal));
});

const id = (n: unknown) => ({ id: String(n) });

test('a category and a product, from their creation to their deletion', async () => {
  const categoria = await llamar(crearCategoria, { metodo: 'POST', token: almacen, cuerpo: { nombre: 'Bebidas' } });
  expect(categoria).toMatchObject({ status: 201, cuerpo: { nombre: 'Bebidas', estado: true } });
  const idCategoria = categoria.cuerpo.id;

  const cuerpo = {
    nombre: 'Coca-Cola 2 L',
    codigo_barras: '7771234567898',
    precio_venta: 11,
    costo_compra: 8.5,
    stock_actual: 24,
    stock_minimo: 6,
    id_categoria: idCategoria,
    id_user_create: 999,
  };
  const headers = { 'idempotency-key': randomUUID() };
  const creado = await llamar(crear, { metodo: 'POST', token: almacen, headers, cuerpo });
  expect(creado).toMatchObject({
    status: 201,
    cuerpo: { stock_actual: 24, categoria: { id: idCategoria, nombre: 'Bebidas' } },
  });
  const repetido = await llamar(crear, { metodo: 'POST', token: almacen, headers, cuerpo });
  expect(repetido).toMatchObject({ status: 200, cuerpo: creado.cuerpo });
  const otroCuerpo = { ...cuerpo, nombre: 'Pepsi' };
  expect(await llamar(crear, { metodo: 'POST', token: almacen, headers, cuerpo: otroCuerpo })).toMatchObject({
    status: 409,
  });

  const { id: idProducto } = creado.cuerpo;
  expect(await llamar(leer, { token: cajero, params: id(idProducto) })).toMatchObject({
    status: 200,
    cuerpo: { precio_venta: 11, costo_compra: null },
  });
  expect(await llamar(porCodigo, { token: cajero, params: { codigo: '7771234567898' } })).toMatchObject({
    status: 200,
    cuerpo: { id: idProducto },
  });
  expect(await llamar(porCodigo, { token: cajero, params: { codigo: '000' } })).toMatchObject({
    status: 404,
    cuerpo: { code: 'no_encontrado', message: 'No hay un producto con el código 000.' },
  });

  const editado = await llamar(editar, {
    metodo: 'PATCH',
    token: almacen,
    params: id(idProducto),
    cuerpo: { ...cuerpo, id_user_create: undefined, precio_venta: 12, stock_actual: 1, id_user_update: 1 },
  });
  expect(editado).toMatchObject({ status: 200, cuerpo: { precio_venta: 12, stock_actual: 24 } });

  const enUso = await llamar(eliminarCategoria, { metodo: 'DELETE', token: almacen, params: id(idCategoria) });
  expect(enUso).toMatchObject({ status: 409, cuerpo: { code: 'categoria_en_uso' } });
  const conStock = await llamar(eliminar, { metodo: 'DELETE', token: almacen, params: id(idProducto) });
  expect(conStock).toMatchObject({ status: 409, cuerpo: { code: 'producto_con_stock' } });
  const aCero = { stock_actual: 0, motivo_ajuste: 'Se vendió todo' };
  await llamar(editar, { metodo: 'PATCH', token: almacen, params: id(idProducto), cuerpo: aCero });
  expect(await llamar(eliminar, { metodo: 'DELETE', token: almacen, params: id(idProducto) })).toMatchObject({
    status: 200,
  });
  expect(await llamar(leer, { token: almacen, params: id(idProducto) })).toMatchObject({ status: 404 });

  const nombre = { nombre: 'Refrescos' };
  const renombrada = await llamar(editarCategoria, {
    metodo: 'PATCH',
    token: almacen,
    params: id(idCategoria),
    cuerpo: nombre,
  });
  expect(renombrada).toMatchObject({ status: 200, cuerpo: nombre });
  expect(await llamar(leerCategoria, { token: cajero, params: id(idCategoria) })).toMatchObject({
    status: 200,
    cuerpo: nombre,
  });
  const borrada = await llamar(eliminarCategoria, { metodo: 'DELETE', token: almacen, params: id(idCategoria) });
  expect(borrada).toMatchObject({ status: 200, cuerpo: { estado: false } });
  expect((await llamar(listarCategorias, { token: cajero })).status).toBe(200);
});

test('an unknown property and every wrong field are named, and a cashier may not write', async () => {
  const cuerpo = { nombre: '', precio_venta: -1, precio: 3, id_categoria: 'x' };
  const mal = await llamar(crear, { metodo: 'POST', token: almacen, cuerpo });
  expect(mal.status).toBe(400);
  expect(JSON.stringify(mal.cuerpo.message)).toContain('precio');
  expect(Object.keys(Object(mal.cuerpo.campos))).toEqual(
    expect.arrayContaining(['nombre', 'precio_venta', 'id_categoria']),
  );
  expect(await llamar(crear, { metodo: 'POST', token: cajero, cuerpo })).toMatchObject({ status: 403 });
});

test('a file by REST: upload, bad rows, confirm, discard; nothing enters before the worker', async () => {
  const csv = 'codigo;nombre;categoria;precio\nR1;Uno;Otros;1,50\nR2;;Otros;2\nR3;Tres;Otros;3\n';
  const nombrado = await subirTexto(csv, { url: 'http://prueba/api/inventario/importaciones?nombre=lista.csv' });
  expect(nombrado).toMatchObject({ status: 201, cuerpo: { archivo: 'lista.csv', situacion: 'LEYENDO' } });
  const params = id(nombrado.cuerpo.id);
  const intento = { ahora: new Date(), ultimo: true, progreso: async () => {} };
  await atenderImportacion(Number(nombrado.cuerpo.id), intento);
  expect(await llamar(leerImportacion, { token: almacen, params })).toMatchObject({
    cuerpo: { situacion: 'REVISADA', filas: 3, filas_malas: 1 },
  });
  const malas = await llamar(filas, { token: almacen, params, url: 'http://kantuta/api/x?malas=1' });
  expect(malas).toMatchObject({ status: 200, cuerpo: [{ linea: 3, falla: 'Falta el nombre.' }] });
  expect(await llamar(leerImportacion, { token: cajero, params })).toMatchObject({ status: 403 });
  const enCola = await llamar(confirmar, { metodo: 'POST', token: almacen, params, cuerpo: { existentes: 'omitir' } });
  expect(enCola).toMatchObject({ status: 202, cuerpo: { situacion: 'EN_COLA' } });
  expect(await llamar(descartar, { metodo: 'DELETE', token: almacen, params })).toMatchObject({ status: 409 });

  const formulario = new FormData();
  formulario.set('archivo', new File([csv], 'formulario.csv', { type: 'text/csv' }));
  const otro = await subirCuerpo(formulario);
  expect(otro).toMatchObject({ status: 201, cuerpo: { archivo: 'formulario.csv' } });
  const descartada = await llamar(descartar, { metodo: 'DELETE', token: almacen, params: id(otro.cuerpo.id) });
  expect(descartada).toMatchObject({ status: 200, cuerpo: { situacion: 'DESCARTADA' } });

  for (const GET of [listar, alias.GET]) {
    const pagina = await llamar(GET, { token: cajero, url: 'http://kantuta/api/x?limite=1' });
    expect(pagina).toMatchObject({ status: 200, cuerpo: [] });
    expect(pagina.headers.get('x-total-count')).toBe('0');
    expect(await llamar(GET, { token: cajero })).toMatchObject({ status: 200, cuerpo: [] });
  }
});

test('without a limit the whole list comes, streamed; with one, a page and its cursor', async () => {
  const { cuerpo } = await llamar(crearCategoria, { metodo: 'POST', token: almacen, cuerpo: { nombre: 'Muchos' } });
  const raw = { precio_venta: 1, id_categoria: cuerpo.id };
  for (let i = 0; i < 3; i++)
    await llamar(crear, { metodo: 'POST', token: almacen, cuerpo: { ...raw, nombre: `Uno ${i}` } });
  const todos = await llamar(alias.GET, { token: cajero });
  expect(Object.values(todos.cuerpo).map((p) => Object(p).nombre)).toEqual(['Uno 2', 'Uno 1', 'Uno 0']);
  const pagina = await llamar(alias.GET, { token: cajero, url: 'http://kantuta/api/x?limite=2' });
  expect(pagina.cuerpo).toHaveLength(2);
  const cursor = pagina.headers.get('x-next-cursor');
  const resto = await llamar(alias.GET, { token: cajero, url: `http://kantuta/api/x?limite=2&cursor=${cursor}` });
  expect(resto.cuerpo).toMatchObject([{ nombre: 'Uno 0' }]);
  expect(resto.headers.get('x-next-cursor')).toBeNull();
});

test('a file larger than the route admits is refused while it arrives', async () => {
  const grande = await subirCuerpo(new Blob([new Uint8Array(17 * 1_048_576)], { type: 'text/csv' }));
  expect(grande).toMatchObject({ status: 413, cuerpo: { code: 'cuerpo_grande' } });
});

async function subirTexto(texto: string, { url }: { url: string }) {
  return subirCuerpo(new Blob([texto], { type: 'text/csv' }), url);
}

async function subirCuerpo(body: Blob | FormData, url = 'http://prueba/api/inventario/importaciones') {
  const req = new Request(url, { method: 'POST', body, headers: { authorization: `Bearer ${almacen}` } });
  const respuesta = await subir(req, { params: Promise.resolve({}) });
  return { status: respuesta.status, cuerpo: (await respuesta.json()) as Record<string, unknown> };
}
