import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/context';
import { aplicarEdicion } from '@/lib/edicion/aplicar';
import { deshacerEdicion } from '@/lib/edicion/deshacer';
import { listarEdiciones, verEdicion } from '@/lib/edicion/queries';
import { PermisoError } from '@/lib/errors';
import { editarProducto } from '@/lib/producto/editar';
import { leerProducto } from '@/lib/producto/queries';
import type { ProductoDto } from '@/lib/producto/schemas';
import { contar, todoCuadra, todosJuntos } from '../concurrency/juntos';
import { ctxDe, nuevaCategoria, nuevaPersona, nuevaSucursal, nuevoProducto } from '../harness/factories';
import { auditadas } from './fixtures';

let idSucursal: number;
let admin: Actor;
let almacenero: Actor;

beforeAll(async () => {
  idSucursal = await nuevaSucursal();
  admin = await nuevaPersona('Administrador', idSucursal);
  almacenero = await nuevaPersona('Almacenero', idSucursal);
});

const tres = async () => [
  await nuevoProducto(idSucursal, { precio: 10 }),
  await nuevoProducto(idSucursal, { precio: 3.33 }),
  await nuevoProducto(idSucursal, { precio: 0 }),
];
const subir = (valor: number) => ({ campo: 'precio_porcentaje', valor, redondeo: 0.1 });
const elegidos = (productos: readonly ProductoDto[]) => ({ ids: productos.map((p) => p.id) });
const precios = async (productos: readonly ProductoDto[]) =>
  Promise.all(productos.map(async (p) => (await leerProducto(ctxDe(admin), { id: p.id })).precio_venta));

async function aplicar(pedido: { cambio: unknown; cuales: unknown }, clave: string | null = null) {
  const { huella } = await verEdicion(ctxDe(admin), pedido);
  return aplicarEdicion(ctxDe(admin, { clave }), { ...pedido, huella });
}

describe('editing many products', () => {
  test('shows first what would change, writes nothing, and then does exactly that in one act', async () => {
    const productos = await tres();
    const pedido = { cambio: subir(5), cuales: elegidos(productos) };
    const vista = await verEdicion(ctxDe(admin), pedido);
    expect(vista).toMatchObject({ elegidos: 3, cambian: 2, con_precio_propio: 0 });
    expect(vista.muestra.map((f) => [f.antes, f.despues])).toEqual([
      ['Bs\u00a010,00', 'Bs\u00a010,50'],
      ['Bs\u00a03,33', 'Bs\u00a03,50'],
    ]);
    expect(await precios(productos)).toEqual([10, 3.33, 0]);
    const clave = randomUUID();
    const hecha = await aplicarEdicion(ctxDe(admin, { clave }), { ...pedido, huella: vista.huella });
    expect(await aplicarEdicion(ctxDe(admin, { clave }), { ...pedido, huella: vista.huella })).toEqual(hecha);
    expect(hecha).toMatchObject({ filas: 2, que: 'Precio +5\u00a0%, redondeado a Bs\u00a00,10', deshecha: false });
    expect(await precios(productos)).toEqual([10.5, 3.5, 0]);
    expect(await auditadas('edicion.aplicar', hecha.id)).toBe(1);
  });

  test('by a filter takes all that the list shows; each field can be changed', async () => {
    const id_categoria = await nuevaCategoria();
    const productos = await tres();
    await aplicar({ cambio: { campo: 'id_categoria', valor: id_categoria }, cuales: elegidos(productos) });
    const cuales = { filtro: { id_categoria } };
    await aplicar({ cambio: { campo: 'favorito', valor: true }, cuales });
    await aplicar({ cambio: { campo: 'stock_minimo', valor: 7.5 }, cuales });
    await aplicar({ cambio: { campo: 'dias_cobertura', valor: 14 }, cuales });
    await aplicar({ cambio: { campo: 'tratamiento', valor: 'EXENTO' }, cuales });
    await aplicar({ cambio: { campo: 'politica_sobreventa', valor: 'AVISAR' }, cuales });
    await aplicar({ cambio: { campo: 'precio_venta', valor: 9.9 }, cuales });
    for (const { id } of productos) {
      expect(await leerProducto(ctxDe(admin), { id })).toMatchObject({
        categoria: { id: id_categoria },
        favorito: true,
        stock_minimo: 7.5,
        dias_cobertura: 14,
        tratamiento: 'EXENTO',
        politica_sobreventa: 'AVISAR',
        precio_venta: 9.9,
      });
    }
  });

  test('is refused when the catalogue is no longer what was seen, when nothing would change, and by role', async () => {
    const productos = await tres();
    const pedido = { cambio: subir(10), cuales: elegidos(productos) };
    const { huella } = await verEdicion(ctxDe(admin), pedido);
    await editarProducto(ctxDe(admin), { id: productos[0]?.id, precio_venta: 20 });
    await expect(aplicarEdicion(ctxDe(admin), { ...pedido, huella })).rejects.toMatchObject({ code: 'vista_vencida' });
    expect(await precios(productos)).toEqual([20, 3.33, 0]);
    const nada = { cambio: { campo: 'favorito', valor: false }, cuales: elegidos(productos) };
    const vacia = await verEdicion(ctxDe(admin), nada);
    await expect(aplicarEdicion(ctxDe(admin), { ...nada, huella: vacia.huella })).rejects.toMatchObject({
      code: 'edicion_vacia',
    });
    await expect(verEdicion(ctxDe(almacenero), pedido)).rejects.toThrow(PermisoError);
    await expect(aplicarEdicion(ctxDe(almacenero), { ...pedido, huella })).rejects.toThrow(PermisoError);
    const inexistente = { cambio: { campo: 'id_categoria', valor: 2_000_000_000 }, cuales: elegidos(productos) };
    const { huella: h } = await verEdicion(ctxDe(admin), inexistente);
    await expect(aplicarEdicion(ctxDe(admin), { ...inexistente, huella: h })).rejects.toMatchObject({ status: 400 });
  });

  test('seen twice and pressed by many at once, it happens once', async () => {
    const productos = await tres();
    const pedido = { cambio: subir(10), cuales: elegidos(productos) };
    const { huella } = await verEdicion(ctxDe(admin), pedido);
    const veces = Array.from({ length: 5 }, () => () => aplicarEdicion(ctxDe(admin), { ...pedido, huella }));
    const { hechos, rechazos } = await todosJuntos(veces);
    expect([hechos.length, contar(rechazos)]).toEqual([1, { vista_vencida: 4 }]);
    expect(await precios(productos)).toEqual([11, 3.7, 0]);
  });
});

