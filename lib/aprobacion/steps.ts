import type { Tx } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import type { Context } from '@/lib/context';
import { fingerprint } from '@/lib/operacion/write-once';
import { publish } from '@/lib/realtime/publish';
import { avisarSuperiores } from './avisar';
import { guardarBorrador } from './borrador';
import { RequiereAprobacionError } from './errors';
import type { Reader } from './read';
import type { ActoPorAprobar, AprobacionDeDocumento, Borrador, DocumentoAprobado, Exceso } from './schemas';

/**
 * Lets an act that is beyond the actor's own rights go on, or refuses it. Without excesses it answers `null` and asks the
 * database nothing, not even what the act is. With them it takes, in the act's own transaction, one approval given to this very person for this very
 * act: the same verb and input, the same excesses, branch and clave; if the act rolls back, the approval is as it was.
 * Of many at once one takes it. What already happened (`ctx.hecho`) is not refused: its excesses are told. Throws RequiereAprobacionError; run the verb inside `conAprobacion`.
 */
export async function autorizar(
  tx: Tx,
  ctx: Context,
  describir: () => ActoPorAprobar,
  excesos: readonly Exceso[],
  documento: DocumentoAprobado,
): Promise<AprobacionDeDocumento | null> {
  if (ctx.hecho) for (const { frase } of excesos) ctx.hecho.incidencia('tope', frase);
  if (excesos.length === 0 || ctx.hecho) return null;
  const borrador = borradorDe(ctx, describir(), excesos);
  const ahora = ctx.ahora.toISOString();
  const [usada] = await tx.sql<(AprobacionDeDocumento & { respuesta: string | null })[]>`
    with elegida as (
      select id from aprobacion
      where huella = ${borrador.huella} and solicitada_por = ${ctx.actor.idUsuario} and id_sucursal = ${ctx.idSucursal}
        and clave is not distinct from ${ctx.clave}::uuid and estado = 'APROBADA' and momento = 'ANTES'
        and vence_en > ${ahora}::timestamptz
      order by id limit 1 for update
    )
    update aprobacion a set estado = 'USADA', usada_en = ${ahora}::timestamptz, tipo_documento = ${documento.tipo},
      id_documento = ${documento.id}
    from elegida e, usuario u where a.id = e.id and u.id = a.resuelta_por
      and a.estado = 'APROBADA' and a.vence_en > ${ahora}::timestamptz
    returning a.id, u.name as aprobador, a.motivo, a.respuesta, a.resuelta_en as fecha, a.via, a.permisos`;
  if (!usada) throw new RequiereAprobacionError(borrador);
  await emitAudit(tx, ctx, {
    accion: 'aprobacion.usar',
    entidad: 'aprobacion',
    idEntidad: usada.id,
    despues: {
      verbo: borrador.verbo,
      documento: documento.tipo,
      id_documento: documento.id,
      aprobador: usada.aprobador,
    },
  });
  publish(tx, { tema: 'aprobacion', idSucursal: ctx.idSucursal, ids: [usada.id] });
  return { ...usada, fecha: new Date(usada.fecha).toISOString() };
}

/**
 * Runs an act that may need an approval. When it is refused for that, what it would need is written down after its
 * rollback, and the refusal names it. Inside a caller's transaction the refusal passes as it is: the caller's runs this.
 */
export async function conAprobacion<T>(ctx: Context, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof RequiereAprobacionError) || error.detalle || ctx.tx) throw error;
    throw new RequiereAprobacionError(error.borrador, await guardarBorrador(ctx, error.borrador));
  }
}

/**
 * Something that already happened and that a superior has to look at: it stands whatever they answer. Tied to its
 * document, it waits without expiring. Same transaction as what happened.
 */
