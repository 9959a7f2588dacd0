import { normalizarTexto, palabrasDe, variantesDeCodigo } from '@/lib/producto/rules';
import { SearchText } from './search-text';
import type { PresentacionLocal, ProductoLocal } from './types';

/** What a code names: a product, and which of its presentations when the code is one's. */
export type Hallazgo = { producto: ProductoLocal; presentacion: PresentacionLocal | null };

/** Which products a list shows. */
export type Grupo = 'favoritos' | 'todos' | number;

/** The place of a product in the order; what changes of it without moving it is put here. */
type Fila = { producto: ProductoLocal };

/**
 * The catalogue in memory: exact codes by hash, words by one text of all names in order. What a change does not move (a
 * price, a stock) touches neither the order nor the text.
 */
export class SearchIndex {
  readonly #porId = new Map<number, Fila>();
  readonly #codigos = new Map<string, number>();
  #orden: Fila[] = [];
  /** Rows that are not in the order yet, and rows of it that no product has any more. */
  #nuevas: Fila[] = [];
  readonly #muertas = new Set<Fila>();
  /** Made of the order when they are asked for, and dropped with it. */
  #texto: SearchText | null = null;
  readonly #grupos = new Map<Grupo, readonly Fila[]>();
  #cuentas: ReadonlyMap<number, number> | null = null;

  get size(): number {
    return this.#porId.size;
  }

  /** Takes products in, new or changed, and lets go of deleted ones. */
  apply(productos: readonly ProductoLocal[], borrados: readonly number[] = []): void {
    for (const id of borrados) this.#forget(id);
    for (const producto of productos) this.#take(producto);
  }

  /** The stock of a product changed and nothing else of it. */
  setStock(id: number, existencia: number): void {
    const fila = this.#porId.get(id);
    if (fila && fila.producto.existencia !== existencia) fila.producto = { ...fila.producto, existencia };
  }

  get(id: number): ProductoLocal | undefined {
    return this.#porId.get(id)?.producto;
  }

  /** The product of a code as the scanner read it; a UPC-A is also found as the EAN-13 it is. */
  byCode(codigo: string): Hallazgo | null {
    for (const variante of variantesDeCodigo(codigo)) {
      const id = this.#codigos.get(variante);
      const producto = id === undefined ? undefined : this.get(id);
      if (!producto) continue;
      return { producto, presentacion: producto.presentaciones.find((p) => p.codigos.includes(variante)) ?? null };
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
    const exacto = this.byCode(texto.trim())?.producto;
    const orden = this.#sorted();
    // One more than are shown: the exact code is among them too, and has its place already.
    const hallados = this.prepare().find(normalizarTexto(texto), palabras, exacto ? limite + 1 : limite);
    const productos = hallados.flatMap((lugar) => orden[lugar]?.producto ?? []).filter((p) => p !== exacto);
    return [...(exacto ? [exacto] : []), ...productos].slice(0, limite);
  }

  /** Makes what a search reads, which is otherwise made by the first one after names changed. */
  prepare(): SearchText {
    this.#texto ??= new SearchText(this.#sorted().map((f) => f.producto.busqueda));
    return this.#texto;
  }

  /** Products of a group by name, from the one at `desde`. */
  list(grupo: Grupo, limite: number, desde = 0): ProductoLocal[] {
    const orden = this.#sorted();
    let suyas: readonly Fila[] | undefined = grupo === 'todos' ? orden : this.#grupos.get(grupo);
    if (!suyas) {
      const es = (p: ProductoLocal) => (grupo === 'favoritos' ? p.favorito === 1 : p.idCategoria === grupo);
      suyas = orden.filter((f) => es(f.producto));
      this.#grupos.set(grupo, suyas);
    }
    return suyas.slice(desde, desde + limite).map((f) => f.producto);
  }

  /** How many products each category has. */
  countByCategory(): ReadonlyMap<number, number> {
    if (this.#cuentas) return this.#cuentas;
    const cuentas = new Map<number, number>();
    for (const { producto } of this.#porId.values()) {
      const { idCategoria } = producto;
      if (idCategoria !== null) cuentas.set(idCategoria, (cuentas.get(idCategoria) ?? 0) + 1);
    }
    this.#cuentas = cuentas;
    return cuentas;
  }

  #sorted(): readonly Fila[] {
    if (this.#muertas.size > 0) {
      this.#orden = this.#orden.filter((f) => !this.#muertas.has(f));
      this.#nuevas = this.#nuevas.filter((f) => !this.#muertas.has(f));
      this.#muertas.clear();
    }
    if (this.#nuevas.length > 0) {
      // Two runs that are sorted already, which is what this sort is fast at.
      const nuevas = this.#nuevas.sort(byText);
      this.#orden = this.#orden.length === 0 ? nuevas : this.#orden.concat(nuevas).sort(byText);
      this.#nuevas = [];
    }
    return this.#orden;
  }

  #take(producto: ProductoLocal): void {
    const fila = this.#porId.get(producto.id);
    const antes = fila?.producto;
    if (antes) this.#forgetCodes(antes);
    for (const codigo of producto.codigos) this.#codigos.set(codigo, producto.id);
    for (const { codigos } of producto.presentaciones) {
      for (const codigo of codigos) this.#codigos.set(codigo, producto.id);
    }
    const mismoGrupo = antes?.favorito === producto.favorito && antes.idCategoria === producto.idCategoria;
    if (!mismoGrupo) this.#dropGroups();
    if (fila && antes?.busqueda === producto.busqueda) {
      fila.producto = producto;
      return;
    }
    if (fila) this.#muertas.add(fila);
    const nueva = { producto };
    this.#porId.set(producto.id, nueva);
    this.#nuevas.push(nueva);
    this.#dropOrder();
  }

  #forget(id: number): void {
    const fila = this.#porId.get(id);
    if (!fila) return;
    this.#forgetCodes(fila.producto);
    this.#porId.delete(id);
    this.#muertas.add(fila);
    this.#dropOrder();
  }

  #dropOrder(): void {
    this.#texto = null;
    this.#dropGroups();
  }

  #dropGroups(): void {
    this.#grupos.clear();
    this.#cuentas = null;
  }

  #forgetCodes({ id, codigos, presentaciones }: ProductoLocal): void {
    const suyos = [codigos, ...presentaciones.map((p) => p.codigos)];
    for (const codigo of suyos.flat()) if (this.#codigos.get(codigo) === id) this.#codigos.delete(codigo);
  }
}

function byText({ producto: a }: Fila, { producto: b }: Fila): number {
  return a.busqueda < b.busqueda ? -1 : a.busqueda > b.busqueda ? 1 : a.id - b.id;
}
