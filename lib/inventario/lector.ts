import { type SqlClient, sqlClient } from '@/db';
import type { Tx } from '@/db/transaction';
import { puede } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { jsonDeCentavos } from '@/lib/money';

/** Where a read runs: the caller's transaction, or the pool. */
export type Lector = Tx['sql'] | SqlClient;

/** The caller's transaction when there is one, else the pool. */
export function lectorDe(ctx: Context): Lector {
  return ctx.tx?.sql ?? sqlClient();
}

/** An amount at cost, as JSON: `null` for whoever may not see costs. */
export function alCosto(ctx: Context, centavos: number | null): number | null {
  return centavos !== null && puede(ctx, 'producto:ver_costo') ? jsonDeCentavos(centavos) : null;
}

/** An instant of the database as the wire has it. */
export function iso(fecha: string): string;
export function iso(fecha: string | null): string | null;
export function iso(fecha: string | null): string | null {
  return fecha === null ? null : new Date(fecha).toISOString();
}
