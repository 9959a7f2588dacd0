import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { sqlClient } from '@/db';
import type { Actor } from '@/lib/context';
import { aplicarEdicion } from '@/lib/edicion/aplicar';
import { verEdicion } from '@/lib/edicion/queries';
import { generarCodigos } from '@/lib/etiqueta/generar-codigos';
import { leerEtiquetas } from '@/lib/etiqueta/queries';
import { codigoInterno } from '@/lib/etiqueta/rules';
import { agregarCodigo } from '@/lib/presentacion/agregar-codigo';
import { crearPresentacion } from '@/lib/presentacion/crear';
import { ponerPrecio } from '@/lib/presentacion/poner-precio';
import { crearProducto } from '@/lib/producto/crear';
import { productoPorCodigo } from '@/lib/producto/queries';
import { esCodigoGtin } from '@/lib/producto/rules';
import { verificar } from '@/lib/verificacion/verificar';
import { ctxDe, nuevaCategoria, nuevaPersona, nuevaSucursal } from '@/tests/harness/factories';
import { auditadas } from '../producto/fixtures';

let idSucursal: number;
let admin: Actor;
let cajero: Actor;

beforeAll(async () => {
  idSucursal = await nuevaSucursal();
  admin = await nuevaPersona('Administrador', idSucursal);
  cajero = await nuevaPersona('Operador', idSucursal);
});

const ctx = (pedido = {}) => ctxDe(admin, pedido);
const crear = async (nombre: string, mas: Record<string, unknown> = {}) =>
  crearProducto(ctx(), { nombre, precio_venta: 10, id_categoria: await nuevaCategoria(), ...mas });

describe('leerEtiquetas', () => {
  test('says what the branch charges, with bars, the presentations after their product', async () => {
    const { id } = await crear('Leche', { codigo_barras: '7771214001109', precio_venta: 7.5 });
    const caja = await crearPresentacion(ctx(), { id_producto: id, nombre: 'Caja', factor: 12, precio_venta: 84 });
    await ponerPrecio(ctx(), { id_producto: id, id_sucursal: idSucursal, precio_venta: 7 });
    const { items } = await leerEtiquetas(ctxDe(cajero), { ids: String(id), presentaciones: 'true' });
    expect(items).toMatchObject([
      { nombre: 'Leche', presentacion: null, precio_venta: 7, codigo: '7771214001109', barras: { ancho: 117 } },
      { id_presentacion: caja.id, presentacion: 'Caja', precio_venta: 84, precio_por_unidad: 7, barras: null },
    ]);
  });

  test('of a whole change of prices are those of what it changed', async () => {
    const [a, b] = [await crear('Sube A'), await crear('Sube B')];
    const pedido = { cambio: { campo: 'precio_porcentaje', valor: 10 }, cuales: { ids: [a.id, b.id] } };
    const { huella } = await verEdicion(ctx(), pedido);
    const { id } = await aplicarEdicion(ctx(), { ...pedido, huella });
    const { items } = await leerEtiquetas(ctx(), { edicion: String(id) });
    expect(items.map((e) => [e.nombre, e.precio_venta])).toEqual([
      ['Sube A', 11],
      ['Sube B', 11],
    ]);
  });

  test('asks for one of the two, and at most so many', async () => {
    await expect(leerEtiquetas(ctx(), {})).rejects.toThrow('Hay que decir');
    await expect(leerEtiquetas(ctx(), { ids: '1', edicion: '1' })).rejects.toThrow('Hay que decir');
    const muchos = Array.from({ length: 501 }, (_, i) => i + 1).join(',');
    await expect(leerEtiquetas(ctx(), { ids: muchos })).rejects.toThrow('Como máximo 500');
  });
});

describe('generarCodigos', () => {
  test('gives an EAN-13 of the shop to what has none, that the counter then reads; the rest is left alone', async () => {
    const { id } = await crear('Pan suelto');
    const conCodigo = await crear('Con código', { codigo_barras: 'YA-1' });
    const docena = await crearPresentacion(ctx(), { id_producto: id, nombre: 'Docena', factor: 12, precio_venta: 100 });
    const pedido = { productos: [id, conCodigo.id], presentaciones: [docena.id] };
    const clave = randomUUID();
    const dados = await generarCodigos(ctx({ clave }), pedido);
    expect(dados).toEqual([
      { id_producto: id, id_presentacion: null, codigo: codigoInterno('29', 'producto', id) },
      { id_producto: id, id_presentacion: docena.id, codigo: codigoInterno('29', 'presentacion', docena.id) },
    ]);
    expect(dados.every((d) => esCodigoGtin(d.codigo) && /^2\d{12}$/.test(d.codigo))).toBe(true);
    expect((await productoPorCodigo(ctx(), { codigo: dados[0]?.codigo })).id).toBe(id);
    expect(await productoPorCodigo(ctx(), { codigo: dados[1]?.codigo })).toMatchObject({
      id,
      presentacion: { id: docena.id, factor: 12 },
    });
    expect(await auditadas('producto.codigo_interno', id)).toBe(2);
    expect(await generarCodigos(ctx({ clave }), pedido)).toEqual(dados);
    expect(await generarCodigos(ctx(), pedido)).toEqual([]);
    expect(await verificar(sqlClient())).toEqual([]);
  });

  test('never a prefix that a scale prints, nor a code that somebody typed; refused to who may not edit', async () => {
    const [uno, otro] = [await crear('Uno'), await crear('Otro', { codigo_barras: 'OTRO' })];
    await agregarCodigo(ctx(), { id_producto: otro.id, codigo: codigoInterno('28', 'producto', uno.id) });
    await sqlClient()`update sucursal set formatos_balanza = '{29AAAAAPPPPPC}' where id = ${idSucursal}`;
    await expect(generarCodigos(ctxDe(cajero), { productos: [uno.id] })).rejects.toMatchObject({ status: 403 });
    await expect(generarCodigos(ctx(), {})).rejects.toThrow('al menos un producto');
    const [dado] = await generarCodigos(ctx(), { productos: [uno.id] });
    expect(dado?.codigo).toBe(codigoInterno('27', 'producto', uno.id));
    const todos = Array.from({ length: 10 }, (_, i) => `${20 + i}AAAAAPPPPPC`);
    await sqlClient()`update sucursal set formatos_balanza = ${todos}::text[] where id = ${idSucursal}`;
    const dos = await crear('Dos');
    await expect(generarCodigos(ctx(), { productos: [dos.id] })).rejects.toMatchObject({
      code: 'sin_codigos_internos',
    });
    await sqlClient()`update sucursal set formatos_balanza = '{}' where id = ${idSucursal}`;
  });

  test('of many at once gives each product one code', async () => {
    const { id } = await crear('De muchos');
    const dados = await Promise.all([1, 2, 3, 4].map(() => generarCodigos(ctx(), { productos: [id] })));
    expect(dados.flat()).toHaveLength(1);
  });
});
