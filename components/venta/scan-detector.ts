/** Fewest characters of a code. */
const MINIMO = 4;
/** From this length on, no person types digits that fast for that long, so the pauses may be a little longer. */
const LARGO = 6;

/** Longest pauses between two characters of a scanner, in milliseconds. */
const PAUSA = {
  /** A short code is only believed at full speed: a person may type four digits quickly. */
  corto: 35,
  letras: 50,
  digitos: 80,
  /** A busy machine may stop once in the middle of the digits. */
  tropiezo: 300,
} as const;

/**
 * What to do with a key:
 * - `empieza`: it may be the first of a code; let it through and remember how the field was.
 * - `pasa`: let it through.
 * - `retiene`: it comes at scanner speed; keep it from the field until it is known what it was.
 * - `escaneo`: the code is whole; keep this key too, and put the field back as it was. `retenidas` is the part of the
 *   code that the field never saw.
 */
export type Veredicto =
  | { tipo: 'empieza' | 'pasa' | 'retiene' }
  | { tipo: 'escaneo'; codigo: string; retenidas: string };

/**
 * Tells a scanner from a person by the time between keys, one key at a time. The first three characters go through,
 * because nobody knows yet; the rest are held. `soltar` gives back what was held when it turned out to be a person.
 */
export class DetectorEscaner {
  private buffer = '';
  private retenidas = '';
  private ultima = Number.NEGATIVE_INFINITY;
  /** The longest pause inside the code, stops apart. */
  private pausaMayor = 0;
  private tropiezos = 0;

  /** Milliseconds after the last key from which the next one cannot belong to the same code. */
  get espera(): number {
    if (!/^\d*$/.test(this.buffer)) return PAUSA.letras;
    return this.tropiezos === 0 ? PAUSA.tropiezo : PAUSA.digitos;
  }

  /** Whether a key at `t` comes too late to belong to what was typed before it. */
  tarde(t: number): boolean {
    return t - this.ultima > this.espera;
  }

  /** A character typed at `t`, in milliseconds of the key's own clock. */
  caracter(letra: string, t: number): Veredicto {
    if (this.buffer === '' || this.tarde(t)) {
      this.olvidar();
      this.buffer = letra;
      this.ultima = t;
      return { tipo: 'empieza' };
    }
    const pausa = t - this.ultima;
    if (pausa > PAUSA.digitos) this.tropiezos += 1;
    else this.pausaMayor = Math.max(this.pausaMayor, pausa);
    this.ultima = t;
    this.buffer += letra;
    if (this.buffer.length < MINIMO) return { tipo: 'pasa' };
    this.retenidas += letra;
    return { tipo: 'retiene' };
  }

  /** Enter or Tab at `t`: the end of a code, or a key like any other. */
  fin(t: number): Veredicto {
    const { buffer: codigo, retenidas } = this;
    const largo = codigo.length >= LARGO;
    const corto = codigo.length >= MINIMO && this.tropiezos === 0 && this.pausaMayor <= PAUSA.corto;
    if (!(largo || corto) || this.tarde(t)) return { tipo: 'pasa' };
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
    this.pausaMayor = 0;
    this.tropiezos = 0;
  }
}
