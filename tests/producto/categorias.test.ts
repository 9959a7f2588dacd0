import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/context';
import { crearProducto } from '@/lib/producto/crear';
import { crearCategoria } from '@/lib/producto/crear-categoria';
import { editarProducto } from '@/lib/producto/editar';
import { editarCategoria } from '@/lib/producto/editar-categoria';
import { eliminarCategoria } from '@/lib/producto/eliminar-categoria';
import { categoriasExportables } from '@/lib/producto/exportar';
import { leerCategoria, listarCategorias, listarProductos } from '@/lib/producto/queries';
import { filasDeCsv } from '@/tests/contract/archivos';
import { ctxDe, nuevaCategoria, nuevaPersona, nuevaSucursal } from '@/tests/harness/factories';
import { auditadas } from './fixtures';

let admin: Actor;
let cajero: Actor;

beforeAll(async () => {
  const idSucursal = await nuevaSucursal();
  admin = await nuevaPersona('Administrador', idSucursal);
  cajero = await nuevaPersona('Operador', idSucursal);
});

describe('categories', () => {
  test('are created once whatever the case of the name', async () => {
    const dto = await crearCategoria(ctxDe(admin), { nombre: ' Lácteos ', id_user_create: 5 });
    expect(dto).toMatchObject({ nombre: 'Lácteos', total_productos: 0, estado: true, id_user_create: admin.idUsuario });
    await expect(crearCategoria(ctxDe(admin), { nombre: 'LÁCTEOS' })).rejects.toMatchObject({
      code: 'categoria_repetida',
      message: 'Ya existe la categoría LÁCTEOS.',
    });
    await expect(crearCategoria(ctxDe(cajero), { nombre: 'Otra' })).rejects.toMatchObject({ status: 403 });
    await expect(crearCategoria(ctxDe(admin), { nombre: 'x'.repeat(101) })).rejects.toThrow();
  });

  test('the same key creates one', async () => {
    const clave = randomUUID();
    const primera = await crearCategoria(ctxDe(admin, { clave }), { nombre: 'Repetida' });
    expect(await crearCategoria(ctxDe(admin, { clave }), { nombre: 'Repetida' })).toEqual(primera);
  });

  test('are renamed, not onto another', async () => {
    const a = await crearCategoria(ctxDe(admin), { nombre: 'Bebidas' });
    const b = await crearCategoria(ctxDe(admin), { nombre: 'Refrescos' });
    expect(await editarCategoria(ctxDe(admin), { id: b.id, nombre: 'Gaseosas' })).toMatchObject({ nombre: 'Gaseosas' });
    expect(await auditadas('categoria.editar', b.id)).toBe(1);
    await expect(editarCategoria(ctxDe(admin), { id: b.id, nombre: 'bebidas' })).rejects.toMatchObject({
      code: 'categoria_repetida',
    });
    expect(await editarCategoria(ctxDe(admin), { id: a.id, nombre: 'BEBIDAS' })).toMatchObject({ nombre: 'BEBIDAS' });
    await expect(editarCategoria(ctxDe(cajero), { id: a.id, nombre: 'X' })).rejects.toMatchObject({ status: 403 });
    await expect(editarCategoria(ctxDe(admin), { id: 99_999, nombre: 'X' })).rejects.toMatchObject({ status: 404 });
  });

  test('are not deleted while a product uses them; then their name is free', async () => {
    const { id } = await crearCategoria(ctxDe(admin), { nombre: 'Temporada' });
    const p = await crearProducto(ctxDe(admin), { nombre: 'Panetón', precio_venta: 40, id_categoria: id });
    await expect(eliminarCategoria(ctxDe(admin), { id })).rejects.toMatchObject({
      code: 'categoria_en_uso',
      message: 'Temporada tiene un producto. Primero hay que pasarlos a otra categoría.',
    });
    await editarProducto(ctxDe(admin), { id: p.id, id_categoria: await nuevaCategoria() });
    expect((await eliminarCategoria(ctxDe(admin), { id })).estado).toBe(false);
    await expect(leerCategoria(ctxDe(admin), { id })).rejects.toMatchObject({ status: 404 });
    await expect(eliminarCategoria(ctxDe(admin), { id })).rejects.toMatchObject({ status: 404 });
    await expect(crearProducto(ctxDe(admin), { nombre: 'X', precio_venta: 1, id_categoria: id })).rejects.toMatchObject(
      {
        status: 400,
        campos: { id_categoria: 'La categoría no existe.' },
      },
    );
    expect((await crearCategoria(ctxDe(admin), { nombre: 'Temporada' })).id).not.toBe(id);
  });

  test('deleting and filling one at once never leaves a product without its category', async () => {
    for (let vuelta = 0; vuelta < 8; vuelta++) {
      const { id } = await crearCategoria(ctxDe(admin), { nombre: `Carrera ${vuelta}` });
      const [borrada, creado] = await Promise.allSettled([
        eliminarCategoria(ctxDe(admin), { id }),
        crearProducto(ctxDe(admin), { nombre: 'Apurado', precio_venta: 1, id_categoria: id }),
      ]);
      expect([borrada.status, creado.status].sort()).toEqual(['fulfilled', 'rejected']);
    }
  });

  test('are listed by name with how many products they have, and in pages when asked', async () => {
    const id = await nuevaCategoria();
    await crearProducto(ctxDe(admin), { nombre: 'Uno', precio_venta: 1, id_categoria: id });
    const todas = await listarCategorias(ctxDe(cajero));
    expect(todas.items.find((c) => c.id === id)?.total_productos).toBe(1);
    const nombres: string[] = [];
    for (let cursor: string | undefined, paso = 0; paso < 50; paso++) {
      const pagina = await listarCategorias(ctxDe(cajero), { limite: 3, ...(cursor ? { cursor } : {}) });
      nombres.push(...pagina.items.map((c) => c.nombre));
      cursor = pagina.meta.nextCursor ?? undefined;
      if (!cursor) break;
    }
    expect(nombres).toEqual(todas.items.map((c) => c.nombre));
    const halladas = await listarCategorias(ctxDe(cajero), { buscar: 'lacteos' });
    expect(halladas.items.map((c) => c.nombre)).toEqual(['Lácteos']);
  });
});

