import type { z } from 'zod';
import type { Tx } from '@/db/transaction';
import { autorizar, conAprobacion } from '@/lib/aprobacion/steps';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import { lockSesionAbierta, requireEspecialidad } from '@/lib/caja/steps';
import type { Context } from '@/lib/context';
import { lockExistencias, moverStock } from '@/lib/kardex/mover-stock';
import { asentar } from '@/lib/libro/asentar';
import { type Steps, writeOnce } from '@/lib/operacion/write-once';
import { publish } from '@/lib/realtime/publish';
import { armarTicket } from './armar-ticket';
import { dtoDeTicket } from './dto';
import { describirTicket } from './excesos';
import { type CobrarVenta, CobrarVentaInput, type VentaDto } from './schemas';
import {
  idAsientoDe,
  insertVenta,
  leerProductos,
  partidasDeVenta,
  reservarNumeros,
  siguienteNumero,
  type VentaPorEscribir,
} from './steps';

/**
 * Charges a ticket: stock leaves, money enters, and the answer is the ticket with its number. All or nothing, once per
 * `ctx.clave`. Four round trips whatever its lines: BEGIN, claim + locks, writes, COMMIT. A discount or
 * a price beyond the actor's rights takes an approval, which costs one more.
 * Throws SesionNoEncontradaError, SesionCerradaError, EspecialidadError, RequiereAprobacionError, and what `armarTicket`
 * throws.
 */
export async function cobrarVenta(ctx: Context, raw: z.input<typeof CobrarVentaInput> | unknown): Promise<VentaDto> {
  requirePermiso(ctx, 'venta:cobrar');
  const input = CobrarVentaInput.parse(raw);
  const steps: Steps<Awaited<ReturnType<typeof lockAll>>, VentaDto> = {
    prepare: (tx) => lockAll(tx, ctx, input),
    work: async (tx, { sesion, folio, numeros, productos, ...locked }) => {
      requireEspecialidad(sesion, 'venta');
      const existencias =
        sesion.idSucursal === ctx.idSucursal
          ? locked.existencias
          : await lockExistencias(tx, sesion.idSucursal, idsDe(input));
      const en = { ...ctx, idSucursal: sesion.idSucursal };
      const ticket = armarTicket(ctx, input, productos, existencias, sesion.redondeoEfectivo);
      const acto = () => describirTicket(input, ticket.lineas, ticket.excesos, sesion.caja);
      const aprobacion = await autorizar(tx, en, acto, ticket.excesos, { tipo: 'venta', id: numeros.idVenta });
      const venta = { ticket, numeros, folio, sesion };
      publish(tx, { tema: 'venta', idSucursal: sesion.idSucursal, ids: [numeros.idVenta] });
      return { respuesta: dtoDeTicket(ctx, venta, aprobacion), writes: write(tx, en, venta) };
    },
  };
  return conAprobacion(ctx, () => writeOnce(ctx, { verbo: 'venta.cobrar', input }, steps));
}

const idsDe = (input: CobrarVenta) => [...new Set(input.detalles.map((d) => d.idProducto))];

/** Every lock of a sale in lock order, and what it reads under them, sent at once. */
async function lockAll(tx: Tx, ctx: Context, input: CobrarVenta) {
  const ids = idsDe(input);
  const [sesion, folio, existencias, productos, numeros] = await Promise.all([
    lockSesionAbierta(tx, ctx, input.idSesionCaja),
    siguienteNumero(tx, input.idSesionCaja),
    lockExistencias(tx, ctx.idSucursal, ids),
    leerProductos(tx, ids),
    reservarNumeros(tx, input.detalles.length),
  ]);
  return { sesion, folio, existencias, productos, numeros };
}

/** Every write of a sale, sent at once. */
function write(tx: Tx, ctx: Context, venta: VentaPorEscribir): Promise<unknown>[] {
  const { ticket, numeros, folio, sesion } = venta;
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
