import type { z } from 'zod';
import type { Tx } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { ValidacionError } from '@/lib/errors';
import { lockExistencias, moverStock } from '@/lib/kardex/mover-stock';
import { asentar } from '@/lib/libro/asentar';
import { cuentaDe } from '@/lib/libro/cuentas';
import { writeOnce } from '@/lib/operacion/write-once';
import { type Llegada, llegadasDe, quedaEnCamino } from './llegadas';
import { type LineaBloqueada, lockTransferencia, type TransferenciaBloqueada } from './lock-transferencia';
import { publicarTransferencia } from './publicar';
import { leerTransferenciaEn } from './read-transferencia';
import { CAUSAS } from './rules';
import { RecibirInput } from './schemas';
import type { TransferenciaDetalleDto } from './schemas-respuestas';

/**
 * Goods of a transfer arrive, all at once or in several goes: into the branch's stock at what they were worth when they left.
 * What is known never to arrive posts to the loss its cause says, in the branch that sent it, with its explanation. What is
 * neither stays on the way. Throws PermisoError, TransferenciaNoEncontradaError, PasoNoPermitidoError, MasDeLoEnviadoError, ValidacionError.
 */
export async function recibirTransferencia(
  ctx: Context,
  raw: z.input<typeof RecibirInput> | unknown,
): Promise<TransferenciaDetalleDto> {
  requirePermiso(ctx, 'inventario:transferir');
  const input = RecibirInput.parse(raw);
  return writeOnce(
    ctx,
    { verbo: 'transferencia.recibir', input },
    {
      work: async (tx) => {
        const { transferencia: t, lineas } = await lockTransferencia(tx, ctx, input.id, 'recibir');
        const llegadas = llegadasDe(input.lineas, lineas);
        if (llegadas.length === 0) throw new ValidacionError('No llegó nada.', { lineas: 'No llegó nada.' });
        const ids = llegadas.map((l) => l.linea.idProducto);
        await lockExistencias(tx, t.idDestino, ids);
        const en = { ...ctx, idSucursal: t.idDestino };
        const completa = await escribirRecepcion(tx, en, t, { nota: input.nota, llegadas, lineas });
        await emitAudit(tx, en, {
          accion: 'transferencia.recibir',
          entidad: 'transferencia',
          idEntidad: t.id,
          despues: {
            productos: llegadas.length,
            completa,
            perdidas: llegadas
              .filter((l) => l.perdida > 0)
              .map((l) => ({ id_producto: l.linea.idProducto, causa: l.causa })),
          },
        });
        publicarTransferencia(tx, t, { idSucursal: t.idDestino, ids });
        return { respuesta: await leerTransferenciaEn(tx.sql, ctx, t.id) };
      },
    },
  );
}

type Recepcion = { nota: string | null; llegadas: readonly Llegada[]; lineas: readonly LineaBloqueada[] };

/** Returns whether nothing is on the way any more. */
async function escribirRecepcion(tx: Tx, ctx: Context, t: TransferenciaBloqueada, r: Recepcion): Promise<boolean> {
  const [fila] = await tx.sql<{ id: number }[]>`select nextval('recepcion_transferencia_id_seq') as id`;
  if (!fila) throw new Error('recepcion_transferencia: the sequence gave no id');
  const documento = { tipoDocumento: 'recepcion_transferencia', idDocumento: fila.id, idSucursal: t.idDestino };
  const idAsiento = await asentarRecepcion(tx, ctx, t, documento, r.llegadas);
  const ahora = ctx.ahora.toISOString();
  await tx.sql`
    insert into recepcion_transferencia (id, id_transferencia, fecha, id_usuario, nota, id_asiento)
    values (${fila.id}, ${t.id}, ${ahora}::timestamptz, ${ctx.actor.idUsuario}, ${r.nota}, ${idAsiento})`;
  const filas = r.llegadas.map(({ linea, ...l }) => ({ ...l, id: linea.id }));
  await tx.sql`
    with llegada as (
      select * from jsonb_to_recordset(${JSON.stringify(filas)}::text::jsonb) as x(id int, recibida bigint, valor bigint,
        perdida bigint, "valorPerdido" bigint, causa text, explicacion text)
    ), escrita as (
      insert into recepcion_linea (id_recepcion, id_linea, recibida, valor, perdida, valor_perdido, causa, explicacion)
      select ${fila.id}::int, x.id, x.recibida, x.valor, x.perdida, x."valorPerdido", x.causa, x.explicacion from llegada x
    )
    update transferencia_linea l set recibida = l.recibida + x.recibida, valor_recibido = l.valor_recibido + x.valor,
      perdida = l.perdida + x.perdida, valor_perdido = l.valor_perdido + x."valorPerdido"
    from llegada x where l.id = x.id`;
  const completa = quedaEnCamino(r.lineas, r.llegadas) === 0;
  await tx.sql`
    update transferencia set estado = ${completa ? 'RECIBIDA' : 'PARCIAL'},
      recibida_en = ${completa ? ahora : null}::timestamptz, recibida_por = ${completa ? ctx.actor.idUsuario : null}
    where id = ${t.id}`;
  const entran = r.llegadas.map((l) => ({ idProducto: l.linea.idProducto, cantidad: l.recibida, valor: l.valor }));
  await moverStock(tx, ctx, { ...documento, tipo: 'ENTRADA', idAsiento, filas: entran });
  return completa;
}

/** Into the stock of who receives, and to the losses of who sent, out of the goods in transit of who sent. */
async function asentarRecepcion(
  tx: Tx,
  ctx: Context,
  t: TransferenciaBloqueada,
  documento: { tipoDocumento: string; idDocumento: number; idSucursal: number },
  llegadas: readonly Llegada[],
): Promise<number | null> {
  const llego = llegadas.reduce((suma, l) => suma + l.valor, 0);
  const perdido = (causa: string) => llegadas.reduce((suma, l) => suma + (l.causa === causa ? l.valorPerdido : 0), 0);
  const perdidas = Object.entries(CAUSAS).map(([causa, { cuenta }]) => ({
    cuenta: cuentaDe(cuenta, t.idOrigen),
    importe: perdido(causa),
  }));
  const total = llego + perdidas.reduce((suma, p) => suma + p.importe, 0);
  if (total === 0) return null;
  return asentar(tx, ctx, {
    ...documento,
    idSesionCaja: null,
    bolsillo: 'mercaderia',
    glosa: `Recepción de la transferencia T-${t.numero} de ${t.origen}`.slice(0, 300),
    partidas: [
      { cuenta: cuentaDe('inventario', t.idDestino), importe: llego },
      ...perdidas,
      { cuenta: cuentaDe('transito', t.idOrigen), importe: -total },
    ],
  });
}
