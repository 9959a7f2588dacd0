import type { SqlClient } from '@/db';
import type { Tx } from '@/db/transaction';
import { type Permiso, puede, requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { columnaDe } from './campos';

/** Where a read runs. */
export type Lector = SqlClient | Tx['sql'];

/**
 * The branch that a read is limited to, or `null` for all of them: one's own without `sucursal:todas`, all of them with it
 * unless one is named. Throws PermisoError for another's.
 */
export function sucursalDe(ctx: Context, pedida: number | 'todas' | undefined): number | null {
  if (pedida !== undefined && pedida !== ctx.idSucursal) requirePermiso(ctx, 'sucursal:todas');
  if (typeof pedida === 'number') return pedida;
  return puede(ctx, 'sucursal:todas') ? null : ctx.idSucursal;
}

/** Fields of the trail that need a right of their own, besides seeing the trail. */
const RESERVADOS: Readonly<Record<string, Permiso>> = {
  costo_compra: 'producto:ver_costo',
  costo: 'producto:ver_costo',
  valor: 'producto:ver_costo',
  saldo: 'caja:ver_esperado',
  monto_final_teorico: 'caja:ver_esperado',
  diferencia: 'caja:ver_esperado',
};

/** What an act wrote, without the fields that the reader's rights do not open. */
export function sinReservados(ctx: Context, valor: unknown): unknown {
  if (Array.isArray(valor)) return valor.map((v) => sinReservados(ctx, v));
  if (valor === null || typeof valor !== 'object') return valor;
  const visibles = Object.entries(valor).filter(([clave]) => {
    const columna = columnaDe(clave);
    const permiso = Object.hasOwn(RESERVADOS, columna) ? RESERVADOS[columna] : undefined;
    return permiso === undefined || puede(ctx, permiso);
  });
  return Object.fromEntries(visibles.map(([clave, v]) => [clave, sinReservados(ctx, v)]));
}
