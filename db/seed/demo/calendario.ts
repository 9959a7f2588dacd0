import { inicioDelDia } from '@/lib/time';
import type { Azar } from './azar';
import type { ClaveCaja, ClaveSucursal, Cuenta } from './tienda';

/** A stretch of work of one person at one caja. Hours are La Paz, as decimals; `dias` from 0 (Sunday). */
export type Turno = Readonly<{
  sucursal: ClaveSucursal;
  caja: ClaveCaja;
  quien: Cuenta;
  dias: readonly number[];
  abre: number;
  cierra: number;
  /** Tickets on an ordinary day. */
  ventas: number;
}>;

const LUNES_A_VIERNES = [1, 2, 3, 4, 5];

/** Who works when. Nobody stands at two cajas at once. */
export const TURNOS: readonly Turno[] = [
  turno('miraflores', 'miraflores1', 'operador', LUNES_A_VIERNES, 7.5, 21, 48),
  turno('miraflores', 'miraflores1', 'operador', [6], 7.5, 21, 60),
  turno('miraflores', 'miraflores2', 'admin', [5, 6], 17, 21.25, 16),
  turno('miraflores', 'miraflores2', 'admin', [0], 8, 14, 30),
  turno('elAlto', 'elAlto1', 'operador2', LUNES_A_VIERNES, 8, 20.5, 36),
  turno('elAlto', 'elAlto1', 'operador2', [6], 8, 20.5, 50),
];

function turno(
  sucursal: ClaveSucursal,
  caja: ClaveCaja,
  quien: Cuenta,
  dias: readonly number[],
  abre: number,
  cierra: number,
  ventas: number,
): Turno {
  return { sucursal, caja, quien, dias, abre, cierra, ventas };
}

/** Customers by hour, from 7 to 21: bread in the morning, lunch, and the way home. */
const AFLUENCIA = [6, 9, 7, 5, 6, 9, 8, 4, 4, 5, 7, 10, 11, 8, 3];

/** The day of the week of a La Paz day, 0 Sunday. */
export function diaDeLaSemana(dia: string): number {
  return new Date(`${dia}T00:00:00Z`).getUTCDay();
}

/** An instant of a La Paz day; `hora` in decimals. */
export function alas(dia: string, hora: number): Date {
  return new Date(inicioDelDia(dia).getTime() + Math.round(hora * 3600) * 1000);
}

/** The days that end with `hasta`, oldest first. */
export function ultimosDias(hasta: string, cuantos: number): string[] {
  return Array.from({ length: cuantos }, (_, i) =>
    new Date(Date.parse(`${hasta}T00:00:00Z`) - (cuantos - 1 - i) * 86_400_000).toISOString().slice(0, 10),
  );
}

/** When the customers of a turn come, in order; the first minutes and the last quarter of an hour are left free. */
export function llegadas(azar: Azar, { abre, cierra, ventas }: Turno): number[] {
  const cuantas = azar.entero(Math.round(ventas * 0.85), Math.round(ventas * 1.15));
  const horas = Array.from({ length: 15 }, (_, i) => i + 7).filter((h) => h + 1 > abre && h < cierra);
  const salida: number[] = [];
  while (salida.length < cuantas) {
    const hora = azar.pesado(horas, (h) => AFLUENCIA[h - 7] ?? 0) + azar.real();
    if (hora > abre + 0.1 && hora < cierra - 0.25) salida.push(hora);
  }
  return salida.sort((a, b) => a - b);
}
