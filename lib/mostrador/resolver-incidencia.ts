import { sqlClient } from '@/db';
import { type Tx, withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { ConflictoError, ValidacionError } from '@/lib/errors';
import { publish } from '@/lib/realtime/publish';
import { asentarHecho } from './asentar-hecho';
import { IncidenciaResueltaError } from './errors';
import { leerHecho } from './leer-hecho';
import { leerIncidenciaEn } from './queries';
import { type IncidenciaDto, ResolverIncidenciaInput } from './schemas';

/**
 * Says what came of an incidencia, with the reason. For a fact that waits, whether it enters (`ASENTAR`: in its author's name,
 * whatever became of its grant, in another session if one is named) or is thrown away (`DESCARTAR`). Once: of two at once the
 * second is told. Throws PermisoError, IncidenciaNoEncontradaError, IncidenciaResueltaError, ValidacionError, and
 * ConflictoError with the reason when the fact still cannot enter.
 */
export async function resolverIncidencia(ctx: Context, raw: unknown): Promise<IncidenciaDto> {
  requirePermiso(ctx, 'incidencia:resolver');
  const { id, motivo, con, idSesion } = ResolverIncidenciaInput.parse(raw);
  const incidencia = await leerIncidenciaEn(sqlClient(), ctx, id);
  if (incidencia.estado === 'RESUELTA') throw new IncidenciaResueltaError();
  if (incidencia.retenido && !con)
    throw new ValidacionError('Hay que decir si el hecho entra o se descarta.', { con: 'Falta decidir.' });
  if (incidencia.retenido && con === 'ASENTAR') await asentar(ctx, incidencia, idSesion);
  return withTransaction(ctx, async (tx) => {
    if (incidencia.retenido && con === 'DESCARTAR') await descartar(tx, incidencia.clave_hecho);
    const mias = await tx.sql`
      update incidencia set estado = 'RESUELTA', resuelta_por = ${ctx.actor.idUsuario}, motivo = ${motivo},
        resuelta_en = ${ctx.ahora.toISOString()}::timestamptz
      where id = ${id} and estado = 'ABIERTA' returning 1`;
    // What enters by ASENTAR closes its own incidencia: who decided stays in the trail.
    if (mias.length === 0 && con !== 'ASENTAR') throw new IncidenciaResueltaError();
    await emitAudit(
      tx,
      { ...ctx, idSucursal: incidencia.id_sucursal },
      {
        accion: 'incidencia.resolver',
        entidad: 'incidencia',
        idEntidad: id,
        antes: { tipo: incidencia.tipo, frase: incidencia.frase },
        despues: { motivo, con, folio: incidencia.documento?.folio ?? null },
      },
    );
    publish(tx, { tema: 'incidencia', idSucursal: incidencia.id_sucursal, ids: [id] });
    return leerIncidenciaEn(tx.sql, ctx, id);
  });
}

async function asentar(
  ctx: Context,
  { clave_hecho, id_sucursal: idSucursal }: IncidenciaDto,
  idSesion: number | null,
): Promise<void> {
  const [fila] = await sqlClient()<{ texto: string; mac: string; id_dispositivo_remitente: string | null }[]>`
    select texto, mac, id_dispositivo_remitente from hecho where clave = ${clave_hecho}::uuid`;
  if (!fila) throw new IncidenciaResueltaError();
  const en = { ...ctx, idSucursal };
  const { code, frase, resultado } = await asentarHecho(en, await leerHecho(en, fila), {
    idRemitente: fila.id_dispositivo_remitente,
    admitido: true,
    ...(idSesion && { idSesion }),
  });
  if (resultado === 'ACEPTADO' || resultado === 'YA_ESTABA') return;
  throw new ConflictoError(code ?? 'hecho_no_entra', `Todavía no puede entrar. ${frase ?? ''}`.trim());
}

async function descartar(tx: Tx, clave: string): Promise<void> {
  const mios = await tx.sql`
    update hecho set estado = 'DESCARTADO' where clave = ${clave}::uuid and estado = 'RETENIDO' returning 1`;
  if (mios.length === 0) throw new IncidenciaResueltaError();
}
