import type { z } from 'zod';
import type { Tx } from '@/db/transaction';
import { autorizar, conAprobacion } from '@/lib/aprobacion/steps';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import { lockSesionAbierta } from '@/lib/caja/steps';
import type { Context } from '@/lib/context';
import { lockExistencias, moverStock } from '@/lib/kardex/mover-stock';
import { asentar } from '@/lib/libro/asentar';
import { type Steps, writeOnce } from '@/lib/operacion/write-once';
import { leerVendibles } from '@/lib/producto/steps';
import { publish } from '@/lib/realtime/publish';
import { armarTicket } from './armar-ticket';
import { dtoDeTicket } from './dto';
import { describirTicket } from './excesos';
import { conProductos, entrarLoCreado } from './productos-nuevos';
import { CobrarVentaInput, type VentaDto, type VentaPorArmar } from './schemas';
import { sobrevender } from './sobrevender';
import {
  idAsientoDe,
  insertVenta,
  leerClienteDeVenta,
  numeroDelHecho,
  partidasDeVenta,
  reservarNumeros,
  siguienteNumero,
  type VentaPorEscribir,
} from './steps';
import { tolerar } from './tolerar';

/**
 * Charges a ticket: stock leaves, money enters, and the answer is the ticket with its number. All or nothing, once per
 * `ctx.clave`. Four round trips whatever its lines: BEGIN, claim + locks, writes, COMMIT. A discount or
 * a price beyond the actor's rights takes an approval, which costs one more.
 * Throws SesionNoEncontradaError, SesionCerradaError, EspecialidadError, RequiereAprobacionError, and what `armarTicket`
 * throws. What already happened (`ctx.hecho`) goes the same way and is not refused: `tolerar`. Lines of products that the catalogue does not know create them first, by right: one round trip more.
 */
export async function cobrarVenta(ctx: Context, raw: z.input<typeof CobrarVentaInput> | unknown): Promise<VentaDto> {
  requirePermiso(ctx, 'venta:cobrar');
  const input = CobrarVentaInput.parse(raw);
  const steps: Steps<Awaited<ReturnType<typeof lockAll>>, VentaDto> = {
    prepare: async (tx) => lockAll(tx, ctx, await conProductos(tx, ctx, input)),
    work: async (tx, { venta: pedido, sesion, folio, numeros, cliente, ...locked }) => {
      const en = { ...ctx, idSucursal: sesion.idSucursal };
      const { existencias, vendibles } =
        sesion.idSucursal === ctx.idSucursal ? locked : await leerEnOtra(tx, sesion.idSucursal, pedido);
      const entradas = entrarLoCreado(pedido, existencias);
      const leido = { venta: pedido, vendibles, existencias, redondea: sesion.redondeoEfectivo };
      const numerado = { numeros, folio };
      const vendido = ctx.hecho
        ? await tolerar(tx, en, ctx.hecho, leido, numerado)
        : await sobrevender(tx, en, leido, numerado);
      const ticket = armarTicket(ctx, vendido);
      const acto = () => describirTicket(input, ticket.lineas, ticket.excesos, sesion.caja);
      const aprobacion = await autorizar(tx, en, acto, ticket.excesos, { tipo: 'venta', id: numeros.idVenta });
      const venta = { ticket, numeros, folio, sesion, entradas, cliente, tokenRecibo: input.tokenRecibo };
      publish(tx, { tema: 'venta', idSucursal: sesion.idSucursal, ids: [numeros.idVenta] });
      return { respuesta: dtoDeTicket(ctx, venta, aprobacion), writes: write(tx, en, venta) };
    },
  };
  return conAprobacion(ctx, () => writeOnce(ctx, { verbo: 'venta.cobrar', input }, steps));
}

const idsDe = (venta: VentaPorArmar) => [...new Set(venta.detalles.map((d) => d.idProducto))];

/** Every lock of a sale in lock order, and what it reads under them, sent at once. */
async function lockAll(tx: Tx, ctx: Context, venta: VentaPorArmar) {
  const ids = idsDe(venta);
  const [sesion, folio, existencias, vendibles, numeros, cliente] = await Promise.all([
    lockSesionAbierta(tx, ctx, venta.idSesionCaja, 'venta'),
    ctx.hecho ? numeroDelHecho(tx, ctx.hecho, venta.idSesionCaja) : siguienteNumero(tx, venta.idSesionCaja),
    lockExistencias(tx, ctx.idSucursal, ids),
    leerVendibles(tx, ctx.idSucursal, venta.detalles),
    reservarNumeros(tx, venta.detalles.length),
    leerClienteDeVenta(tx, venta.idCliente, { eliminado: ctx.hecho !== undefined }),
  ]);
  return { venta, sesion, folio, existencias, vendibles, numeros, cliente };
}

/** Stock and prices of the session's branch, when it is not the one of the request. */
async function leerEnOtra(tx: Tx, idSucursal: number, venta: VentaPorArmar) {
  const [existencias, vendibles] = await Promise.all([
    lockExistencias(tx, idSucursal, idsDe(venta)),
    leerVendibles(tx, idSucursal, venta.detalles),
  ]);
  return { existencias, vendibles };
}

/** Every write of a sale, sent at once. */
function write(tx: Tx, ctx: Context, venta: VentaPorEscribir): Promise<unknown>[] {
  const { ticket, numeros, folio, sesion, entradas = [] } = venta;
  const documento = { idDocumento: numeros.idVenta, idSucursal: sesion.idSucursal };
  const idAsiento = idAsientoDe(venta);
  const asiento = idAsiento !== null && [
    asentar(tx, ctx, {
      ...documento,
      id: idAsiento,
      tipoDocumento: 'venta',
      idSesionCaja: sesion.id,
      bolsillo: 'mercaderia',
      glosa: `Venta ${folio.serie}-${folio.numero}`,
      partidas: partidasDeVenta(ticket, sesion),
    }),
  ];
  return [
    ...(asiento || []),
    insertVenta(tx, ctx, venta),
    ...entradas.map((entrada) => moverStock(tx, ctx, { ...entrada, idSucursal: sesion.idSucursal })),
    moverStock(tx, ctx, { ...documento, tipo: 'VENTA', tipoDocumento: 'venta', idAsiento, filas: ticket.salidas }),
    emitAudit(tx, ctx, {
      accion: 'venta.cobrar',
      entidad: 'venta',
      idEntidad: numeros.idVenta,
      despues: {
        folio: `${folio.serie}-${folio.numero}`,
        total: ticket.total,
        descuento: ticket.descuento,
        pagos: ticket.pagos,
      },
    }),
  ];
}
