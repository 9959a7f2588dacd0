import { type Tx, withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { puede, requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { publish } from '@/lib/realtime/publish';
import { olvidarConcesiones } from './concesion';
import { DispositivoNoEncontradoError, DispositivoYaRevocadoError } from './errors';
import { type Dispositivo, lockDispositivo } from './lock';
import { dispositivoDto, type FilaDispositivo, SELECT_DISPOSITIVO } from './read';
import { type DispositivoDto, NombrarDispositivoInput, RevocarDispositivoInput } from './schemas';

/**
 * Ends a device: no more grants, its lease is free, and what it had not sent waits for a superior when it comes. For good; of
 * two at once the second is told. Throws PermisoError, DispositivoNoEncontradoError, DispositivoYaRevocadoError.
 */
export async function revocarDispositivo(ctx: Context, raw: unknown): Promise<DispositivoDto> {
  requirePermiso(ctx, 'dispositivo:administrar');
  const { id, motivo } = RevocarDispositivoInput.parse(raw);
  return withTransaction(ctx, async (tx) => {
    const dispositivo = await lockPropio(tx, ctx, id);
    if (dispositivo.revocado_en !== null) throw new DispositivoYaRevocadoError();
    const ahora = ctx.ahora.toISOString();
    await tx.sql`
      update dispositivo set revocado_en = ${ahora}::timestamptz, revocado_por = ${ctx.actor.idUsuario}, motivo_revocacion = ${motivo}
      where id = ${id}::uuid`;
    await tx.sql`
      update concesion set revocada_en = ${ahora}::timestamptz, revocada_por = ${ctx.actor.idUsuario}
      where id_dispositivo = ${id}::uuid and revocada_en is null`;
    await tx.sql`delete from arriendo_caja where id_dispositivo = ${id}::uuid`;
    await anotar(tx, ctx, dispositivo, {
      accion: 'dispositivo.revocar',
      despues: { nombre: dispositivo.nombre, motivo },
    });
    tx.afterCommit(olvidarConcesiones);
    return leer(tx, id);
  });
}

/** Calls a device by another name. Throws PermisoError, DispositivoNoEncontradoError, DispositivoYaRevocadoError. */
export async function nombrarDispositivo(ctx: Context, raw: unknown): Promise<DispositivoDto> {
  requirePermiso(ctx, 'dispositivo:administrar');
  const { id, nombre } = NombrarDispositivoInput.parse(raw);
  return withTransaction(ctx, async (tx) => {
    const dispositivo = await lockPropio(tx, ctx, id);
    if (dispositivo.revocado_en !== null) throw new DispositivoYaRevocadoError();
    await tx.sql`update dispositivo set nombre = ${nombre} where id = ${id}::uuid`;
    const antes = { nombre: dispositivo.nombre };
    await anotar(tx, ctx, dispositivo, { accion: 'dispositivo.nombrar', antes, despues: { nombre } });
    return leer(tx, id);
  });
}

async function lockPropio(tx: Tx, ctx: Context, id: string): Promise<Dispositivo> {
  const dispositivo = await lockDispositivo(tx, id);
  if (dispositivo.id_sucursal !== ctx.idSucursal && !puede(ctx, 'sucursal:todas'))
    throw new DispositivoNoEncontradoError();
  return dispositivo;
}

async function anotar(
  tx: Tx,
  ctx: Context,
  { id, id_sucursal: idSucursal }: Dispositivo,
  acto: { accion: 'dispositivo.revocar' | 'dispositivo.nombrar'; antes?: object; despues: object },
): Promise<void> {
  await emitAudit(tx, { ...ctx, idSucursal }, { ...acto, entidad: 'dispositivo', idEntidad: id });
  publish(tx, { tema: 'dispositivo', idSucursal });
}

async function leer(tx: Tx, id: string): Promise<DispositivoDto> {
  const [fila] = await tx.sql<FilaDispositivo[]>`${tx.sql.unsafe(SELECT_DISPOSITIVO)} where x.id = ${id}::uuid`;
  if (!fila) throw new DispositivoNoEncontradoError();
  return dispositivoDto(fila);
}
