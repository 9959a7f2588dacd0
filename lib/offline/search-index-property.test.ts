import '@/tests/harness/semilla';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { busquedaDe, normalizarTexto, palabrasDe } from '@/lib/producto/rules';
import { SearchIndex } from './search-index';
import type { ProductoLocal } from './types';

/** The same answers by looking at every product, as the words say it. */
class PlainSearch {
  readonly #productos = new Map<number, ProductoLocal>();

  apply(productos: readonly ProductoLocal[], borrados: readonly number[]): void {
    for (const id of borrados) this.#productos.delete(id);
    for (const p of productos) this.#productos.set(p.id, p);
  }

  setStock(id: number, existencia: number): void {
    const antes = this.#productos.get(id);
    if (antes) this.#productos.set(id, { ...antes, existencia });
  }

  get sorted(): ProductoLocal[] {
    return [...this.#productos.values()].sort((a, b) =>
      a.busqueda === b.busqueda ? a.id - b.id : a.busqueda < b.busqueda ? -1 : 1,
    );
  }

  search(texto: string, limite: number): ProductoLocal[] {
    const entero = normalizarTexto(texto);
    const palabras = palabrasDe(texto);
    if (palabras.length === 0) return [];
    const rango = (p: ProductoLocal) => {
      if (p.codigos.includes(texto.trim())) return 0;
      if (p.busqueda.startsWith(entero)) return 1;
      return palabras.every((palabra) => p.busqueda.split(' ').some((w) => w.startsWith(palabra))) ? 2 : 3;
    };
    const hallados = this.sorted.filter((p) => palabras.every((palabra) => p.busqueda.includes(palabra)));
    return [0, 1, 2, 3].flatMap((r) => hallados.filter((p) => rango(p) === r)).slice(0, limite);
  }
}

// Few words of few letters, so that they are found inside each other.
const palabra = fc.constantFrom('te', 'Té', 'leche', 'Le', 'che', 'lechera', 'a', 'ña', 'coca', '12', '123', '2');
const texto = fc.array(palabra, { minLength: 1, maxLength: 4 }).map((p) => p.join(' '));

const producto = fc
  .record({
    id: fc.integer({ min: 1, max: 25 }),
    nombre: texto,
    precio: fc.integer({ min: 1, max: 9 }),
    idCategoria: fc.constantFrom(1, 2),
    favorito: fc.constantFrom(0 as const, 1 as const),
  })
  .map((p): ProductoLocal => {
    // A code belongs to one product; it is its id, so that words of figures find codes too.
    const codigos = [`${p.id}0000000`];
    const busqueda = busquedaDe(p.nombre, codigos.join(' '));
    const fijos = { unidad: 'unidad' as const, existencia: 0, minimo: 0, presentaciones: [], carga: 1 };
    return { ...p, ...fijos, codigos, codigo: codigos[0] ?? null, busqueda };
  });

const paso = fc.oneof(
  fc.record({
    productos: fc.array(producto, { maxLength: 12 }),
    borrados: fc.array(fc.integer({ min: 1, max: 25 }), { maxLength: 3 }),
  }),
  fc.record({ stockDe: fc.integer({ min: 1, max: 25 }), existencia: fc.integer({ min: 0, max: 5 }) }),
);

const consulta = fc.oneof(
  texto,
  palabra,
  fc.integer({ min: 1, max: 25 }).map((n) => `${n}0000000`),
  texto.map((t) => ` ${t.slice(0, -1)} `),
);

it('answers as a look at every product does, order included, whatever came in, changed and went', () => {
  fc.assert(
    fc.property(
      fc.array(paso, { minLength: 1, maxLength: 8 }),
      fc.array(consulta, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 12 }),
      fc.boolean(),
      (pasos, consultas, limite, prepara) => {
        const index = new SearchIndex();
        const plano = new PlainSearch();
        for (const p of pasos) {
          if ('stockDe' in p) {
            index.setStock(p.stockDe, p.existencia);
            plano.setStock(p.stockDe, p.existencia);
          } else {
            index.apply(p.productos, p.borrados);
            plano.apply(p.productos, p.borrados);
          }
          if (prepara) index.prepare();
          for (const c of consultas) expect(index.search(c, limite), c).toEqual(plano.search(c, limite));
          const todos = plano.sorted;
          expect(index.list('todos', 50)).toEqual(todos);
          expect(index.list('favoritos', limite, 1)).toEqual(
            todos.filter((x) => x.favorito === 1).slice(1, limite + 1),
          );
          expect(index.list(2, 50)).toEqual(todos.filter((x) => x.idCategoria === 2));
          expect(index.size).toBe(todos.length);
          expect(index.countByCategory().get(1) ?? 0).toBe(todos.filter((x) => x.idCategoria === 1).length);
        }
      },
    ),
  );
});
