import { beforeAll, describe, expect, test } from 'vitest';
import { sqlClient } from '@/db';
import type { Actor } from '@/lib/context';
import { crearProducto } from '@/lib/producto/crear';
import { listarProductos, productoPorCodigo } from '@/lib/producto/queries';
import type { Orden } from '@/lib/producto/rules';
import { ctxDe, nuevaCategoria, nuevaPersona, nuevaSucursal } from '@/tests/harness/factories';

let admin: Actor;
let cajero: Actor;
let otra: number;
let bebidas: number;

const NOMBRES = [
  'Té Clásico',
  'Té verde',
  'Café 100% puro',
  'Leche PIL entera',
  'leche pil descremada',
  'Ácido_cítrico',
];

beforeAll(async () => {
  const idSucursal = await nuevaSucursal();
  otra = await nuevaSucursal();
  admin = await nuevaPersona('Administrador', idSucursal);
  cajero = await nuevaPersona('Operador', idSucursal);
  bebidas = await nuevaCategoria();
  const varios = await nuevaCategoria();
  for (const [i, nombre] of NOMBRES.entries()) {
    await crearProducto(ctxDe(admin), {
      nombre,
      codigo_barras: `777000000000${i}`,
      precio_venta: 5 + i,
      costo_compra: 2,
      stock_actual: i * 3,
      stock_minimo: 6,
      favorito: i % 2 === 0,
      id_categoria: i < 3 ? bebidas : varios,
    });
  }
});

const nombres = async (raw: Record<string, unknown>, quien = cajero) =>
  (await listarProductos(ctxDe(quien), raw)).items.map((p) => p.nombre);

describe('listarProductos', () => {
  test('the newest first, with the total', async () => {
    const pagina = await listarProductos(ctxDe(cajero), {});
    expect(pagina.items.map((p) => p.nombre)).toEqual([...NOMBRES].reverse());
    expect(pagina.meta).toEqual({ nextCursor: null, total: 6 });
  });

  test('search ignores case and accents, and wants every word in any order', async () => {
    expect(await nombres({ buscar: 'te' })).toContain('Té Clásico');
    expect(await nombres({ buscar: 'PIL leche' })).toEqual(['leche pil descremada', 'Leche PIL entera']);
    expect(await nombres({ buscar: 'leche desc' })).toEqual(['leche pil descremada']);
    expect(await nombres({ buscar: 'leche verde' })).toEqual([]);
  });

  test('signs of the pattern language are only signs', async () => {
    expect(await nombres({ buscar: '100%' })).toEqual(['Café 100% puro']);
    expect(await nombres({ buscar: 'o_c' })).toEqual(['Ácido_cítrico']);
    expect(await nombres({ buscar: '\\' })).toEqual([]);
  });

  test('names that begin with the text come first, then words that do, then the rest', async () => {
    await crearProducto(ctxDe(admin), { nombre: 'Agua de té', precio_venta: 1, id_categoria: bebidas });
    expect(await nombres({ buscar: 'té' })).toEqual(['Té Clásico', 'Té verde', 'Agua de té', 'Leche PIL entera']);
  });

  test('the exact code comes first, even if others contain it', async () => {
    await crearProducto(ctxDe(admin), {
      nombre: 'Aaa',
      codigo_barras: '7770000000003-B',
      precio_venta: 1,
      id_categoria: bebidas,
    });
    expect(await nombres({ buscar: '7770000000003' })).toEqual(['Leche PIL entera', 'Aaa']);
  });

  test('filters by category, favourite and low stock of the branch', async () => {
    expect(await nombres({ id_categoria: String(bebidas), favorito: 'true' })).toEqual([
      'Café 100% puro',
      'Té Clásico',
    ]);
    const bajos = await listarProductos(ctxDe(cajero), { bajo_stock: 'true', orden: 'stock' });
    expect(bajos.items.map((p) => p.stock_actual)).toEqual([0, 0, 0, 3, 6]);
    const alla = await listarProductos(ctxDe(cajero, { idSucursal: otra }), { bajo_stock: '1' });
    expect(alla.items.every((p) => p.stock_actual === 0)).toBe(true);
    expect(alla.meta.total).toBe(8);
  });

  test.each<Orden>(['recientes', 'nombre', 'precio', '-precio', 'stock', '-stock', 'relevancia'])(
    'ordered by %s, pages of two give every row once, in the order of the whole list',
    async (orden) => {
      const raw = { orden, buscar: orden === 'relevancia' ? 'e' : undefined };
      const todos = await nombres({ ...raw, limite: 1000 });
      const porPaginas: string[] = [];
      for (let cursor: string | undefined, paso = 0; paso < 10; paso++) {
        const pagina = await listarProductos(ctxDe(cajero), { ...raw, limite: '2', ...(cursor ? { cursor } : {}) });
        porPaginas.push(...pagina.items.map((p) => p.nombre));
        cursor = pagina.meta.nextCursor ?? undefined;
        if (!cursor) break;
      }
      expect(porPaginas).toEqual(todos);
      expect(todos.length).toBeGreaterThan(3);
    },
  );

  test.each([{ cursor: 'no' }, { orden: 'nombre', cursor: 'WyJyZWNpZW50ZXMiLDFd' }, { limite: 0 }, { ordenar: 'x' }])(
    'refuses %o',
    async (raw) => {
      await expect(listarProductos(ctxDe(cajero), raw)).rejects.toThrow();
    },
  );

  test('whoever may not see costs gets none', async () => {
    expect((await listarProductos(ctxDe(cajero), {})).items.every((p) => p.costo_compra === null)).toBe(true);
    expect((await listarProductos(ctxDe(admin), { buscar: 'verde' })).items[0]?.costo_compra).toBe(2);
  });
});

test('a UPC-A is found also as the EAN-13 that the scanner reads', async () => {
  const raw = { nombre: 'Importado', codigo_barras: '036000291452', precio_venta: 9, id_categoria: bebidas };
  const { id } = await crearProducto(ctxDe(admin), raw);
  expect((await productoPorCodigo(ctxDe(cajero), { codigo: '0036000291452' })).id).toBe(id);
  expect((await productoPorCodigo(ctxDe(cajero), { codigo: ' 036000291452 ' })).id).toBe(id);
  await expect(productoPorCodigo(ctxDe(cajero), { codigo: '1' })).rejects.toMatchObject({
    status: 404,
    message: 'No hay un producto con el código 1.',
  });
});

test('on twenty thousand products a search uses the trigram index', async () => {
  const sql = sqlClient();
  await sql`
    insert into producto (nombre, id_categoria, precio_venta, costo_compra, busqueda)
    select 'Relleno ' || i, ${bebidas}::int, 100, 50, 'relleno ' || md5(i::text) from generate_series(1, 20000) i`;
  await sql`analyze producto`;
  const plan = await sql`
    explain select id from producto p where p.estado and p.busqueda like '%leche%' and p.busqueda like '%ent%'`;
  expect(plan.map((f) => f['QUERY PLAN']).join('\n')).toContain('producto_busqueda');
});
