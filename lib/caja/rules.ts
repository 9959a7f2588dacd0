import { DENOMINACIONES, formatBs, formatMonto, jsonDeCentavos } from '@/lib/money';

/** What a caja is for. */
export const ESPECIALIDADES = ['SOLO_VENTAS', 'SOLO_AGENTES', 'MIXTA'] as const;
export type Especialidad = (typeof ESPECIALIDADES)[number];

/** Each kind of caja in the words a person chooses by. */
export const ESPECIALIDAD_EN_PALABRAS: Record<Especialidad, { nombre: string; explicacion: string }> = {
  SOLO_VENTAS: { nombre: 'Solo ventas', explicacion: 'Vende productos y paga compras.' },
  SOLO_AGENTES: { nombre: 'Solo agentes', explicacion: 'Atiende el agente bancario y las recargas.' },
  MIXTA: { nombre: 'Mixta', explicacion: 'Atiende todo: ventas, compras, agente y recargas.' },
};

/**
 * Every kind of document that reaches a drawer, and the cajas that take it: the one table that decides it, also for the
 * documents of rooms that come later. Movements and transfers of cash are everybody's.
 */
const ATIENDE = {
  venta: ['SOLO_VENTAS', 'MIXTA'],
  compra: ['SOLO_VENTAS', 'MIXTA'],
  pago_proveedor: ['SOLO_VENTAS', 'MIXTA'],
  pago_fiado: ['SOLO_VENTAS', 'MIXTA'],
  agente: ['SOLO_AGENTES', 'MIXTA'],
  recarga: ['SOLO_AGENTES', 'MIXTA'],
  inyeccion: ['SOLO_AGENTES', 'MIXTA'],
  movimiento: ESPECIALIDADES,
  traspaso: ESPECIALIDADES,
} as const satisfies Record<string, readonly Especialidad[]>;

/** A kind of document that reaches a drawer. */
export type Documento = keyof typeof ATIENDE;

/** Whether a caja of this especialidad takes the document. */
export function admite(especialidad: Especialidad, documento: Documento): boolean {
  const cajas: readonly Especialidad[] = ATIENDE[documento];
  return cajas.includes(especialidad);
}

/** Where a session is. */
const SITUACIONES = ['ABIERTA', 'CONTANDO', 'CERRADA'] as const;
export type Situacion = (typeof SITUACIONES)[number];

/** What may be done with a session. */
export type Paso = 'operar' | 'contar' | 'cancelar_conteo' | 'cerrar' | 'relevar' | 'admitir';

/**
 * The life of a session: from each situation, what may be done and where it leads. What is not here is refused. Sealing the
 * count is the close, with or without having announced it; a closed session leads nowhere, corrections are new entries.
 */
export const VIDA_DE_SESION: Record<Situacion, Partial<Record<Paso, Situacion>>> = {
  ABIERTA: {
    operar: 'ABIERTA', // every document that moves its cash
    admitir: 'ABIERTA', // and taking out
    contar: 'CONTANDO', // whoever works in it, or may close it for another
    cerrar: 'CERRADA', // its responsible, or who may close it for another
    relevar: 'CERRADA', // and the next one opens with the same count
  },
  CONTANDO: {
    admitir: 'CONTANDO',
    contar: 'CONTANDO', // again changes nothing: it has been counted since then
    cancelar_conteo: 'ABIERTA',
    cerrar: 'CERRADA',
    relevar: 'CERRADA',
  },
  CERRADA: {},
};

/** The situation of a session as its row has it. */
export function situacionDe(s: { abierta: boolean; contando: boolean }): Situacion {
  if (!s.abierta) return 'CERRADA';
  return s.contando ? 'CONTANDO' : 'ABIERTA';
}

/** Where a step leads from a situation; `null` when it may not be taken. */
export function despuesDe(situacion: Situacion, paso: Paso): Situacion | null {
  return VIDA_DE_SESION[situacion][paso] ?? null;
}

