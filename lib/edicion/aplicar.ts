import type { Tx } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { writeOnce } from '@/lib/operacion/write-once';
import { lockCategoria } from '@/lib/producto/steps';
import { publish } from '@/lib/realtime/publish';
import { calcular } from './calcular';
import { EdicionVaciaError, VistaVencidaError } from './errors';
import { escribirEdicion } from './escribir';
import { leerEdicionEn } from './read';
import { campoDe } from './rules';
import { AplicarEdicionInput, type EdicionDto } from './schemas';

/**
 * Makes the change that was seen, to all its products or to none: one act of the trail, which another may undo. What was
 * seen (`huella`) must still be what would happen. Throws PermisoError, VistaVencidaError, EdicionVaciaError,
 * ValidacionError (a category that is not there).
 */
export async function aplicarEdicion(ctx: Context, raw: unknown): Promise<EdicionDto> {
  requirePermiso(ctx, 'producto:edicion_masiva');
  const input = AplicarEdicionInput.parse(raw);
  const { cambio, cuales } = input;
  const work = async (tx: Tx) => {
    if (cambio.tipo === 'fijo' && cambio.campo === 'id_categoria') await lockCategoria(tx, Number(cambio.valor));
    const { filas, huella } = await calcular(tx.sql, ctx, { cambio, cuales }, { bloquear: true });
    if (filas.length === 0) throw new EdicionVaciaError();
    if (huella !== input.huella) throw new VistaVencidaError();
    const pedido = { cambio, cuales: 'ids' in cuales ? { elegidos: cuales.ids.length } : { filtro: cuales.filtro } };
    const id = await escribirEdicion(tx, ctx, { campo: campoDe(cambio), filas, pedido, deshaceA: null });
    const dto = await leerEdicionEn(tx.sql, id);
    await emitAudit(tx, ctx, {
      accion: 'edicion.aplicar',
      entidad: 'edicion',
      idEntidad: id,
      despues: { que: dto.que, filas: filas.length },
    });
    publish(tx, { tema: 'producto', idSucursal: null });
    return { respuesta: dto };
  };
  return writeOnce(ctx, { verbo: 'edicion.aplicar', input }, { work });
}
