import { type Tx, withTransaction } from '@/db/transaction';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { corteDelCursor } from './cursor';
import { lockDispositivo } from './lock';
import { type LatidoDto, LatidoInput } from './schemas';

/**
 * Writes down how a device is: its clock against the server's, what waits to be sent, and the catalogue that it has stored,
 * which is the acknowledgement that decides what prices stand. Throws PermisoError, DispositivoNoEncontradoError.
 */
export async function latir(ctx: Context, raw: unknown): Promise<LatidoDto> {
  requirePermiso(ctx, 'venta:cobrar');
  const input = LatidoInput.parse(raw);
  const ahora = ctx.ahora.toISOString();
  return withTransaction(ctx, async (tx) => {
    const dispositivo = await lockDispositivo(tx, input.idDispositivo);
    await tx.sql`
      update dispositivo set visto_en = greatest(visto_en, ${ahora}::timestamptz), pendientes = ${input.pendientes},
        mas_antiguo = ${input.masAntiguo?.toISOString() ?? null}::timestamptz,
        desfase_ms = ${ctx.ahora.getTime() - input.ahora.getTime()}, version = ${input.version}
      where id = ${dispositivo.id}::uuid`;
    if (input.cursor !== null) await acusar(tx, ctx, dispositivo.id, input.cursor);
    const [concesion] = await tx.sql<{ vence_en: string }[]>`
      select max(vence_en) as vence_en from concesion where id_dispositivo = ${dispositivo.id}::uuid
        and id_usuario = ${ctx.actor.idUsuario} and revocada_en is null and vence_en > ${ahora}::timestamptz
      having count(*) > 0`;
    return {
      hora_servidor: ahora,
      estado: dispositivo.revocado_en === null ? ('ACTIVO' as const) : ('REVOCADO' as const),
      concesion_vence_en: concesion ? new Date(concesion.vence_en).toISOString() : null,
      ultimo_numero: dispositivo.ultimo_numero,
      ultimo_orden: dispositivo.ultimo_orden,
    };
  });
}

/**
 * Keeps that the device has the catalogue of an instant. A row stays for it only when prices changed since the one before:
 * the others would answer the same.
 */
async function acusar(tx: Tx, ctx: Context, idDispositivo: string, cursor: string): Promise<void> {
  const corte = corteDelCursor(cursor);
  if (corte === null || corte > ctx.ahora) return;
  const instante = corte.toISOString();
  await tx.sql`
    insert into sincronia (id_dispositivo, corte, acusada_en)
    select d.id, ${instante}::timestamptz, ${ctx.ahora.toISOString()}::timestamptz from dispositivo d
    where d.id = ${idDispositivo}::uuid and (d.sincronizado_en is null or (d.sincronizado_en < ${instante}::timestamptz
      and exists (select 1 from precio_producto p where p.vigente_desde > d.sincronizado_en
        and p.vigente_desde <= ${instante}::timestamptz)))`;
  await tx.sql`
    update dispositivo set sincronizado_en = ${instante}::timestamptz
    where id = ${idDispositivo}::uuid and (sincronizado_en is null or sincronizado_en < ${instante}::timestamptz)`;
}
