import 'fake-indexeddb/auto';
import '@/tests/harness/semilla';
import Dexie from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OfflineDatabase } from './database';
import { cambiarLotes, leerProductos, soltarAnteriores } from './lots';
import type { ProductoLocal } from './types';

const NOMBRE = 'prueba-lotes';
let db: OfflineDatabase;
beforeEach(() => {
  db = new OfflineDatabase(NOMBRE);
});
afterEach(async () => {
  db.close();
  await Dexie.delete(NOMBRE);
});

function producto(id: number, mas: Partial<ProductoLocal> = {}): ProductoLocal {
  return {
    ...{ id, nombre: `P${id}`, codigo: null, unidad: 'unidad', precio: 100, existencia: 0, minimo: 0, codigos: [] },
    ...{ idCategoria: 1, favorito: 0, busqueda: `p${id}`, presentaciones: [], carga: 1, ...mas },
  };
}

async function leidos(): Promise<ProductoLocal[]> {
  const todos: ProductoLocal[] = [];
  await leerProductos(db, (pieza) => todos.push(...pieza));
  return todos;
}

const nada = { productos: [], existencias: [], borrados: [] };

describe('the products of the store', () => {
  it('come favourites first, and in pieces', async () => {
    const muchos = Array.from({ length: 4_500 }, (_, i) => producto(i + 1, { favorito: i % 1_500 === 7 ? 1 : 0 }));
    await cambiarLotes(db, { ...nada, productos: muchos });
    const piezas: number[][] = [];
    await leerProductos(db, (pieza) => piezas.push(pieza.map((p) => p.id)));
    expect([...(piezas[0] ?? [])].sort((a, b) => a - b)).toEqual([8, 1_508, 3_008]);
    expect(piezas.length).toBeGreaterThan(2);
    expect(piezas.flat().sort((a, b) => a - b)).toEqual(muchos.map((p) => p.id));
  });

  it('a product that becomes a favourite, or is one no more, is there once', async () => {
    await cambiarLotes(db, { ...nada, productos: [producto(1), producto(2, { favorito: 1 })] });
    await cambiarLotes(db, { ...nada, productos: [producto(1, { favorito: 1 }), producto(2)] });
    expect((await leidos()).map((p) => [p.id, p.favorito])).toEqual([
      [1, 1],
      [2, 0],
    ]);
  });

  it('what did not come in the last whole load goes, and only that', async () => {
    await cambiarLotes(db, {
      ...nada,
      productos: [producto(1), producto(2), producto(900), producto(5, { favorito: 1 })],
    });
    await cambiarLotes(db, { ...nada, productos: [producto(2, { carga: 2 })] });
    expect((await soltarAnteriores(db, 2)).sort((a, b) => a - b)).toEqual([1, 5, 900]);
    expect(await leidos()).toEqual([producto(2, { carga: 2 })]);
    expect(await db.lotes.count()).toBe(1);
    expect(await soltarAnteriores(db, 2)).toEqual([]);
  });

  it('are those of a plain list, whatever changes', async () => {
    const id = fc.integer({ min: 1, max: 600 });
    const cambio = fc.record({
      productos: fc.uniqueArray(
        fc.record({ id, precio: fc.nat(9), favorito: fc.constantFrom(0 as const, 1 as const) }),
        { selector: (p) => p.id, maxLength: 8 },
      ),
      existencias: fc.array(fc.record({ id, existencia: fc.nat(9) }), { maxLength: 4 }),
      borrados: fc.array(id, { maxLength: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(cambio, { minLength: 1, maxLength: 6 }), async (cambios) => {
        await db.lotes.clear();
        const plano = new Map<number, ProductoLocal>();
        for (const { productos, existencias, borrados } of cambios) {
          const enteros = productos.map((p) => producto(p.id, p));
          await cambiarLotes(db, { productos: enteros, existencias, borrados });
          for (const e of existencias) {
            const antes = plano.get(e.id);
            if (antes) plano.set(e.id, { ...antes, existencia: e.existencia });
          }
          for (const b of borrados) plano.delete(b);
          for (const p of enteros) plano.set(p.id, p);
        }
        const porId = (a: ProductoLocal, b: ProductoLocal) => a.id - b.id;
        expect((await leidos()).sort(porId)).toEqual([...plano.values()].sort(porId));
      }),
      { numRuns: 40 },
    );
  });
});
