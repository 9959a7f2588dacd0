import { constraintName, sqlState } from '@/db/errors';
import type { Tx } from '@/db/transaction';
import type { Context } from '@/lib/context';
import { SaldoInsuficienteError, SesionCerradaError, SesionContandoError } from './errors';

/** The five businesses of one drawer. */
export type Bolsillo = 'mercaderia' | 'agente' | 'recargas' | 'fiado' | 'fondo';

/** One leg: the account's code and signed whole centavos, + debe, − haber. Legs of zero are left out. */
export type Partida = { cuenta: string; importe: number };

/** One entry of the libro, for one business document. */
export type Asiento = {
  /** Given when it was read ahead from the sequence; otherwise the database gives it. */
  id?: number;
  fecha?: Date;
  tipoDocumento: string;
  idDocumento: number;
  idSucursal: number;
  idSesionCaja: number | null;
  bolsillo: Bolsillo;
  glosa: string;
  corrigeA?: number | null;
  partidas: readonly Partida[];
};

/**
 * The only writer of the libro: one entry and all its legs, in the caller's transaction. Returns its id.
 * The database refuses what does not add up to zero, a second batch of legs, and cash outside an open session or while its drawer is counted, and keeps
 * the balances that have a floor. Lock accounts last: this locks them by id, after every other row.
 * Throws SaldoInsuficienteError, SesionCerradaError, SesionContandoError.
 */
export async function asentar(tx: Tx, ctx: Context, a: Asiento): Promise<number> {
  const partidas = a.partidas.filter((p) => p.importe !== 0);
  const fecha = (a.fecha ?? ctx.ahora).toISOString();
  try {
    const [fila] = await tx.sql<{ id: number; legs: number }[]>`
      with nuevo as (
        insert into asiento (id, fecha, tipo_documento, id_documento, id_sucursal, id_sesion_caja, bolsillo, glosa, id_usuario, corrige_a)
        values (coalesce(${a.id ?? null}::bigint, nextval('asiento_id_seq')), ${fecha}::timestamptz, ${a.tipoDocumento},
          ${a.idDocumento}, ${a.idSucursal}, ${a.idSesionCaja}, ${a.bolsillo}, ${a.glosa}, ${ctx.actor.idUsuario}, ${a.corrigeA ?? null})
        returning id
      ), legs as (
        insert into partida (id_asiento, id_cuenta, importe)
        select nuevo.id, c.id, x.importe
        from nuevo, jsonb_to_recordset(${JSON.stringify(partidas)}::text::jsonb) as x(cuenta text, importe bigint)
        join cuenta c on c.codigo = x.cuenta
        returning 1
      )
      select nuevo.id, (select count(*) from legs) as legs from nuevo`;
    if (!fila || fila.legs !== partidas.length) {
      throw new Error(`asiento ${a.tipoDocumento} ${a.idDocumento}: an account is missing`);
    }
    return fila.id;
  } catch (error) {
    if (constraintName(error) === 'cuenta_saldo_en_rango') throw new SaldoInsuficienteError();
    if (sqlState(error) === 'KP005') throw new SesionCerradaError();
    if (sqlState(error) === 'KP007') throw new SesionContandoError();
    throw error;
  }
}
