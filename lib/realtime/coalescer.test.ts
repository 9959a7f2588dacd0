import { describe, expect, it } from 'vitest';
import { Coalescer } from './coalescer';

describe('Coalescer', () => {
  it('makes one event of the changes of a tema and branch, each id once', () => {
    const c = new Coalescer();
    expect(c.add({ tema: 'venta', idSucursal: 1, ids: [7] })).toBe(true);
    expect(c.add({ tema: 'venta', idSucursal: 1, ids: [8, 7] })).toBe(false);
    c.add({ tema: 'venta', idSucursal: 2, ids: [9] });
    c.add({ tema: 'producto', idSucursal: null, ids: [1] });
    expect(c.take()).toEqual([
      { tema: 'venta', idSucursal: 1, ids: [7, 8], n: 2 },
      { tema: 'venta', idSucursal: 2, ids: [9], n: 1 },
      { tema: 'producto', idSucursal: null, ids: [1], n: 1 },
    ]);
    expect(c.take()).toEqual([]);
    expect(c.add({ tema: 'caja', idSucursal: 1 })).toBe(true);
  });

  it('names no ids when one change named none, or when there are too many', () => {
    const c = new Coalescer();
    c.add({ tema: 'producto', idSucursal: 1, ids: [1] });
    c.add({ tema: 'producto', idSucursal: 1 });
    c.add({ tema: 'producto', idSucursal: 1, ids: [2] });
    for (let id = 0; id < 80; id++) c.add({ tema: 'venta', idSucursal: 1, ids: [id] });
    expect(c.take()).toMatchObject([
      { tema: 'producto', ids: null, n: 3 },
      { tema: 'venta', ids: null, n: 80 },
    ]);
  });
});
