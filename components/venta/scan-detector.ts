/** Longest pause between two characters of a scanner, in milliseconds. People do not sustain it for four keys. */
export const PAUSA_ESCANER = 35;
/** Fewest characters of a code. */
const MINIMO = 4;

/**
 * What to do with a key:
 * - `empieza`: it may be the first of a code; let it through and remember how the field was.
 * - `pasa`: let it through.
 * - `retiene`: it comes at scanner speed; keep it from the field until it is known what it was.
 * - `escaneo`: the code is whole; keep this key too, and put the field back as it was.
 */
export type Veredicto =
  | { tipo: 'empieza' | 'pasa' | 'retiene' }
  /** `retenidas`: the part of the code that the field never saw. */
  | { tipo: 'escaneo'; codigo: string; retenidas: string };

/**
 * Tells a scanner from a person by the time between keys, one key at a time. The first three characters go through,
 * because nobody knows yet; the rest are held. `soltar` gives back what was held when it turned out to be a person.
 */
export class DetectorEscaner {
  private buffer = '';
  private retenidas = '';
  private ultima = Number.NEGATIVE_INFINITY;

  /** Whether a key at `t` comes too late to belong to what was typed before it. */
  tarde(t: number): boolean {
    return t - this.ultima > PAUSA_ESCANER;
  }

  /** A character typed at `t`, in milliseconds of the key's own clock. */
  caracter(letra: string, t: number): Veredicto {
    const seguida = this.buffer !== '' && !this.tarde(t);
    this.ultima = t;
    if (!seguida) {
      this.buffer = letra;
      this.retenidas = '';
      return { tipo: 'empieza' };
    }
    this.buffer += letra;
    if (this.buffer.length < MINIMO) return { tipo: 'pasa' };
    this.retenidas += letra;
    return { tipo: 'retiene' };
  }

  /** Enter or Tab at `t`: the end of a code, or a key like any other. */
  fin(t: number): Veredicto {
    const { buffer: codigo, retenidas } = this;
    const esCodigo = codigo.length >= MINIMO && t - this.ultima <= PAUSA_ESCANER * 2;
    if (!esCodigo) return { tipo: 'pasa' };
    this.olvidar();
    return { tipo: 'escaneo', codigo, retenidas };
  }

  /** The characters kept from the field, which it must now receive; empty when none. */
  soltar(): string {
    const { retenidas } = this;
    this.olvidar();
    return retenidas;
  }

  private olvidar(): void {
    this.buffer = '';
    this.retenidas = '';
    this.ultima = Number.NEGATIVE_INFINITY;
  }
}
