import { type Tx, withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { moverStock } from '@/lib/kardex/mover-stock';
import { importeLinea } from '@/lib/money';
import { publish } from '@/lib/realtime/publish';
import { CatalogoCambioError } from '../errors';
import { PorIdInput } from '../schemas';
import type { ResumenImportacion } from '../schemas-importacion';
import { asentarInventario } from '../steps';
import { resolverCategorias } from './categorias';
import { actualizarProductos, type Cambio, insertarProductos, type Nuevo } from './escribir';
import { buscarExistentes, choqueDe, llaveDe } from './existentes';
import { Avance, enLotes, type Progreso, tomarImportacion } from './tomar';
import type { DatosFila } from './validar-fila';

type Resultado = NonNullable<ResumenImportacion['resultado']>;

/**
 * Enters the good rows of a confirmed import, all of them or none: categories, products, and their opening stock as one
 * entry against capital. Returns `null`, having done nothing, when it was already applied or is not confirmed.
 * Throws when the catalogue changed under it: trying again is right; CatalogoCambioError when a row can no longer enter.
 */
export async function aplicarImportacion(ctx: Context, raw: unknown, progreso: Progreso): Promise<Resultado | null> {
  requirePermiso(ctx, 'producto:importar');
  const { id } = PorIdInput.parse(raw);
  return withTransaction(ctx, async (tx) => {
    const importacion = await tomarImportacion(tx, id, ['EN_COLA', 'APLICANDO']);
    if (!importacion) return null;
    const { nuevos, repetidos } = await separar(tx, id);
    const actualizar = importacion.resumen.opcion === 'actualizar';
    const categorias = await resolverCategorias(
      tx,
      ctx,
      nuevos.map((f) => f.categoria),
    );
    const hechas = new Avance(repetidos.length, progreso);
    const actualizados = actualizar ? await actualizarProductos(tx, ctx, repetidos, id) : 0;
    await hechas.sumar(0);
    const creados: Nuevo[] = [];
    for (const lote of enLotes(nuevos)) {
      creados.push(
        ...(await insertarProductos(tx, ctx, { filas: lote, categorias: categorias.ids, idImportacion: id })),
      );
      await hechas.sumar(lote.length / 2);
    }
    const idAsiento = await entrarStock(tx, ctx, { id, archivo: importacion.archivo }, creados, hechas);
    const resultado = {
      creados: creados.length,
      actualizados,
      sin_cambio: actualizar ? repetidos.length - actualizados : 0,
      omitidos: actualizar ? 0 : repetidos.length,
      categorias: categorias.nuevas.length,
      id_asiento: idAsiento,
    };
    await terminar(tx, ctx, id, { resultado, categorias: categorias.nuevas });
    publish(tx, { tema: 'producto', idSucursal: null });
    return resultado;
  });
}

/** The good rows as the catalogue is now: those to create, and those whose product is already there. */
async function separar(tx: Tx, id: number): Promise<{ nuevos: DatosFila[]; repetidos: Cambio[] }> {
  const filas = await tx.sql<{ datos: string }[]>`
    select datos::text as datos from importacion_fila where id_importacion = ${id} and datos is not null order by linea`;
  // A file that was read before the SKU was known has none.
  const datos = filas.map((f) => ({ sku: null, ...JSON.parse(f.datos) }) as DatosFila);
  const existentes = await buscarExistentes(tx, datos);
  const nuevos: DatosFila[] = [];
  const repetidos: Cambio[] = [];
  for (const fila of datos) {
    const choque = choqueDe(fila, existentes);
    if (choque) throw new CatalogoCambioError(choque);
    const existente = existentes.productos.get(llaveDe(fila));
    if (existente) repetidos.push({ id: existente.id, precio: fila.precio, costo: fila.costo });
    else nuevos.push(fila);
  }
  return { nuevos, repetidos };
}

async function entrarStock(
  tx: Tx,
  ctx: Context,
  importacion: { id: number; archivo: string },
  creados: readonly Nuevo[],
  hechas: Avance,
): Promise<number | null> {
  const filas = creados.map((c) => ({ idProducto: c.id, cantidad: c.stock, valor: importeLinea(c.costo, c.stock) }));
  const documento = { tipoDocumento: 'stock_inicial', idDocumento: importacion.id, idSucursal: ctx.idSucursal };
  const idAsiento = await asentarInventario(tx, ctx, {
    ...documento,
    valor: filas.reduce((suma, f) => suma + f.valor, 0),
    contra: 'capital',
    glosa: `Stock inicial, importación ${importacion.id} (${importacion.archivo})`,
  });
  for (const lote of enLotes(filas)) {
    await moverStock(tx, ctx, { ...documento, tipo: 'INICIAL', idAsiento, filas: lote });
    await hechas.sumar(lote.length / 2);
  }
  return idAsiento;
}

/** The write is the check: whoever changed the state meanwhile makes the whole transaction fail. */
async function terminar(
  tx: Tx,
  ctx: Context,
  id: number,
  { resultado, categorias }: { resultado: Resultado; categorias: number[] },
): Promise<void> {
  const ahora = ctx.ahora.toISOString();
  const mias = await tx.sql`
    update importacion set situacion = 'APLICADA', filas_hechas = filas - filas_malas, falla = null,
      resumen = resumen || ${JSON.stringify({ resultado, categorias_creadas: categorias })}::text::jsonb, terminada_en = ${ahora}::timestamptz,
      updated_at = ${ahora}::timestamptz
    where id = ${id} and situacion in ('EN_COLA', 'APLICANDO') returning 1`;
  if (mias.length !== 1) throw new Error(`importacion ${id} changed while it was being applied`);
  await tx.sql`delete from importacion_contenido where id_importacion = ${id}`;
  const evento = { accion: 'importacion.aplicar', entidad: 'importacion', idEntidad: id, despues: resultado };
  await emitAudit(tx, ctx, evento);
}
