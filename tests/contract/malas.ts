import { createHash } from 'node:crypto';
import type { Esquema } from '@/lib/api/esquema';

/** Where a value stands in an input: `['detalles', 0, 'cantidad']`. */
export type Lugar = readonly (string | number)[];

/** One thing done to a good input. */
export type Falta = { lugar: Lugar; que: string; valor: unknown };

/** Takes the value away, in the place of giving another. */
export const SIN = Symbol('sin');

const LARGO = 'ñ'.repeat(100_000);
const HONDO = JSON.parse('['.repeat(2_000) + ']'.repeat(2_000)) as unknown;

/** What hardly a field takes as it should, whatever its type; besides nothing at all and null. */
const DE_CUALQUIER_TIPO: readonly unknown[] = [true, [], {}, [[]], { a: { b: {} } }, HONDO];

export const NUMEROS: readonly unknown[] = [
  -1,
  -0.01,
  0.001,
  0.0001,
  1.005,
  1e-300,
  1e308,
  -1e308,
  1e21,
  9_007_199_254_740_992,
  2_147_483_648,
  4_294_967_297,
  1_000_000_000.01,
  10_000_000.001,
  'NaN',
  'Infinity',
  '-Infinity',
  '1e3',
  '0x10',
  '12,50',
  '１２',
];

export const TEXTOS: readonly unknown[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'a\nb\tc\u001b[31m',
  '😀👩🏽‍🍳',
  `'; drop table venta; --`,
  `"><script>alert(1)</script>`,
  '%',
  '\\',
  '{{7*7}}',
  '\u202eabc',
  LARGO,
];

export const IDS: readonly unknown[] = [
  0,
  -1,
  1.5,
  2_147_483_648,
  1e15,
  1e308,
  '0',
  '-1',
  '1.5',
  'abc',
  '1e3',
  '0x1',
  ' 1',
  '1 ',
  '१',
  '2147483648',
  '99999999999',
  '1;',
  "1'",
  '\u0000',
];

/**
 * Faults of every field of an input, walked by its schema beside a good value. Each field is left out, made null and given
 * some of the bad values of its kind: which ones, by the name of its route and place. `CONTRATO_TODO=1` gives each all.
 */
export function faltasDe(esquema: Esquema, bueno: unknown, ruta: string): Falta[] {
  return lugaresDe(esquema, bueno).flatMap(({ lugar, de }) => {
    const donde = `${ruta} ${lugar.join('.')}`;
    return faltasPropias(de, valorEn(bueno, lugar), donde).map((valor) => ({ lugar, que: nombrar(valor), valor }));
  });
}

function faltasPropias(esquema: Esquema, bueno: unknown, donde: string): readonly unknown[] {
  if (esquema.deprecated) return [HONDO, LARGO];
  const comunes = [SIN, null, ...unosDe(DE_CUALQUIER_TIPO, donde, 1)];
  if (Array.isArray(bueno)) return [...comunes, ...listasMalas(bueno[0])];
  if (esquema.maximum === 2_147_483_647) return [...comunes, ...unosDe(IDS, donde, 3)];
  const tipo = JSON.stringify(esquema);
  return [
    ...comunes,
    ...unosDe(/"(?:number|integer)"/.test(tipo) ? NUMEROS : [42, -1, 1e308], donde, 3),
    ...unosDe(/"string"/.test(tipo) && !('enum' in esquema) ? TEXTOS : ['', 'otra cosa', '😀', LARGO], donde, 2),
  ];
}

/**
 * `cuantos` of some values, by the name of a place: always the same there, others elsewhere, so that over all the fields
 * there are each value is met many times. `CONTRATO_TODO=1` gives all of them.
 */
export function unosDe<T>(valores: readonly T[], donde: string, cuantos: number): readonly T[] {
  if (process.env.CONTRATO_TODO || valores.length <= cuantos) return valores;
  const primero = createHash('sha256').update(donde).digest().readUInt32BE(0) % valores.length;
  return [...valores.slice(primero), ...valores.slice(0, primero)].slice(0, cuantos);
}

function listasMalas(linea: unknown): readonly unknown[] {
  const diezMil = (que: unknown) => Array.from({ length: 10_000 }, () => que);
  return [[null], ['x'], [linea, null], diezMil(linea), diezMil({ x: 1 })];
}

/** The places of an input that its schema knows, with the schema of each; of a list, its first line. */
export function lugaresDe(esquema: Esquema, bueno: unknown, raiz: Lugar = []): { lugar: Lugar; de: Esquema }[] {
  const properties = (esquema.properties ?? {}) as Record<string, Esquema>;
  return Object.entries(properties).flatMap(([nombre, de]) => {
    const lugar = [...raiz, nombre];
    const valor = (bueno as Record<string, unknown> | null)?.[nombre];
    const [primero] = Array.isArray(valor) ? valor : [];
    const dentro = Array.isArray(valor)
      ? lugaresDe((de.items ?? {}) as Esquema, primero, [...lugar, 0])
      : lugaresDe(de, valor ?? {}, lugar);
    return [{ lugar, de }, ...dentro];
  });
}

function valorEn(todo: unknown, lugar: Lugar): unknown {
  return lugar.reduce<unknown>((nodo, paso) => (nodo as Record<string | number, unknown> | undefined)?.[paso], todo);
}

/** A copy of a good input with faults in it. */
export function estropear(bueno: Record<string, unknown>, faltas: readonly Falta[]): Record<string, unknown> {
  const copia = structuredClone(bueno);
  for (const { lugar, valor } of faltas) {
    let nodo: Record<string | number, unknown> = copia;
    for (const paso of lugar.slice(0, -1)) {
      const siguiente = nodo[paso];
      if (typeof siguiente !== 'object' || siguiente === null) nodo[paso] = {};
      nodo = nodo[paso] as Record<string | number, unknown>;
    }
    const ultimo = lugar.at(-1) ?? '';
    if (valor === SIN) delete nodo[ultimo];
    else nodo[ultimo] = valor;
  }
  return copia;
}

/** A fault as a test's failure should name it. */
export function nombrar(valor: unknown): string {
  if (valor === SIN) return 'sin';
  const texto = JSON.stringify(valor) ?? String(valor);
  return texto.length > 60 ? `${texto.slice(0, 60)}… (${texto.length})` : texto;
}
