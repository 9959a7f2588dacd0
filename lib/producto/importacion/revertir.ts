import { type Tx, withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { lockExistencias, moverStock } from '@/lib/kardex/mover-stock';
import { publish } from '@/lib/realtime/publish';
import { NadaQueDeshacerEnImportacionError } from '../errors';
import { PorIdInput } from '../schemas';
import type { ResultadoDeshacer } from '../schemas-importacion';
import { asentarInventario } from '../steps';
import { contarHechos, DOCUMENTO_DE_DESHACER, type Hecho, leerHechos } from './por-deshacer';
import { Avance, enLotes, type Progreso, tomarImportacion } from './tomar';

/**
 * Undoes an import that waits for it, all of it or nothing: the opening stock of what it created goes out at its own value by a
 * contra-entry that names the first, those products are deleted, the prices and costs it changed go back, and the categories it
 * left empty go. What moved or was changed since stays, counted. Returns `null` when it does not wait for this.
 * Throws NadaQueDeshacerEnImportacionError.
 */
export async function revertirImportacion(
  ctx: Context,
  raw: unknown,
  progreso: Progreso,
): Promise<ResultadoDeshacer | null> {
  requirePermiso(ctx, 'producto:importar');
  const { id } = PorIdInput.parse(raw);
  return withTransaction(ctx, async (tx) => {
    const tomada = await tomarImportacion(tx, id, ['DESHACIENDO']);
    if (!tomada) return null;
    await lockProductos(tx, ctx, id);
    const hechos = await leerHechos(tx.sql, id);
    const de = (clase: Hecho['clase']) => hechos.filter((h) => h.clase === clase);
    const [salen, vuelven] = [de('eliminar'), de('restaurar')];
    if (salen.length + vuelven.length === 0) throw new NadaQueDeshacerEnImportacionError();
    const avance = new Avance(0, progreso);
    const idAsiento = await sacarStock(tx, ctx, id, {
      salen,
      glosa: `Se deshace la importación ${id}: ${tomada.resumen.deshecha?.motivo ?? ''}`,
      corrigeA: tomada.resumen.resultado?.id_asiento ?? null,
      avance,
    });
    await eliminar(tx, ctx, salen);
    await restaurar(tx, ctx, id, vuelven);
    await avance.sumar(salen.length / 2 + vuelven.length);
    const { valor: _, ...cuentas } = contarHechos(hechos, false);
    const resultado = { ...cuentas, categorias: await quitarCategorias(tx, ctx, id), id_asiento: idAsiento };
    await terminar(tx, ctx, id, { motivo: tomada.resumen.deshecha?.motivo ?? '', ...resultado });
    publish(tx, { tema: 'producto', idSucursal: null });
    return resultado;
  });
}

/** Locks its products and what the branch has of them; what is read after is how they are. */
async function lockProductos(tx: Tx, ctx: Context, id: number): Promise<void> {
  const filas = await tx.sql<{ id: number }[]>`
    select p.id from importacion_producto i join producto p on p.id = i.id_producto
    where i.id_importacion = ${id} and p.estado order by p.id for no key update of p`;
  await lockExistencias(
    tx,
    ctx.idSucursal,
    filas.map((f) => f.id),
  );
}

type Salida = { salen: readonly Hecho[]; glosa: string; corrigeA: number | null; avance: Avance };

async function sacarStock(tx: Tx, ctx: Context, id: number, s: Salida): Promise<number | null> {
  const documento = { tipoDocumento: DOCUMENTO_DE_DESHACER, idDocumento: id, idSucursal: ctx.idSucursal };
  const idAsiento = await asentarInventario(tx, ctx, {
    ...documento,
    valor: -s.salen.reduce((suma, h) => suma + h.valor, 0),
    contra: 'capital',
    glosa: s.glosa,
    corrigeA: s.corrigeA,
  });
  const filas = s.salen.map((h) => ({ idProducto: h.id, cantidad: -h.cantidad, valor: -h.valor }));
  for (const lote of enLotes(filas)) {
    // Goods that are worth nothing move without an entry, and those that are with one.
    await moverStock(tx, ctx, { ...documento, tipo: 'ANULACION', idAsiento, filas: lote });
    await s.avance.sumar(lote.length / 2);
  }
  return idAsiento;
}

async function eliminar(tx: Tx, ctx: Context, salen: readonly Hecho[]): Promise<void> {
  if (salen.length === 0) return;
  await tx.sql`
    update producto set estado = false, favorito = false, id_user_update = ${ctx.actor.idUsuario},
      updated_at = ${ctx.ahora.toISOString()}::timestamptz
    where id = any (${salen.map((h) => h.id)}::int[])`;
}

async function restaurar(tx: Tx, ctx: Context, id: number, vuelven: readonly Hecho[]): Promise<void> {
  if (vuelven.length === 0) return;
  await tx.sql`
    update producto p set precio_venta = (i.antes->>'precio_venta')::bigint,
      costo_compra = (i.antes->>'costo_compra')::bigint,
      id_user_update = ${ctx.actor.idUsuario}, updated_at = ${ctx.ahora.toISOString()}::timestamptz
    from importacion_producto i
    where i.id_importacion = ${id} and i.id_producto = p.id and p.id = any (${vuelven.map((h) => h.id)}::int[])`;
}

/** The categories that it created and nobody uses. Returns how many went. */
async function quitarCategorias(tx: Tx, ctx: Context, id: number): Promise<number> {
  const idas = await tx.sql`
    update categoria c set estado = false, id_user_update = ${ctx.actor.idUsuario},
      updated_at = ${ctx.ahora.toISOString()}::timestamptz
    from importacion i
    where i.id = ${id} and c.estado and i.resumen->'categorias_creadas' @> to_jsonb(c.id)
      and not exists (select 1 from producto p where p.id_categoria = c.id and p.estado)
      and not exists (select 1 from categoria h where h.id_padre = c.id and h.estado)
    returning 1`;
  return idas.length;
}

/** The write is the check: whoever changed the state meanwhile makes the whole transaction fail. */
async function terminar(
  tx: Tx,
  ctx: Context,
  id: number,
  deshecha: { motivo: string } & ResultadoDeshacer,
): Promise<void> {
  const mias = await tx.sql`
    update importacion set situacion = 'DESHECHA', falla = null, resumen = resumen || ${JSON.stringify({ deshecha })}::text::jsonb,
      updated_at = ${ctx.ahora.toISOString()}::timestamptz
    where id = ${id} and situacion = 'DESHACIENDO' returning 1`;
  if (mias.length !== 1) throw new Error(`importacion ${id} changed while it was being undone`);
  await emitAudit(tx, ctx, {
    accion: 'importacion.revertir',
    entidad: 'importacion',
    idEntidad: id,
    despues: deshecha,
  });
}
