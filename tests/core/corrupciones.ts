import type { Tx } from '@/db/transaction';
import { type CuentaDeSucursal, cuentaDe } from '@/lib/libro/cuentas';
import type { Mundo } from './mundo';

/** A row broken on purpose, with every trigger and foreign key asleep. */
export type Corrupcion = {
  regla: string;
  corromper(sql: Tx['sql'], m: Mundo): Promise<unknown>;
  /** All that no longer agrees, as `regla id`: the rule's own line and what follows from it. */
  nombra(m: Mundo): string[];
  /** What the rule's sentence must say. */
  dice: RegExp;
};

/** `Bs` and an amount, with the space that does not break. */
export const bs = (monto: string) => new RegExp(`Bs\\u00a0${monto.replace('.', '\\.')}`);

/** Adds legs to an entry; balanced or not. */
export async function partidas(
  sql: Tx['sql'],
  m: Mundo,
  asiento: number,
  legs: Partial<Record<CuentaDeSucursal, number>>,
): Promise<void> {
  for (const [cuenta, importe] of Object.entries(legs)) {
    await sql`
      insert into partida (id_asiento, id_cuenta, importe)
      select ${asiento}::bigint, id, ${importe}::bigint from cuenta
      where codigo = ${cuentaDe(cuenta as CuentaDeSucursal, m.idSucursal)}`;
  }
}

/** An id that no sequence of these tests reaches. */
export const LEJOS = 900_001;
