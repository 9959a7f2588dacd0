import type { Tx } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import type { Context } from '@/lib/context';
import { publish } from '@/lib/realtime/publish';
import { type Reader, selectTareas } from './read';
import type { TareaDto } from './schemas';

/** What is not right. `monto` in signed centavos. */
export type TareaNueva = {
  tipo: string;
  resumen: string;
  detalle?: string | null;
  monto?: number | null;
  documento?: { tipo: string; id: number };
  idSesionCaja?: number | null;
};

/** Leaves a task in the branch of `ctx`, in the caller's transaction: what is wrong waits, and stops nobody. Its id. */
export async function abrirTarea(tx: Tx, ctx: Context, t: TareaNueva): Promise<number> {
  const [fila] = await tx.sql<{ id: number }[]>`
    insert into tarea (id_sucursal, tipo, resumen, detalle, monto, tipo_documento, id_documento, id_sesion_caja, creada_por, creada_en)
    values (${ctx.idSucursal}, ${t.tipo}, ${t.resumen}, ${t.detalle ?? null}, ${t.monto ?? null}, ${t.documento?.tipo ?? null},
      ${t.documento?.id ?? null}, ${t.idSesionCaja ?? null}, ${ctx.actor.idUsuario}, ${ctx.ahora.toISOString()}::timestamptz)
    returning id`;
  if (!fila) throw new Error('tarea: the insert gave no id');
  await emitAudit(tx, ctx, {
    accion: 'tarea.abrir',
    entidad: 'tarea',
    idEntidad: fila.id,
    despues: { tipo: t.tipo, resumen: t.resumen, id_sesion_caja: t.idSesionCaja ?? null },
  });
  publish(tx, { tema: 'tarea', idSucursal: ctx.idSucursal, ids: [fila.id] });
  return fila.id;
}

/** The tasks that a session left, newest first, for whoever may see the session. */
export function tareasDeSesion(sql: Reader, idSesion: number): Promise<TareaDto[]> {
  return selectTareas(sql, sql`t.id_sesion_caja = ${idSesion}`);
}
