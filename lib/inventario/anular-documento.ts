import type { Tx } from '@/db/transaction';
import type { ActoPorAprobar } from '@/lib/aprobacion/schemas';
import { autorizar, conAprobacion } from '@/lib/aprobacion/steps';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import { alcanza, fraseDeLimite } from '@/lib/auth/topes';
import type { Context } from '@/lib/context';
import { contraDe, escribirDocumento, idDeDocumento, type LineaDocumento } from '@/lib/kardex/documento';
import { StockInsuficienteError } from '@/lib/kardex/errors';
import { lockExistencias } from '@/lib/kardex/mover-stock';
import { costoDeSalida, NADA, TIPOS_DOCUMENTO } from '@/lib/kardex/rules';
import type { Partida } from '@/lib/libro/asentar';
import { cuentaDe } from '@/lib/libro/cuentas';
import { formatBs } from '@/lib/money';
import { writeOnce } from '@/lib/operacion/write-once';
import { publish } from '@/lib/realtime/publish';
import { trabajaEn } from './alcance';
import { filasALaVista } from './autorizar-diferencias';
import { DocumentoAnuladoError, DocumentoNoEncontradoError, DocumentoSinAnulacionError } from './errors';
import { leerDocumentoEn } from './read-documento';
import { permisoDeAnular, seAnula, type TipoAnulable, topeDeAnular } from './rules';
import { AnularDocumentoInput } from './schemas';
import type { DocumentoStockDetalleDto } from './schemas-respuestas';

type Original = Awaited<ReturnType<typeof lockDocumento>>;
/** A line that goes back: what it moves now, and what it was worth when it first moved. */
type Vuelta = LineaDocumento & { original: number };

/**
 * Takes back an entry, an exit or an adjustment by a document of its own, which the answer is. What went out comes back at the
 * cost it left with; what came in leaves at today's average, and what that does not return stays in *diferencias de costo*.
 * The last cost goes back where nothing changed it since, and the dates that an entry wrote stop being watched. Whoever may
 * write such a document may void it, up to the same cap, or by approval. Once per document, whoever asks at once.
 * Throws PermisoError, RequiereAprobacionError, DocumentoNoEncontradoError, DocumentoAnuladoError, DocumentoSinAnulacionError,
 * StockInsuficienteError.
 */
export async function anularDocumento(ctx: Context, raw: unknown): Promise<DocumentoStockDetalleDto> {
  requirePermiso(ctx, 'inventario:ver');
  const input = AnularDocumentoInput.parse(raw);
  return conAprobacion(ctx, () =>
    writeOnce(
      ctx,
      { verbo: 'inventario.anular', input },
      {
        work: async (tx) => {
          const doc = await lockDocumento(tx, ctx, input.id);
          const suyo = { ...ctx, idSucursal: doc.idSucursal };
          const vueltas = await lineasDeVuelta(tx, doc);
          const id = await idDeDocumento(tx);
          await autorizarAnulacion(tx, suyo, { doc, vueltas, input, id });
          const { folio, valor } = await escribirDocumento(tx, suyo, {
            id,
            tipo: 'ANULACION',
            idSucursal: doc.idSucursal,
            motivo: input.motivo,
            origen: { tipo: 'documento_stock', id: doc.id },
            lineas: vueltas,
            contra: { partidas: partidasDeVuelta(doc, vueltas), corrigeA: doc.idAsiento },
          });
          if (doc.tipo === 'ENTRADA') await olvidarLoQueTrajo(tx, suyo, doc);
          await emitAudit(tx, suyo, {
            accion: 'inventario.anular',
            entidad: 'documento_stock',
            idEntidad: doc.id,
            despues: { anula: doc.folio, folio, valor, motivo: input.motivo },
          });
          publish(tx, { tema: 'producto', idSucursal: doc.idSucursal, ids: vueltas.map((l) => l.idProducto) });
          publish(tx, { tema: 'inventario', idSucursal: doc.idSucursal });
          return { respuesta: await leerDocumentoEn(tx.sql, ctx, id) };
        },
      },
    ),
  );
}

