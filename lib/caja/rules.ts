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

/** The kinds of document that reach a drawer. */
export type Documento = 'venta' | 'compra' | 'agente' | 'recarga' | 'movimiento';

const ADMITE: Record<Especialidad, readonly Documento[]> = {
  SOLO_VENTAS: ['venta', 'compra', 'movimiento'],
  SOLO_AGENTES: ['agente', 'recarga', 'movimiento'],
  MIXTA: ['venta', 'compra', 'agente', 'recarga', 'movimiento'],
};

/** Whether a caja of this especialidad takes the document: the one table that decides it. */
export function admite(especialidad: Especialidad, documento: Documento): boolean {
  return ADMITE[especialidad].includes(documento);
}

/** Cash by hand. */
export const TIPOS_MOVIMIENTO = ['INGRESO', 'EGRESO'] as const;
export type TipoMovimientoCaja = (typeof TIPOS_MOVIMIENTO)[number];

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
