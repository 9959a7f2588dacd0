import { describe, expect, it } from 'vitest';
import { busquedaDe } from '@/lib/producto/rules';
import { SearchIndex } from './search-index';
import type { ProductoLocal } from './types';

function producto(id: number, nombre: string, mas: Partial<ProductoLocal> = {}): ProductoLocal {
  const codigos = mas.codigos ?? [`777000000000${id}`];
  return {
    id,
    nombre,
    codigo: codigos[0] ?? null,
    unidad: 'unidad',
    precio: 1_000,
    existencia: 5_000,
    minimo: 0,
    codigos,
    idCategoria: 1,
    favorito: 0,
    busqueda: busquedaDe(nombre, codigos.join(' ')),
    presentaciones: [],
    carga: 1,
    ...mas,
  };
}

const nombres = (productos: readonly ProductoLocal[]) => productos.map((p) => p.nombre);

describe('SearchIndex', () => {
  it('finds by words in any order, without accents, names that begin so first', () => {
    const index = new SearchIndex();
    index.apply([
      producto(1, 'Leche de soya'),
      producto(2, 'Té con leche'),
      producto(3, 'Chocoleche'),
      producto(4, 'Café'),
    ]);
    expect(nombres(index.search('LECHE', 10))).toEqual(['Leche de soya', 'Té con leche', 'Chocoleche']);
    expect(nombres(index.search('leche te', 10))).toEqual(['Té con leche']);
    expect(nombres(index.search('cafe', 10))).toEqual(['Café']);
    expect(index.search('   ', 10)).toEqual([]);
  });

  it('puts the exact code first, also a UPC-A read as an EAN-13', () => {
    const index = new SearchIndex();
    index.apply([producto(1, 'Aceite 012345678905 gratis'), producto(2, 'Zumo', { codigos: ['012345678905'] })]);
    expect(nombres(index.search('012345678905', 10))[0]).toBe('Zumo');
    expect(index.byCode('0012345678905')?.producto.nombre).toBe('Zumo');
    expect(index.byCode('999')).toBeNull();
  });

  it('tells which presentation a code is of', () => {
    const caja = { id: 9, nombre: 'Caja', cantidad: 12_000, precio: 11_000, codigos: ['CAJA-1'] };
    const index = new SearchIndex();
    index.apply([producto(1, 'Cerveza', { presentaciones: [caja] })]);
    expect(index.byCode('CAJA-1')).toMatchObject({ producto: { id: 1 }, presentacion: { id: 9 } });
    expect(index.byCode('7770000000001')).toMatchObject({ presentacion: null });
  });

  it('a change moves codes and place, a deletion leaves nothing behind', () => {
    const index = new SearchIndex();
    index.apply([producto(1, 'Arroz'), producto(2, 'Fideo')]);
    index.list('todos', 10);
    index.apply([producto(1, 'Zapallo', { codigos: ['NUEVO'] })], [2]);
    expect(nombres(index.list('todos', 10))).toEqual(['Zapallo']);
    expect(index.byCode('7770000000001')).toBeNull();
    expect(index.byCode('NUEVO')?.producto.id).toBe(1);
    expect(index.size).toBe(1);
  });

  it('a code that went to another product stays with it when the first is deleted', () => {
    const index = new SearchIndex();
    index.apply([producto(1, 'Viejo', { codigos: ['X'] })]);
    index.apply([producto(2, 'Nuevo', { codigos: ['X'] })]);
    index.apply([], [1]);
    expect(index.byCode('X')?.producto.id).toBe(2);
  });

  it('lists a group by name, a page at a time', () => {
    const index = new SearchIndex();
    index.apply([
      producto(1, 'C', { favorito: 1 }),
      producto(2, 'A', { favorito: 1 }),
      producto(3, 'B', { idCategoria: 7 }),
    ]);
    expect(nombres(index.list('favoritos', 10))).toEqual(['A', 'C']);
    expect(nombres(index.list('favoritos', 1, 1))).toEqual(['C']);
    expect(nombres(index.list(7, 10))).toEqual(['B']);
    expect(index.countByCategory()).toEqual(
      new Map([
        [1, 2],
        [7, 1],
      ]),
    );
  });
});
