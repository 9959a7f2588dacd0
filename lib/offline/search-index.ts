import { normalizarTexto, palabrasDe, variantesDeCodigo } from '@/lib/producto/rules';
import type { PresentacionLocal, ProductoLocal } from './types';

/** What a code names: a product, and which of its presentations when the code is one's. */
export type Hallazgo = { producto: ProductoLocal; presentacion: PresentacionLocal | null };

/** Which products a list shows. */
export type Grupo = 'favoritos' | 'todos' | number;

/**
 * The catalogue in memory: exact codes by hash, words by one pass over normalised text. One pass over 20,000 names takes
 * about a millisecond, so no index of words has to be built, kept and corrected with each change of a price.
 */
export class SearchIndex {
  readonly #porId = new Map<number, ProductoLocal>();
  readonly #codigos = new Map<string, { id: number; idPresentacion: number | null }>();
  #orden: ProductoLocal[] = [];
  #desordenado = false;
  /** Rows that took the place of others since the order was looked at. */
  readonly #cambiadas = new Map<ProductoLocal, ProductoLocal>();

  get size(): number {
    return this.#porId.size;
  }

  /** Takes products in, new or changed, and lets go of deleted ones. */
  apply(productos: readonly ProductoLocal[], borrados: readonly number[] = []): void {
    for (const id of borrados) this.#forget(id);
    for (const producto of productos) {
      this.#forgetCodes(producto.id);
      this.#porId.set(producto.id, producto);
      for (const codigo of producto.codigos) this.#codigos.set(codigo, { id: producto.id, idPresentacion: null });
      for (const { id, codigos } of producto.presentaciones) {
        for (const codigo of codigos) this.#codigos.set(codigo, { id: producto.id, idPresentacion: id });
      }
    }
    if (productos.length + borrados.length > 0) this.#desordenado = true;
  }

  /** The stock of a product changed and nothing else of it, so that its place in the order stays. */
  setStock(id: number, existencia: number): void {
    const antes = this.#porId.get(id);
    if (!antes || antes.existencia === existencia) return;
    const producto = { ...antes, existencia };
    this.#porId.set(id, producto);
    this.#cambiadas.set(antes, producto);
  }

  get(id: number): ProductoLocal | undefined {
    return this.#porId.get(id);
  }

  /** The product of a code as the scanner read it; a UPC-A is also found as the EAN-13 it is. */
  byCode(codigo: string): Hallazgo | null {
    for (const variante of variantesDeCodigo(codigo)) {
      const dueno = this.#codigos.get(variante);
      const producto = dueno && this.#porId.get(dueno.id);
      if (!producto) continue;
      return {
        producto,
        presentacion: producto.presentaciones.find((p) => p.id === dueno.idPresentacion) ?? null,
      };
    }
    return null;
  }

  /**
   * The best `limite` products that have every word somewhere in their name or codes: first the exact code, then names
   * that begin so, then those with every word at the beginning of one, then the rest; by name within each.
   */
  search(texto: string, limite: number): ProductoLocal[] {
    const palabras = palabrasDe(texto);
    if (palabras.length === 0) return [];
    const entero = normalizarTexto(texto);
    const exacto = this.byCode(texto.trim())?.producto;
    const filas: [ProductoLocal[], ProductoLocal[], ProductoLocal[]] = [[], [], []];
    for (const producto of this.#sorted()) {
      const { busqueda } = producto;
      if (producto === exacto || !palabras.every((palabra) => busqueda.includes(palabra))) continue;
      const fila = busqueda.startsWith(entero) ? 0 : palabras.every((p) => beginsAWord(busqueda, p)) ? 1 : 2;
      if (filas[fila].length < limite) filas[fila].push(producto);
      if (filas[0].length === limite) break;
    }
    return [...(exacto ? [exacto] : []), ...filas.flat()].slice(0, limite);
  }

  /** Products of a group by name, from the one at `desde`. */
  list(grupo: Grupo, limite: number, desde = 0): ProductoLocal[] {
    if (grupo === 'todos') return this.#sorted().slice(desde, desde + limite);
    const suyos: ProductoLocal[] = [];
    let saltar = desde;
    for (const producto of this.#sorted()) {
      if (grupo === 'favoritos' ? producto.favorito !== 1 : producto.idCategoria !== grupo) continue;
      if (saltar-- > 0) continue;
      suyos.push(producto);
      if (suyos.length === limite) break;
    }
    return suyos;
  }

  /** How many products each category has. */
  countByCategory(): Map<number, number> {
    const cuentas = new Map<number, number>();
    for (const { idCategoria } of this.#porId.values()) {
      if (idCategoria !== null) cuentas.set(idCategoria, (cuentas.get(idCategoria) ?? 0) + 1);
    }
    return cuentas;
  }

  #sorted(): readonly ProductoLocal[] {
    if (this.#cambiadas.size > 0) {
      this.#orden = this.#orden.map((p) => this.#cambiadas.get(p) ?? p);
      this.#cambiadas.clear();
    }
    if (this.#desordenado) {
      // Nearly sorted already when a page or a change came in, which is what this sort is fast at.
      const vivos = this.#orden.filter((p) => this.#porId.get(p.id) === p);
      const puestos = new Set(vivos);
      const nuevos = [...this.#porId.values()].filter((p) => !puestos.has(p)).sort(byText);
      this.#orden = vivos.length === 0 ? nuevos : vivos.concat(nuevos).sort(byText);
      this.#desordenado = false;
    }
    return this.#orden;
  }

  #forget(id: number): void {
    this.#forgetCodes(id);
    this.#porId.delete(id);
  }

  #forgetCodes(id: number): void {
    const antes = this.#porId.get(id);
    if (!antes) return;
    for (const codigo of [...antes.codigos, ...antes.presentaciones.flatMap((p) => p.codigos)]) {
      if (this.#codigos.get(codigo)?.id === id) this.#codigos.delete(codigo);
    }
  }
}

function byText(a: ProductoLocal, b: ProductoLocal): number {
  return a.busqueda < b.busqueda ? -1 : a.busqueda > b.busqueda ? 1 : a.id - b.id;
}

function beginsAWord(texto: string, palabra: string): boolean {
  return texto.startsWith(palabra) || texto.includes(` ${palabra}`);
}
