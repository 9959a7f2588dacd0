/** How many times something was counted, and the milliseconds until the count dies (0 when there is none). */
export type Cuenta = { n: number; restaMs: number };

/**
 * Short-lived keys shared by every process of the product. Each key dies by itself at the end of its time, which is at least
 * one millisecond. What cannot be reached throws KvCaidoError within two seconds; nothing about money or stock may ask.
 */
export type Kv = {
  /** The value of a live key, or `null`. */
  get(clave: string): Promise<string | null>;
  /** Writes a value and starts its time again. */
  set(clave: string, valor: string, vidaMs: number): Promise<void>;
  delete(clave: string): Promise<void>;
  /** Adds one to a counter; its time starts with the first and is not prolonged. Of many at once each gets another number. */
  incr(clave: string, vidaMs: number): Promise<Cuenta>;
  /** A counter as it is. */
  count(clave: string): Promise<Cuenta>;
  /** Lets go of what it holds open. */
  close(): Promise<void>;
};
