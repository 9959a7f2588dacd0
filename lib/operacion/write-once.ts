import { createHash } from 'node:crypto';
import { sqlState } from '@/db/errors';
import { type Tx, withTransaction } from '@/db/transaction';
import type { Context } from '@/lib/context';
import { ClaveReutilizadaError } from './errors';

/** What `work` hands back: the answer, and the writes still under way (sent together with the envelope's own). */
export type Outcome<R> = { respuesta: R; writes?: readonly Promise<unknown>[] };

/** How a verb that moves money or stock runs. */
export type Steps<P, R> = {
  /** Locks and reads, in lock order. Sent in the same round trip as the claim of the key; a replay rolls it back. */
  prepare?: (tx: Tx) => Promise<P>;
  /** Decides and writes. */
  work: (tx: Tx, prepared: P) => Promise<Outcome<R>>;
};

class Replay extends Error {
  constructor(readonly respuesta: unknown) {
    super('replay');
  }
}

/**
 * One envelope for every write on money or stock. With a key (`ctx.clave`): claims it first, runs, stores the answer,
 * commits; the same key with the same verb and input answers the same again and writes nothing, another input is refused,
 * and of many at once exactly one runs. Refusals are not remembered. Without a key it is a plain transaction.
 * The answer must be JSON. Throws ClaveReutilizadaError, and whatever the steps throw.
 */
export async function writeOnce<R, P = undefined>(
  ctx: Context,
  act: { verbo: string; input: unknown },
  steps: Steps<P, R>,
): Promise<R> {
  try {
    return await withTransaction(ctx, (tx) => run(tx, ctx, act, steps));
  } catch (error) {
    if (!(error instanceof Replay)) throw error;
    ctx.onReplay?.();
    return error.respuesta as R;
  }
}

async function run<R, P>(tx: Tx, ctx: Context, act: { verbo: string; input: unknown }, steps: Steps<P, R>): Promise<R> {
  const huella = fingerprint(act);
  const claimed = ctx.clave ? claim(tx, ctx, ctx.clave, act.verbo, huella) : undefined;
  const begun = ctx.hecho?.empezar(tx);
  begun?.catch(() => {});
  if (ctx.tx) await claimed;
  const preparing = steps.prepare?.(tx) as Promise<P>;
  // A replay wins over any refusal: the first answer stands even when its session has closed since.
  preparing?.catch(() => {});
  await claimed;
  await begun;
  const prepared = await preparing;
  const { respuesta, writes = [] } = await steps.work(tx, prepared);
  await allOf([
    ...writes,
    ctx.hecho?.terminar(tx, respuesta),
    ctx.clave ? remember(tx, ctx.clave, respuesta) : undefined,
  ]);
  return respuesta;
}

/**
 * Waits for all that was sent together. When one statement is refused, every one behind it fails with "the transaction is
 * aborted", and any of them may be heard first: what is thrown is always the refusal itself.
 */
async function allOf(writes: readonly (Promise<unknown> | undefined)[]): Promise<void> {
  const fallas = (await Promise.allSettled(writes)).flatMap((r) =>
    r.status === 'rejected' ? [r.reason as unknown] : [],
  );
  if (fallas.length > 0) throw fallas.find((e) => sqlState(e) !== '25P02') ?? fallas[0];
}

async function claim(tx: Tx, ctx: Context, clave: string, verbo: string, huella: string): Promise<void> {
  const mia = await tx.sql`
    insert into operacion (clave, verbo, huella, id_sucursal, id_usuario, fecha)
    values (${clave}::uuid, ${verbo}, ${huella}, ${ctx.idSucursal}, ${ctx.actor.idUsuario}, ${ctx.ahora.toISOString()}::timestamptz)
    on conflict (clave) do nothing returning 1`;
  if (mia.length > 0) return;
  const [hecha] = await tx.sql<{ huella: string; id_sucursal: number; respuesta: string | null }[]>`
    select huella, id_sucursal, respuesta::text from operacion where clave = ${clave}::uuid`;
  const misma = hecha?.huella === huella && hecha.id_sucursal === ctx.idSucursal;
  if (!misma || hecha.respuesta === null) throw new ClaveReutilizadaError();
  throw new Replay(JSON.parse(hecha.respuesta));
}

async function remember(tx: Tx, clave: string, respuesta: unknown): Promise<void> {
  await tx.sql`update operacion set respuesta = ${JSON.stringify(respuesta)}::text::jsonb where clave = ${clave}::uuid`;
}

/** SHA-256 of the verb and its canonical input: neither the order of properties nor the actor changes it. */
export function fingerprint(act: { verbo: string; input: unknown }): string {
  return createHash('sha256')
    .update(`${act.verbo}\n${JSON.stringify(canonical(act.input))}`)
    .digest('hex');
}

function canonical(valor: unknown): unknown {
  if (Array.isArray(valor)) return valor.map(canonical);
  if (valor === null || typeof valor !== 'object' || valor instanceof Date) return valor;
  const entradas = Object.entries(valor).filter(([, v]) => v !== undefined);
  return Object.fromEntries(entradas.sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, canonical(v)]));
}
