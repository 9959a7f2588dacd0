import { formatBs } from '@/lib/money';
import type { ClaseExterna, Conteo } from './rules';

/** One entry of the session as the causes read it. Centavos. */
export type FilaDeCierre = {
  idAsiento: number;
  fecha: string;
  tipoDocumento: string;
  bolsillo: string;
  /** What it moved of the drawer, signed; 0 for a sale that never touched it. */
  efectivo: number;
  /** Its largest leg besides the drawer's: what an agent operation was of, without its commission. */
  monto: number;
  /** What it moved of the accounts whose own app shows a balance. */
  externas: readonly { idCuenta: number; importe: number }[];
  /** Of a cash sale: what the customer handed over, and the change. */
  recibido: number | null;
  vuelto: number | null;
};

/** An account with an app of its own. `diferencia` is what came apart since it was last declared; null when it was not declared. */
export type ExternaDeCierre = {
  idCuenta: number;
  nombre: string;
  clase: ClaseExterna;
  diferencia: number | null;
  /** Declared for the first time: only an exact match says anything, the rest is what the account already held. */
  primera: boolean;
};

/** A sealed count and what it was made of. Centavos. */
export type CasoDeCierre = {
  /** Counted minus expected. */
  diferencia: number;
  /** The difference with which the drawer opened. */
  apertura: number;
  filas: readonly FilaDeCierre[];
  externas: readonly ExternaDeCierre[];
  /** Pieces by denomination; null when only the total was counted. */
  conteo: Conteo | null;
};

/** What a cause would have done to the accounts of the apps, besides the drawer: nothing, this much in one that is known, or in some one of a kind. */
export type Efecto = null | { importe: number; idCuenta: number } | { importe: number; clase: ClaseExterna };

/** A cause that would explain the difference. */
export type Candidata = {
  causa: string;
  /** How often it happens among all causes of a difference. */
  frecuencia: number;
  /** How likely this very amount is, if this is what happened. */
  verosimilitud: number;
  efecto: Efecto;
  titulo: string;
  mirar: string;
  /** The entries to look at. */
  filas: readonly number[];
};

/** How likely an account disagrees, or an effect does not show, for a reason that is not the cause. */
const RUIDO = 0.03;

/**
 * How well the declared accounts fit a cause. An account that nobody declared says nothing. One that agrees where the cause
 * would have moved it, or disagrees where it would not, makes the cause thirty times less likely.
 */
export function ajusteExterno(efecto: Efecto, externas: readonly ExternaDeCierre[]): number {
  const declaradas = externas.filter((e) => e.diferencia !== null);
  const tocada = efecto && elegirTocada(efecto, externas);
  const resto = declaradas.filter((e) => e !== tocada && !e.primera);
  const callan = resto.reduce((p, e) => p * (e.diferencia === 0 ? 1 - RUIDO : RUIDO), 1);
  if (!efecto) return callan;
  if (tocada && tocada.diferencia === efecto.importe) return callan;
  const posibles = externas.filter((e) =>
    'clase' in efecto ? e.clase === efecto.clase : e.idCuenta === efecto.idCuenta,
  );
  if (posibles.length === 0) return callan;
  const sinDeclarar = posibles.filter((e) => e.diferencia === null || e.primera).length;
  return callan * Math.max(RUIDO, sinDeclarar / posibles.length);
}

/** The account that shows the effect, if one does. */
function elegirTocada(efecto: NonNullable<Efecto>, externas: readonly ExternaDeCierre[]): ExternaDeCierre | undefined {
  return externas.find(
    (e) =>
      e.diferencia === efecto.importe &&
      ('clase' in efecto ? e.clase === efecto.clase : e.idCuenta === efecto.idCuenta),
  );
}

const REDONDEZ: readonly [multiplo: number, veces: number][] = [
  [10_000, 30],
  [5_000, 40],
  [2_000, 60],
  [1_000, 100],
  [500, 200],
  [100, 600],
  [50, 1_500],
  [10, 3_000],
];

/** How likely an amount that a person chose (a deposit, an expense) is this one: round amounts are the usual ones. */
export function redondez(centavos: number): number {
  const [, veces] = REDONDEZ.find(([multiplo]) => Math.abs(centavos) % multiplo === 0) ?? [0, 10_000];
  return 1 / veces;
}

/** `Bs 100,00` of an amount in centavos, whatever its sign. */
export const bs = (centavos: number): string => formatBs(Math.abs(centavos));

/** `retiro de BCP`, or without the name when the entry touches no known account. */
export function conCuenta(que: string, fila: FilaDeCierre | undefined, externas: readonly ExternaDeCierre[]): string {
  const cuenta = externas.find((e) => fila?.externas.some((x) => x.idCuenta === e.idCuenta));
  return cuenta ? `${que} de ${cuenta.nombre}` : que;
}