export async function pedirRevision(
  tx: Tx,
  ctx: Context,
  acto: ActoPorAprobar,
  excesos: readonly Exceso[],
  documento: DocumentoAprobado,
): Promise<void> {
  if (excesos.length === 0) return;
  const b = borradorDe(ctx, acto, excesos);
  const ahora = ctx.ahora.toISOString();
  const [fila] = await tx.sql<{ id: number }[]>`
    insert into aprobacion (id_sucursal, verbo, huella, clave, momento, permisos, resumen, detalle, monto, estado,
      solicitada_por, creada_en, pedida_en, tipo_documento, id_documento)
    values (${b.idSucursal}, ${b.verbo}, ${b.huella}, ${ctx.clave}::uuid, 'DESPUES', ${[...b.permisos]}::text[], ${b.resumen},
      ${JSON.stringify(b.detalle)}::text::jsonb, ${b.monto}, 'PENDIENTE', ${ctx.actor.idUsuario}, ${ahora}::timestamptz,
      ${ahora}::timestamptz, ${documento.tipo}, ${documento.id})
    returning id`;
  if (!fila) throw new Error('aprobacion: the insert gave no id');
  await emitAudit(tx, ctx, {
    accion: 'aprobacion.pedir',
    entidad: 'aprobacion',
    idEntidad: fila.id,
    despues: { verbo: b.verbo, resumen: b.resumen, momento: 'DESPUES', id_documento: documento.id },
  });
  await avisarSuperiores(tx, ctx, fila.id);
}

function borradorDe(ctx: Context, acto: ActoPorAprobar, excesos: readonly Exceso[]): Borrador {
  const { verbo, input, resumen, detalle } = acto;
  const cuantos = excesos.map(({ permiso, cuanto, monto }) => ({ permiso, cuanto, monto }));
  return {
    huella: fingerprint({ verbo, input: { input, excesos: cuantos } }),
    verbo,
    permisos: [...new Set(excesos.map((e) => e.permiso))],
    resumen,
    detalle: [
      { etiqueta: 'Pide', valor: `${ctx.actor.nombre} (${ctx.actor.rol})` },
      ...detalle,
      ...excesos.map((e) => ({ etiqueta: 'Excede', valor: e.frase, ...(e.reserva && { permiso: e.reserva }) })),
    ],
    monto: excesos.reduce((suma, e) => suma + e.monto, 0),
    idSucursal: ctx.idSucursal,
  };
}

/** The approvals of a document as a JSON list in SQL; `idSql` is a column of the statement, never data. */
export function aprobacionesJson(tipo: DocumentoAprobado['tipo'], idSql: string): string {
  return `coalesce((select jsonb_agg(jsonb_build_object('id', ap.id, 'aprobador', au.name, 'motivo', ap.motivo,
    'respuesta', ap.respuesta, 'fecha', ap.resuelta_en, 'via', ap.via, 'permisos', ap.permisos) order by ap.id)
    from aprobacion ap join usuario au on au.id = ap.resuelta_por
    where ap.tipo_documento = '${tipo}' and ap.id_documento = ${idSql}
      and (ap.estado = 'USADA' or (ap.estado = 'APROBADA' and ap.momento = 'DESPUES'))), '[]')`;
}

/** The approvals of a document as its DTO shows them: dates in UTC. */
export function aprobacionesDto(filas: readonly AprobacionDeDocumento[]): AprobacionDeDocumento[] {
  return filas.map((a) => ({ ...a, fecha: new Date(a.fecha).toISOString() }));
}

/** What a superior said, or has yet to say, of what already happened with a document; null when nobody had to look. */
export async function revisionDe(
  sql: Reader,
  documento: DocumentoAprobado,
): Promise<{ id: number; estado: 'PENDIENTE' | 'APROBADA' | 'RECHAZADA'; respuesta: string | null } | null> {
  const [fila] = await sql<{ id: number; estado: 'PENDIENTE' | 'APROBADA' | 'RECHAZADA'; respuesta: string | null }[]>`
    select id, estado, respuesta from aprobacion
    where tipo_documento = ${documento.tipo} and id_documento = ${documento.id} and momento = 'DESPUES'
    order by id desc limit 1`;
  return fila ?? null;
}
