/** A small map whose entries die: the least recently used goes first, and none outlives its time. */
export class TtlCache<T> {
  readonly #filas = new Map<string, { valor: T; hasta: number }>();

  constructor(
    private readonly maximo: number,
    private readonly vidaMs: number,
  ) {}

  /** The live value of a key, or `undefined`. */
  get(clave: string, ahora = Date.now()): T | undefined {
    const fila = this.#filas.get(clave);
    if (!fila) return undefined;
    this.#filas.delete(clave);
    if (fila.hasta <= ahora) return undefined;
    this.#filas.set(clave, fila);
    return fila.valor;
  }

  /** Keeps a value for the cache's time, or until `hasta` (epoch ms) if that comes first. */
  set(clave: string, valor: T, hasta = Number.POSITIVE_INFINITY, ahora = Date.now()): void {
    this.#filas.delete(clave);
    this.#filas.set(clave, { valor, hasta: Math.min(hasta, ahora + this.vidaMs) });
    if (this.#filas.size <= this.maximo) return;
    const [primera] = this.#filas.keys();
    if (primera !== undefined) this.#filas.delete(primera);
  }

  delete(clave: string): void {
    this.#filas.delete(clave);
  }

  clear(): void {
    this.#filas.clear();
  }
}
