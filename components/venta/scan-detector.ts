import { esCodigoGtin } from '@/lib/producto/rules';

/** Fewest characters of a code, and of one long enough to be told by its rhythm alone (EAN-8 and longer). */
const MINIMO = 4;
const LARGO = 8;

/** Pauses between two characters, in milliseconds. */
const PAUSA = {
  /** The usual one of a scanner is a few; nobody types digits with half of the pauses under this. */
  usual: 60,
  /** A short code is only believed at full speed: a person may type four digits quickly. */
  usualCorto: 35,
  mayorCorto: 100,
  /** Letters are typed faster than digits, so theirs must all be short. */
  letras: 50,
  /** The longest in the middle of digits: a busy machine stops now and then. */
  digitos: 400,
} as const;

/**
 * What to do with a key:
 * - `empieza`, `pasa`: let it through, and remember how the field was before it; `empieza` forgets what came earlier.
 * - `retiene`: it comes at scanner speed; keep it from the field until it is known what it was.
 * - `escaneo`: the code is whole; keep this key too, and put the field back as it was before the character number
 *   `desde` since `empieza`, where the code begins. `retenidas` is the part of the code that the field never saw.
 */
export type Veredicto =
  | { tipo: 'empieza' | 'pasa' | 'retiene' }
  | { tipo: 'escaneo'; codigo: string; desde: number; retenidas: string };

/**
 * Tells a scanner from a person by the time between keys, one key at a time. The first three characters go through,
 * because nobody knows yet; the rest are held. `soltar` gives back what is held when the rest is late.
 */
export class DetectorEscaner {
  private letras = '';
  private pausas: number[] = [];
  private retenidas = '';
  private ultima = Number.NEGATIVE_INFINITY;

  /** Milliseconds after the last key from which the next one cannot belong to the same code. */
  get espera(): number {
    return /^\d*$/.test(this.letras) ? PAUSA.digitos : PAUSA.letras;
  }

  /** Whether a key at `t` comes too late to belong to what was typed before it. */
  tarde(t: number): boolean {
    return t - this.ultima > this.espera;
  }

  /** A character typed at `t`, in milliseconds of the key's own clock. */
  caracter(letra: string, t: number): Veredicto {
    if (this.letras === '' || this.tarde(t)) {
      this.olvidar();
      this.letras = letra;
      this.ultima = t;
      return { tipo: 'empieza' };
    }
    this.letras += letra;
    this.pausas.push(t - this.ultima);
    this.ultima = t;
    if (this.letras.length < MINIMO || mediana(this.pausas) > PAUSA.usual) return { tipo: 'pasa' };
    this.retenidas += letra;
    return { tipo: 'retiene' };
  }

  /** Enter or Tab at `t`: the end of a code, or a key like any other. */
  fin(t: number): Veredicto {
    return this.tarde(t) ? { tipo: 'pasa' } : this.silencio();
  }

  /** Nothing more comes: the end of a code of a scanner that sends no key after it, or of something typed. */
  silencio(): Veredicto {
    const { letras, pausas, retenidas } = this;
    const desde = inicioDelCodigo(letras, pausas);
    const codigo = letras.slice(desde);
    if (codigo.length < MINIMO || !esRitmoDeEscaner(codigo, pausas.slice(desde))) return { tipo: 'pasa' };
    this.olvidar();
    return { tipo: 'escaneo', codigo, desde, retenidas };
  }

  /** The characters kept from the field, which it must now receive; empty when none. The code may still go on. */
  soltar(): string {
    const { retenidas } = this;
    this.retenidas = '';
    return retenidas;
  }

  /** A key that no scanner sends: what came before it was no code. */
  olvidar(): void {
    this.letras = '';
    this.pausas = [];
    this.retenidas = '';
    this.ultima = Number.NEGATIVE_INFINITY;
  }
}

/**
 * Where the code begins: a person may have typed a figure right before scanning. After a slow pause there is either a
 * code or the rest of one; a good check digit tells which.
 */
function inicioDelCodigo(letras: string, pausas: readonly number[]): number {
  const inicios = [0, ...pausas.flatMap((pausa, i) => (pausa > PAUSA.usual ? [i + 1] : []))];
  const conDigito = inicios.find((i) => esCodigoGtin(letras.slice(i)));
  if (conDigito !== undefined) return conDigito;
  const ultimo = inicios.at(-1) ?? 0;
  return letras.length - ultimo >= MINIMO ? ultimo : 0;
}

function esRitmoDeEscaner(codigo: string, pausas: readonly number[]): boolean {
  if (codigo.length >= LARGO) return mediana(pausas) <= PAUSA.usual;
  return mediana(pausas) <= PAUSA.usualCorto && Math.max(...pausas) <= PAUSA.mayorCorto;
}

/** The pause that half of them do not reach: one stop does not move it. */
function mediana(pausas: readonly number[]): number {
  return [...pausas].sort((a, b) => a - b)[Math.floor(pausas.length / 2)] ?? Number.POSITIVE_INFINITY;
}