describe('undoing an edition', () => {
  test('puts back what nobody touched since, once, and says how many it left', async () => {
    const productos = await tres();
    const { id } = await aplicar({ cambio: subir(50), cuales: elegidos(productos) });
    await editarProducto(ctxDe(admin), { id: productos[1]?.id, precio_venta: 8 });
    const clave = randomUUID();
    const vuelta = await deshacerEdicion(ctxDe(admin, { clave }), { id });
    expect(vuelta).toMatchObject({ filas: 1, cambiados: 1 });
    expect(await deshacerEdicion(ctxDe(admin, { clave }), { id })).toEqual(vuelta);
    expect(await precios(productos)).toEqual([10, 8, 0]);
    await expect(deshacerEdicion(ctxDe(admin), { id })).rejects.toMatchObject({ code: 'edicion_deshecha' });
    await expect(deshacerEdicion(ctxDe(admin), { id: vuelta.id })).rejects.toMatchObject({ code: 'edicion_deshecha' });
    const [ultima, primera] = (await listarEdiciones(ctxDe(admin), { limite: 2 })).items;
    expect([ultima?.deshace_a, primera?.deshecha, primera?.id]).toEqual([id, true, id]);
  });

  test('is refused by role, of what is not there, and when everything changed since', async () => {
    const productos = await tres();
    const { id } = await aplicar({ cambio: { campo: 'precio_venta', valor: 4 }, cuales: elegidos(productos) });
    for (const p of productos) await editarProducto(ctxDe(admin), { id: p.id, precio_venta: 5 });
    await expect(deshacerEdicion(ctxDe(almacenero), { id })).rejects.toThrow(PermisoError);
    await expect(deshacerEdicion(ctxDe(admin), { id: 2_000_000_000 })).rejects.toMatchObject({ status: 404 });
    await expect(deshacerEdicion(ctxDe(admin), { id })).rejects.toMatchObject({ code: 'nada_que_deshacer' });
  });

  test('by many at once happens once', async () => {
    const productos = await tres();
    const { id } = await aplicar({ cambio: subir(50), cuales: elegidos(productos) });
    const { hechos, rechazos } = await todosJuntos(
      Array.from({ length: 4 }, () => () => deshacerEdicion(ctxDe(admin), { id })),
    );
    expect(hechos.length).toBe(1);
    expect(rechazos.every((c) => c === 'edicion_deshecha' || c === 'nada_que_deshacer')).toBe(true);
    expect(await precios(productos)).toEqual([10, 3.33, 0]);
  });
});

test('after all of it the catalogue and its history agree', todoCuadra);
