import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { sqlClient } from '@/db';
import type { Actor } from '@/lib/context';
import { crearProducto } from '@/lib/producto/crear';
import { ctxDe, nuevaCategoria, nuevaPersona, nuevaSucursal } from '@/tests/harness/factories';
import { existenciaDe, sumaCuenta } from './fixtures';

let idSucursal: number;
let admin: Actor;
let cajero: Actor;
let id_categoria: number;

beforeAll(async () => {
  idSucursal = await nuevaSucursal();
  admin = await nuevaPersona('Administrador', idSucursal);
  cajero = await nuevaPersona('Operador', idSucursal);
  id_categoria = await nuevaCategoria();
});

const base = () => ({ nombre: 'Café Copacabana 500 g', precio_venta: 25.5, id_categoria });

describe('crearProducto', () => {
  test('answers the contract shape, and what is not given is zero', async () => {
    const dto = await crearProducto(ctxDe(admin), { ...base(), codigo_barras: '', id_user_create: 77 });
    expect(dto).toMatchObject({
      nombre: 'Café Copacabana 500 g',
      codigo_barras: null,
      unidad: 'unidad',
      precio_venta: 25.5,
      costo_compra: 0,
      stock_actual: 0,
      stock_minimo: 0,
      favorito: false,
      categoria: { id: id_categoria },
      estado: true,
      id_user_create: admin.idUsuario,
    });
  });

  test('opening stock enters the kardex at cost × quantity, against capital of the same branch', async () => {
    const capital = await sumaCuenta(`capital.S${idSucursal}`);
    const dto = await crearProducto(ctxDe(admin), {
      ...base(),
      unidad: 'kg',
      costo_compra: 7.33,
      stock_actual: 2.5,
    });
    expect(dto.stock_actual).toBe(2.5);
    expect(await existenciaDe(dto.id, idSucursal)).toEqual({ cantidad: 2500, valor: 1833 });
    expect(await sumaCuenta(`capital.S${idSucursal}`)).toBe(capital - 1833);
    const [movimiento] = await sqlClient()`
      select m.tipo, m.tipo_documento, m.id_documento, a.tipo_documento as de, a.bolsillo
      from movimiento_stock m join asiento a on a.id = m.id_asiento where m.id_producto = ${dto.id}`;
    expect(movimiento).toEqual({
      tipo: 'INICIAL',
      tipo_documento: 'stock_inicial',
      id_documento: dto.id,
      de: 'stock_inicial',
      bolsillo: 'fondo',
    });
  });

  test('stock without cost moves goods and no money', async () => {
    const dto = await crearProducto(ctxDe(admin), { ...base(), stock_actual: 4 });
    expect(await existenciaDe(dto.id, idSucursal)).toEqual({ cantidad: 4000, valor: 0 });
    const asientos =
      await sqlClient()`select 1 from asiento where tipo_documento = 'stock_inicial' and id_documento = ${dto.id}`;
    expect(asientos).toHaveLength(0);
  });

  test('its price history begins with it', async () => {
    const { id } = await crearProducto(ctxDe(admin), base());
    const historia = await sqlClient()`select precio, id_usuario from precio_producto where id_producto = ${id}`;
    expect([...historia]).toEqual([{ precio: 2550, id_usuario: admin.idUsuario }]);
  });

  test('is refused to a cashier', async () => {
    await expect(crearProducto(ctxDe(cajero), base())).rejects.toMatchObject({ code: 'sin_permiso', status: 403 });
  });

  test('a code in use is refused with the name of its owner, also when two arrive at once', async () => {
    const codigo_barras = '7770001000017';
    const intentos = await Promise.allSettled(
      Array.from({ length: 6 }, (_, i) =>
        crearProducto(ctxDe(admin), { ...base(), nombre: `Gemelo ${i}`, codigo_barras }),
      ),
    );
    expect(intentos.filter((i) => i.status === 'fulfilled')).toHaveLength(1);
    const rechazo = intentos.find((i) => i.status === 'rejected');
    expect(rechazo?.reason).toMatchObject({ code: 'codigo_repetido', status: 409 });
    expect(rechazo?.reason.message).toMatch(/El código 7770001000017 ya es de Gemelo \d\./);
  });

  test.each([
    ['a negative price', { precio_venta: -1 }],
    ['three decimals', { precio_venta: 1.234 }],
    ['an empty name', { nombre: '   ' }],
    ['a category that is not there', { id_categoria: 999_999 }],
    ['an unknown property', { precio: 3 }],
    ['an unknown unit', { unidad: 'caja' }],
    ['a negative stock', { stock_actual: -1 }],
    ['a value larger than the libro takes', { costo_compra: 900_000_000, stock_actual: 9_000_000 }],
  ])('%s is refused and leaves nothing', async (_, mal) => {
    const antes = await sqlClient()`select count(*) as n from producto`;
    await expect(crearProducto(ctxDe(admin), { ...base(), ...mal })).rejects.toThrow();
    expect(await sqlClient()`select count(*) as n from producto`).toEqual(antes);
  });

  test('the same key answers the same product; with another content it is refused', async () => {
    const clave = randomUUID();
    const raw = { ...base(), costo_compra: 3, stock_actual: 5 };
    const repeticiones: boolean[] = [];
    const ctx = () => ctxDe(admin, { clave, onReplay: () => repeticiones.push(true) });
    const primero = await crearProducto(ctx(), raw);
    expect(await crearProducto(ctx(), raw)).toEqual(primero);
    expect(repeticiones).toEqual([true]);
    expect(await existenciaDe(primero.id, idSucursal)).toEqual({ cantidad: 5000, valor: 1500 });
    await expect(crearProducto(ctx(), { ...raw, precio_venta: 26 })).rejects.toMatchObject({
      code: 'clave_reutilizada',
    });
  });
});
