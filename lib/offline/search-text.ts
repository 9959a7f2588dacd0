/**
 * Many texts in order as a single one, so that a search is the engine's own scan of one string instead of a call for each
 * text: 20,000 names are less than a megabyte. Each text is lower case and without accents, its words one space apart.
 */
export class SearchText {
  readonly #textos: readonly string[];
  /** Each text between a space, so that all its words have one before, and the end of its line. */
  readonly #todo: string;
  /** Where each line begins, and where the last one ends. */
  readonly #inicios: Uint32Array;

  constructor(textos: readonly string[]) {
    this.#textos = textos;
    this.#inicios = new Uint32Array(textos.length + 1);
    let largo = 0;
    textos.forEach((texto, i) => {
      largo += texto.length + 2;
      this.#inicios[i + 1] = largo;
    });
    this.#todo = textos.length === 0 ? '' : ` ${textos.join('\n ')}\n`;
  }

  /**
   * Places of the best `limite` texts that have every word: first those that begin with `entero`, then those with every word
   * at the beginning of one, then the rest; by place within each.
   */
  find(entero: string, palabras: readonly string[], limite: number): number[] {
    const hallados = this.#beginning(entero, limite);
    if (hallados.length >= limite) return hallados;
    const puestos = new Set(hallados);
    // The longest is the one that fewest have.
    const rara = palabras.reduce((a, b) => (b.length > a.length ? b : a), '');
    const otras = palabras.filter((p) => p !== rara);
    this.#collect(
      hallados,
      puestos,
      limite,
      ` ${rara}`,
      otras.map((p) => ` ${p}`),
    );
    this.#collect(hallados, puestos, limite, rara, otras);
    return hallados;
  }

  /** The texts that begin with `entero` are next to each other. */
  #beginning(entero: string, limite: number): number[] {
    const hallados: number[] = [];
    for (let i = this.#firstFrom(entero); hallados.length < limite && this.#textos[i]?.startsWith(entero); i++) {
      hallados.push(i);
    }
    return hallados;
  }

  /** Adds the places of the lines that have `que` and all of `ademas`, until there are `limite`. */
  #collect(hallados: number[], puestos: Set<number>, limite: number, que: string, ademas: readonly string[]): void {
    let hasta = 0;
    while (hallados.length < limite) {
      const donde = this.#todo.indexOf(que, hasta);
      if (donde < 0) return;
      const lugar = this.#lineAt(donde);
      hasta = this.#inicios[lugar + 1] ?? this.#todo.length;
      if (puestos.has(lugar) || !this.#has(lugar, hasta, ademas)) continue;
      puestos.add(lugar);
      hallados.push(lugar);
    }
  }

  #has(lugar: number, hasta: number, partes: readonly string[]): boolean {
    if (partes.length === 0) return true;
    const linea = this.#todo.slice(this.#inicios[lugar], hasta);
    return partes.every((parte) => linea.includes(parte));
  }

  /** The place of the first text that is not before `texto`. */
  #firstFrom(texto: string): number {
    return lowest(this.#textos.length, (i) => (this.#textos[i] ?? '') >= texto);
  }

  /** The line that the character at `donde` is of. */
  #lineAt(donde: number): number {
    return lowest(this.#textos.length - 1, (i) => (this.#inicios[i + 1] ?? 0) > donde);
  }
}

/** The lowest of 0…`fin` for which `cumple`, which holds from there on; `fin` when it holds for none before. */
function lowest(fin: number, cumple: (i: number) => boolean): number {
  let bajo = 0;
  let alto = fin;
  while (bajo < alto) {
    const medio = (bajo + alto) >>> 1;
    if (cumple(medio)) alto = medio;
    else bajo = medio + 1;
  }
  return bajo;
}
