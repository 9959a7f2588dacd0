import { constraintName } from '@/db/errors';
import type { Tx } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { writeOnce } from '@/lib/operacion/write-once';
import { lockCategoria } from '@/lib/producto/steps';
import { publish } from '@/lib/realtime/publish';
import { EdicionDeshechaError, EdicionNoEncontradaError, NadaQueDeshacerError } from './errors';
import { type Escrita, escribirEdicion } from './escribir';
import { CAMPOS, type Campo, type Valor } from './rules';
import { DeshacerEdicionInput, type DeshechaDto } from './schemas';

/**
 * Puts back what an edition changed, by another edition. A product that somebody changed since is left as it is and
 * counted. An edition is undone once, and what undid one is not undone. Throws PermisoError, EdicionNoEncontradaError,
 * EdicionDeshechaError, NadaQueDeshacerError, ValidacionError (a category that is no longer there).
 */
export async function deshacerEdicion(ctx: Context, raw: unknown): Promise<DeshechaDto> {
  requirePermiso(ctx, 'producto:edicion_masiva');
  const { id } = DeshacerEdicionInput.parse(raw);
  const work = async (tx: Tx) => {
    const campo = await campoDeEdicion(tx, id);
    const { vuelven, cambiados } = await separar(tx, id, campo);
    if (vuelven.length === 0) throw new NadaQueDeshacerError();
    if (campo === 'id_categoria') {
      for (const categoria of new Set(vuelven.map((f) => Number(f.despues)))) await lockCategoria(tx, categoria);
    }
    const idNueva = await escribirEdicion(tx, ctx, { campo, filas: vuelven, pedido: { deshace: id }, deshaceA: id });
    await emitAudit(tx, ctx, {
      accion: 'edicion.deshacer',
      entidad: 'edicion',
      idEntidad: id,
      despues: { filas: vuelven.length, cambiados },
    });
    publish(tx, { tema: 'producto', idSucursal: null });
    return { respuesta: { id: idNueva, filas: vuelven.length, cambiados } };
  };
  try {
    return await writeOnce(ctx, { verbo: 'edicion.deshacer', input: { id } }, { work });
  } catch (error) {
    if (constraintName(error) === 'edicion_masiva_deshace') throw new EdicionDeshechaError();
    throw error;
  }
}

async function campoDeEdicion(tx: Tx, id: number): Promise<Campo> {
  const [edicion] = await tx.sql<{ deshaceA: number | null; campo: string; deshecha: boolean }[]>`
    select e.deshace_a as "deshaceA", exists (select 1 from edicion_masiva d where d.deshace_a = e.id) as deshecha,
      (select k from edicion_masiva_fila f, jsonb_object_keys(f.despues) k where f.id_edicion = e.id limit 1) as campo
    from edicion_masiva e where e.id = ${id}`;
  if (!edicion) throw new EdicionNoEncontradaError();
  const campo = CAMPOS.find((c) => c === edicion.campo);
  if (edicion.deshaceA !== null || edicion.deshecha || !campo) throw new EdicionDeshechaError();
  return campo;
}

/** Locks the edition's products; those that still hold what it wrote go back. */
async function separar(tx: Tx, id: number, campo: Campo): Promise<{ vuelven: Escrita[]; cambiados: number }> {
  const columna = tx.sql.unsafe(campo);
  const filas = await tx.sql<{ id: number; hoy: Valor; antes: string; despues: string }[]>`
    select p.id, p.${columna} as hoy, (f.antes->${campo})::text as antes, (f.despues->${campo})::text as despues
    from edicion_masiva_fila f join producto p on p.id = f.id_producto and p.estado
    where f.id_edicion = ${id} order by p.id for no key update of p`;
  const leidas = filas.map((f) => ({
    id: f.id,
    hoy: f.hoy,
    antes: JSON.parse(f.antes) as Valor,
    despues: JSON.parse(f.despues) as Valor,
  }));
  const iguales = leidas.filter((f) => f.hoy === f.despues);
  const vuelven = iguales.map((f) => ({ id: f.id, antes: f.despues, despues: f.antes }));
  return { vuelven, cambiados: leidas.length - iguales.length };
}