describe('the tree', () => {
  const nueva = async (id_padre: number | null = null) =>
    (await crearCategoria(ctxDe(admin), { nombre: `Rama ${randomUUID()}`, id_padre })).id;

  test('a category hangs from another, moves with what it has inside, and comes back to the top', async () => {
    const [bebidas, licores] = [await nueva(), await nueva()];
    const cervezas = await nueva(bebidas);
    const negras = await nueva(cervezas);
    expect((await editarCategoria(ctxDe(admin), { id: cervezas, id_padre: licores })).id_padre).toBe(licores);
    expect((await leerCategoria(ctxDe(admin), { id: negras })).id_padre).toBe(cervezas);
    expect((await editarCategoria(ctxDe(admin), { id: cervezas, id_padre: '' })).id_padre).toBeNull();
    expect((await editarCategoria(ctxDe(admin), { id: negras, nombre: `Rama ${randomUUID()}` })).id_padre).toBe(
      cervezas,
    );
  });

  test('a file of them says what each is in, also when the filter leaves that one out', async () => {
    const arriba = await crearCategoria(ctxDe(admin), { nombre: `Arriba ${randomUUID()}` });
    const abajo = await crearCategoria(ctxDe(admin), { nombre: `Abajo ${randomUUID()}`, id_padre: arriba.id });
    const filas = async (buscar: string) => {
      const archivo = await categoriasExportables(ctxDe(admin), { formato: 'csv', buscar });
      if (!(archivo instanceof Response)) throw new Error('not a file');
      return filasDeCsv(new Uint8Array(await archivo.arrayBuffer()));
    };
    expect(await filas(arriba.nombre)).toEqual([
      { Categoría: arriba.nombre, 'Dentro de': '', Productos: '0', Número: String(arriba.id) },
    ]);
    expect(await filas(abajo.nombre)).toEqual([
      { Categoría: abajo.nombre, 'Dentro de': arriba.nombre, Productos: '0', Número: String(abajo.id) },
    ]);
    expect((await listarCategorias(ctxDe(admin), { buscar: abajo.nombre })).items).toEqual([abajo]);
  });

  test('a filter by a category finds what is inside it, however deep', async () => {
    const arriba = await nueva();
    const abajo = await nueva(await nueva(arriba));
    const p = await crearProducto(ctxDe(admin), { nombre: 'Hondo', precio_venta: 1, id_categoria: abajo });
    const hallados = await listarProductos(ctxDe(admin), { id_categoria: arriba });
    expect(hallados.items.map((x) => x.id)).toEqual([p.id]);
  });

  test('is refused where it would be no tree, or too deep', async () => {
    const a = await nueva();
    const b = await nueva(a);
    const d = await nueva(await nueva(b));
    for (const [id, id_padre] of [
      [a, a],
      [a, d],
      [await nueva(), 2_000_000_000],
    ]) {
      await expect(editarCategoria(ctxDe(admin), { id, id_padre })).rejects.toMatchObject({
        code: 'categoria_mal_puesta',
      });
    }
    await expect(nueva(d)).rejects.toMatchObject({ code: 'categoria_mal_puesta' });
    const ultima = await nueva();
    await expect(nueva(ultima + 1), 'inside itself, before it is').rejects.toMatchObject({
      code: 'categoria_mal_puesta',
    });
    await expect(eliminarCategoria(ctxDe(admin), { id: b })).rejects.toMatchObject({ code: 'categoria_con_hijas' });
  });
});