/** The document to void, with its lines; others who void it wait. */
async function lockDocumento(tx: Tx, ctx: Context, id: number) {
  const [fila] = await tx.sql<
    {
      id: number;
      tipo: TipoAnulable;
      folio: string;
      idSucursal: number;
      concepto: Parameters<typeof contraDe>[0]['concepto'];
      idAsiento: number | null;
    }[]
  >`
    select id, tipo, serie || '-' || numero as folio, id_sucursal as "idSucursal", concepto, id_asiento as "idAsiento"
    from documento_stock where id = ${id} for no key update`;
  if (!fila || !trabajaEn(ctx, fila.idSucursal)) throw new DocumentoNoEncontradoError();
  if (!seAnula(fila.tipo)) throw new DocumentoSinAnulacionError(TIPOS_DOCUMENTO[fila.tipo as TipoAnulable].nombre);
  requirePermiso(ctx, permisoDeAnular(fila.tipo));
  const anulado = await tx.sql`
    select 1 from documento_stock where tipo = 'ANULACION' and tipo_origen = 'documento_stock' and id_origen = ${id}`;
  if (anulado.length > 0) throw new DocumentoAnuladoError(fila.folio);
  const lineas = await tx.sql<LineaDocumento[]>`
    select id_producto as "idProducto", nombre, unidad, cantidad, valor from detalle_documento_stock
    where id_documento = ${id} order by linea`;
  return { ...fila, lineas };
}

async function lineasDeVuelta(tx: Tx, doc: Original): Promise<Vuelta[]> {
  const ids = doc.lineas.map((l) => l.idProducto);
  const existencias = await lockExistencias(tx, doc.idSucursal, ids);
  return doc.lineas.map((l) => {
    if (l.cantidad < 0) return { ...l, cantidad: -l.cantidad, valor: -l.valor, original: l.valor };
    const hay = existencias.get(l.idProducto) ?? NADA;
    if (hay.cantidad < l.cantidad) throw new StockInsuficienteError(l.nombre, hay.cantidad);
    return { ...l, cantidad: -l.cantidad, valor: -costoDeSalida(hay, l.cantidad), original: l.valor };
  });
}

/** The first entry turned round, with the goods at what they move today and the rest in the difference of cost. */
function partidasDeVuelta(doc: Original, vueltas: readonly Vuelta[]): Partida[] {
  const de = (s: 1 | -1) => vueltas.filter((l) => Math.sign(l.cantidad) === s);
  return [de(1), de(-1)].flatMap((lineas) => {
    const hoy = lineas.reduce((suma, l) => suma + l.valor, 0);
    const antes = lineas.reduce((suma, l) => suma + l.original, 0);
    const partidas = [
      { cuenta: cuentaDe('inventario', doc.idSucursal), importe: hoy },
      { cuenta: cuentaDe(contraDe(doc), doc.idSucursal), importe: antes },
      { cuenta: cuentaDe('diferencia_costo', doc.idSucursal), importe: -hoy - antes },
    ];
    return partidas.filter((p) => p.importe !== 0);
  });
}

async function autorizarAnulacion(
  tx: Tx,
  ctx: Context,
  a: { doc: Original; vueltas: readonly Vuelta[]; input: { id: number; motivo: string }; id: number },
): Promise<void> {
  const permiso = topeDeAnular(a.doc.tipo);
  const monto = a.vueltas.reduce((suma, l) => suma + Math.abs(l.valor), 0);
  if (alcanza(ctx, permiso, monto)) return;
  const { nombre } = TIPOS_DOCUMENTO[a.doc.tipo];
  const acto = (): ActoPorAprobar => ({
    verbo: 'inventario.anular',
    input: a.input,
    resumen: `anular ${nombre.toLowerCase()} ${a.doc.folio}`,
    detalle: [...filasALaVista(a.vueltas), { etiqueta: 'Motivo de la anulación', valor: a.input.motivo }],
  });
  const frase = `Se anulan ${formatBs(monto)} al costo; ${fraseDeLimite(ctx, permiso)}`;
  const exceso = { permiso, cuanto: monto, monto, frase, reserva: 'producto:ver_costo' } as const;
  await autorizar(tx, ctx, acto, [exceso], { tipo: 'documento_stock', id: a.id });
}

/** The last cost that an entry set, where it is still the last, and the dates of expiry that it wrote. */
async function olvidarLoQueTrajo(tx: Tx, ctx: Context, doc: Original): Promise<void> {
  const ahora = ctx.ahora.toISOString();
  const ids = doc.lineas.map((l) => l.idProducto);
  await tx.sql`
    update producto p set costo_compra = c.antes, id_user_update = ${ctx.actor.idUsuario}, updated_at = ${ahora}::timestamptz
    from (select distinct on (id_producto) id_producto, antes, costo, fecha from costo_producto
      where id_producto = any(${ids}::int[]) order by id_producto, id desc) c
    where p.id = c.id_producto and p.costo_compra = c.costo and c.fecha = (select fecha from documento_stock where id = ${doc.id})`;
  await tx.sql`
    update vencimiento set resolucion = 'ERROR', resuelto_en = ${ahora}::timestamptz, id_user_update = ${ctx.actor.idUsuario},
      updated_at = ${ahora}::timestamptz
    where id_documento = ${doc.id} and resolucion is null`;
}
