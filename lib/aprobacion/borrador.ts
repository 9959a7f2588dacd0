import { type Tx, withTransaction } from '@/db/transaction';
import type { Context } from '@/lib/context';
import { DemasiadosBorradoresError } from './errors';
import { BORRADORES_POR_HORA, PLAZO_MS } from './rules';
import type { Borrador, DetalleDeRechazo } from './schemas';
import { filasVisibles } from './visible';

/**
 * Writes what a refused act would need, in a transaction of its own: the act's was rolled back. The same act of the same
 * person has one row while it lives, asked for or not. Throws DemasiadosBorradoresError.
 */
export async function guardarBorrador(ctx: Context, b: Borrador): Promise<DetalleDeRechazo> {
  return withTransaction({}, async (tx) => {
    // One at a time per person: two refusals at once are one draft, and the hourly limit is exact.
    await tx.sql`select pg_advisory_xact_lock(hashtextextended('aprobacion', ${ctx.actor.idUsuario}))`;
    const { id, estado, vence } = (await reusar(tx, ctx, b)) ?? (await insertar(tx, ctx, b));
    return {
      id_aprobacion: id,
      estado,
      resumen: b.resumen,
      detalle: filasVisibles(ctx, b.detalle),
      vence_en: new Date(vence).toISOString(),
    };
  });
}

type Fila = { id: number; estado: 'BORRADOR' | 'PENDIENTE'; vence: string };

/** Nobody decided on it yet, so a draft that expired lives again. One that waits for its answer waits as long as it had. */
async function reusar(tx: Tx, ctx: Context, b: Borrador): Promise<Fila | null> {
  const [fila] = await tx.sql<Fila[]>`
    select id, estado, vence_en as vence from aprobacion
    where huella = ${b.huella} and solicitada_por = ${ctx.actor.idUsuario} and id_sucursal = ${b.idSucursal}
      and clave is not distinct from ${ctx.clave}::uuid and momento = 'ANTES'
      and (estado = 'BORRADOR' or (estado = 'PENDIENTE' and vence_en > ${ctx.ahora.toISOString()}::timestamptz))
    order by estado desc, id desc limit 1 for update`;
  if (!fila || fila.estado === 'PENDIENTE') return fila ?? null;
  const vence = venceDe(ctx);
  await tx.sql`update aprobacion set vence_en = ${vence}::timestamptz where id = ${fila.id}`;
  return { ...fila, vence };
}

async function insertar(tx: Tx, ctx: Context, b: Borrador): Promise<Fila> {
  const haceUnaHora = new Date(ctx.ahora.getTime() - 3_600_000).toISOString();
  const [cuenta] = await tx.sql<{ n: number }[]>`
    select count(*)::int as n from aprobacion
    where solicitada_por = ${ctx.actor.idUsuario} and creada_en > ${haceUnaHora}::timestamptz`;
  if ((cuenta?.n ?? 0) >= BORRADORES_POR_HORA) throw new DemasiadosBorradoresError();
  const vence = venceDe(ctx);
  const [fila] = await tx.sql<{ id: number }[]>`
    insert into aprobacion (id_sucursal, verbo, huella, clave, permisos, resumen, detalle, monto, estado, solicitada_por,
      creada_en, vence_en)
    values (${b.idSucursal}, ${b.verbo}, ${b.huella}, ${ctx.clave}::uuid, ${[...b.permisos]}::text[], ${b.resumen},
      ${JSON.stringify(b.detalle)}::text::jsonb, ${b.monto}, 'BORRADOR', ${ctx.actor.idUsuario},
      ${ctx.ahora.toISOString()}::timestamptz, ${vence}::timestamptz)
    returning id`;
  if (!fila) throw new Error('aprobacion: the insert gave no id');
  return { id: fila.id, estado: 'BORRADOR', vence };
}

const venceDe = (ctx: Context) => new Date(ctx.ahora.getTime() + PLAZO_MS).toISOString();
