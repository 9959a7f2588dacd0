import type { Tx } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import type { Context } from '@/lib/context';
import { publish } from '@/lib/realtime/publish';
import type { Bloqueada } from './lock';
import { PLAZO_DE_USO_MS } from './rules';

/** An answer. */
export type Respuesta = {
  estado: 'APROBADA' | 'RECHAZADA';
  via: 'PIN' | 'PANTALLA';
  respuesta: string | null;
  /** The requester's reason, when it had not been asked for yet. */
  motivo?: string;
};

/**
 * Writes the answer of `superior` (whose context it is) to a locked approval, with its trail, and tells the one who waits.
 * A yes can be used for five minutes from now.
 */
export async function resolver(tx: Tx, superior: Context, a: Bloqueada, r: Respuesta): Promise<void> {
  const ahora = superior.ahora.toISOString();
  const vence =
    a.vence && r.estado === 'APROBADA' ? new Date(superior.ahora.getTime() + PLAZO_DE_USO_MS) : (a.vence ?? null);
  await tx.sql`
    update aprobacion set estado = ${r.estado}, resuelta_por = ${superior.actor.idUsuario}, resuelta_en = ${ahora}::timestamptz,
      via = ${r.via}, respuesta = ${r.respuesta}, motivo = coalesce(motivo, ${r.motivo ?? null}),
      vence_en = ${vence?.toISOString() ?? null}::timestamptz
    where id = ${a.id}`;
  const en = { ...superior, idSucursal: a.idSucursal };
  await emitAudit(tx, en, {
    accion: r.estado === 'APROBADA' ? 'aprobacion.aprobar' : 'aprobacion.rechazar',
    entidad: 'aprobacion',
    idEntidad: a.id,
    antes: { estado: a.estado },
    despues: { estado: r.estado, via: r.via, resumen: a.resumen, motivo: a.motivo ?? r.motivo, respuesta: r.respuesta },
  });
  publish(tx, { tema: 'aprobacion', idSucursal: a.idSucursal, ids: [a.id] });
}
