import type { z } from 'zod';
import type { Tx } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { ValidacionError } from '@/lib/errors';
import { StockInsuficienteError } from '@/lib/kardex/errors';
import { lockExistencias, moverStock } from '@/lib/kardex/mover-stock';
import { costoDeSalida, type Existencia, NADA } from '@/lib/kardex/rules';
import { asentar } from '@/lib/libro/asentar';
import { cuentaDe } from '@/lib/libro/cuentas';
import { writeOnce } from '@/lib/operacion/write-once';
import { leerProductosDe } from './lineas';
import { type LineaBloqueada, lockTransferencia, type TransferenciaBloqueada } from './lock-transferencia';
import { publicarTransferencia } from './publicar';
import { leerTransferenciaEn } from './read-transferencia';
import { EnviarInput } from './schemas';
import type { TransferenciaDetalleDto } from './schemas-respuestas';

type Envio = { id: number; idProducto: number; cantidad: number; valor: number };

/**
 * The goods of a transfer leave: out of the branch's stock at their average cost, into its account of goods in transit.
 * Less, more or nothing of what was asked may leave, of the products asked. Once, whoever sends at once.
 * Throws PermisoError, TransferenciaNoEncontradaError, PasoNoPermitidoError, StockInsuficienteError, ValidacionError.
 */
export async function enviarTransferencia(
  ctx: Context,
  raw: z.input<typeof EnviarInput> | unknown,
): Promise<TransferenciaDetalleDto> {
  requirePermiso(ctx, 'inventario:transferir');
  const input = EnviarInput.parse(raw);
  return writeOnce(
    ctx,
    { verbo: 'transferencia.enviar', input },
    {
      work: async (tx) => {
        const { transferencia: t, lineas } = await lockTransferencia(tx, ctx, input.id, 'enviar');
        const salen = cantidadesQueSalen(input.lineas, lineas);
        if (input.lineas) await leerProductosDe(tx, input.lineas);
        const existencias = await lockExistencias(tx, t.idOrigen, [...salen.keys()]);
        const envios = enviosDe(salen, lineas, existencias);
        await escribirEnvio(tx, { ...ctx, idSucursal: t.idOrigen }, t, envios);
        await emitAudit(
          tx,
          { ...ctx, idSucursal: t.idOrigen },
          {
            accion: 'transferencia.enviar',
            entidad: 'transferencia',
            idEntidad: t.id,
            despues: { productos: envios.length, valor: envios.reduce((suma, e) => suma + e.valor, 0) },
          },
        );
        publicarTransferencia(tx, t, { idSucursal: t.idOrigen, ids: [...salen.keys()] });
        return { respuesta: await leerTransferenciaEn(tx.sql, ctx, t.id) };
      },
    },
  );
}

/** What leaves of each product, over zero, by ascending product. Throws ValidacionError. */
function cantidadesQueSalen(
  dichas: readonly { idProducto: number; cantidad: number }[] | null,
  lineas: readonly LineaBloqueada[],
): Map<number, number> {
  const cantidades = new Map(dichas?.map((d) => [d.idProducto, d.cantidad]));
  const ajena = dichas?.findIndex((d) => !lineas.some((l) => l.idProducto === d.idProducto)) ?? -1;
  if (ajena >= 0 || (dichas && cantidades.size < dichas.length)) {
    const frase = ajena >= 0 ? 'No es de esta transferencia.' : 'Hay un producto repetido.';
    throw new ValidacionError(frase, { [`lineas.${Math.max(0, ajena)}.id_producto`]: frase });
  }
  const salen = lineas.map((l) => [l.idProducto, dichas ? (cantidades.get(l.idProducto) ?? 0) : l.pedida] as const);
  const conAlgo = salen.filter(([, cantidad]) => cantidad > 0);
  if (conAlgo.length === 0) throw new ValidacionError('No se envía nada.', { lineas: 'No se envía nada.' });
  return new Map(conAlgo);
}

function enviosDe(
  salen: ReadonlyMap<number, number>,
  lineas: readonly LineaBloqueada[],
  existencias: ReadonlyMap<number, Existencia>,
): Envio[] {
  return [...salen].map(([idProducto, cantidad]) => {
    const indice = lineas.findIndex((l) => l.idProducto === idProducto);
    const { id = 0, nombre = '' } = lineas[indice] ?? {};
    const hay = existencias.get(idProducto) ?? NADA;
    if (hay.cantidad < cantidad) {
      const frase = 'No hay existencia suficiente.';
      throw new StockInsuficienteError(nombre, hay.cantidad, { [`lineas.${indice}.cantidad`]: frase });
    }
    return { id, idProducto, cantidad, valor: costoDeSalida(hay, cantidad) };
  });
}

async function escribirEnvio(tx: Tx, ctx: Context, t: TransferenciaBloqueada, envios: readonly Envio[]): Promise<void> {
  const documento = { tipoDocumento: 'transferencia', idDocumento: t.id, idSucursal: t.idOrigen };
  const valor = envios.reduce((suma, e) => suma + e.valor, 0);
  const idAsiento =
    valor === 0
      ? null
      : await asentar(tx, ctx, {
          ...documento,
          idSesionCaja: null,
          bolsillo: 'mercaderia',
          glosa: `Transferencia T-${t.numero} a ${t.destino}`.slice(0, 300),
          partidas: [
            { cuenta: cuentaDe('transito', t.idOrigen), importe: valor },
            { cuenta: cuentaDe('inventario', t.idOrigen), importe: -valor },
          ],
        });
  await tx.sql`
    update transferencia_linea l set enviada = x.cantidad, valor_enviado = x.valor
    from jsonb_to_recordset(${JSON.stringify(envios)}::text::jsonb) as x(id int, cantidad bigint, valor bigint)
    where l.id = x.id`;
  await tx.sql`
    update transferencia set estado = 'ENVIADA', enviada_en = ${ctx.ahora.toISOString()}::timestamptz,
      enviada_por = ${ctx.actor.idUsuario}, id_asiento_envio = ${idAsiento} where id = ${t.id}`;
  const filas = envios.map((e) => ({ idProducto: e.idProducto, cantidad: -e.cantidad, valor: -e.valor }));
  await moverStock(tx, ctx, { ...documento, tipo: 'SALIDA', idAsiento, filas });
}