/** Cash by hand. */
export const TIPOS_MOVIMIENTO = ['INGRESO', 'EGRESO'] as const;
export type TipoMovimientoCaja = (typeof TIPOS_MOVIMIENTO)[number];

/** The most that the photo of a slip may weigh, and its largest side once kept. */
export const FOTO_MAXIMA = 5 * 1_048_576;
export const LADO_DE_FOTO = 1600;

/** The smallest movement by hand, in centavos: the smallest coin. */
export const MOVIMIENTO_MINIMO = 10;

/** Pieces counted by denomination in centavos. */
export type Conteo = Readonly<Record<number, number>>;

/** What a count by notes and coins adds up to, in centavos. */
export function sumarConteo(conteo: Conteo): number {
  return DENOMINACIONES.reduce((suma, valor) => suma + valor * (conteo[valor] ?? 0), 0);
}

/** How a denomination is written on the wire: `20000` → `200`, `50` → `0.5`. */
export function claveDenominacion(centavos: number): string {
  return String(jsonDeCentavos(centavos));
}

/** The denomination, in centavos, that a wire key names (`200`, `0.5`, `0.50`); `null` when there is none. */
export function denominacionDe(clave: string): number | null {
  return DENOMINACIONES.find((valor) => Number(clave) === jsonDeCentavos(valor)) ?? null;
}

/** `200`, `0,50`: a denomination, in centavos, as it is read. */
export function nombreDenominacion(centavos: number): string {
  return formatMonto(centavos).replace(/,00$/, '');
}

/** A drawer's difference as the sentence that a person reads. Centavos; negative is short. */
export function fraseDiferencia(diferencia: number): string {
  if (diferencia === 0) return 'Cuadra al centavo';
  return diferencia < 0
    ? `Faltan ${formatBs(-diferencia)} en la gaveta`
    : `Sobran ${formatBs(diferencia)} en la gaveta`;
}

/** The five businesses of one drawer, in the order and words of the close. */
export const BOLSILLOS = [
  ['mercaderia', 'Mercadería'],
  ['agente', 'Agente bancario'],
  ['recargas', 'Recargas'],
  ['fiado', 'Fiado cobrado'],
  ['fondo', 'Fondo de caja'],
] as const;

/** Whose app shows an account's balance: the shop's bank, a bank it is agent of, an operator of top-ups. */
export type ClaseExterna = 'banco' | 'agente' | 'operadora';

/** `BCP · saldo de agente`: an account of those as the close names it. */
export function nombreExterna({ nombre, clase }: { nombre: string; clase: ClaseExterna }): string {
  return {
    banco: `${nombre} · QR y transferencias`,
    agente: `${nombre} · saldo de agente`,
    operadora: `${nombre} · saldo`,
  }[clase];
}

/** What a close found, in the sentence that heads it: the drawer, then each account of an app that came apart. Centavos. */
export function fraseCierre(
  diferencia: number,
  externas: readonly { nombre: string; diferencia: number | null }[],
): string {
  const aparte = externas.flatMap(({ nombre, diferencia: d }) =>
    d ? [`${d > 0 ? 'sobran' : 'faltan'} ${formatBs(Math.abs(d))} en ${nombre.replace(/ · .*$/, '')}`] : [],
  );
  if (aparte.length === 0) return fraseDiferencia(diferencia);
  const gaveta = diferencia === 0 ? 'La gaveta cuadra' : fraseDiferencia(diferencia);
  const ultima = aparte.pop();
  return aparte.length > 0 ? `${gaveta}; ${aparte.join(', ')} y ${ultima}` : `${gaveta}, y ${ultima}`;
}

/** Each pocket as the close calls it. */
export const NOMBRE_DE_BOLSILLO = Object.fromEntries(BOLSILLOS) as Record<(typeof BOLSILLOS)[number][0], string>;
