import type { z } from 'zod';
import type { Tx } from '@/db/transaction';
import { autorizar, conAprobacion } from '@/lib/aprobacion/steps';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import { alcanza, fraseDeLimite } from '@/lib/auth/topes';
import { cuentaDeEfectivo, lockSesionAbierta, lockSesionDeTrabajo, type SesionAbierta } from '@/lib/caja/steps';
import type { Context } from '@/lib/context';
import { lockExistencias, moverStock } from '@/lib/kardex/mover-stock';
import { asentar } from '@/lib/libro/asentar';
import { cuentaDe, cuentaGaveta } from '@/lib/libro/cuentas';
import { formatBs } from '@/lib/money';
import { writeOnce } from '@/lib/operacion/write-once';
import { publish } from '@/lib/realtime/publish';
import { formatFechaHora } from '@/lib/time';
import { SinCajaAbiertaError, VentaAnuladaError } from './errors';
import { lockVenta, type VentaOriginal } from './lock-venta';
import { leerVentaEn } from './queries';
import { sumaDe } from './rules';
import { AnularVentaInput, type VentaDto } from './schemas';

/**
 * Voids a ticket by contra-entries: the goods come back at the cost they left with, QR and transfers go back by the bank,
 * and cash leaves the drawer of the open session where the actor works. Once per ticket, whoever asks at once.
 * Throws VentaNoEncontradaError, VentaAnuladaError, PermisoError, RequiereAprobacionError, SinCajaAbiertaError,
 * EspecialidadError, SaldoInsuficienteError.
 */
export async function anularVenta(ctx: Context, raw: z.input<typeof AnularVentaInput> | unknown): Promise<VentaDto> {
  requirePermiso(ctx, 'venta:anular');
  const input = AnularVentaInput.parse(raw);
  return conAprobacion(ctx, () =>
    writeOnce(
      ctx,
      { verbo: 'venta.anular', input },
      {
        work: async (tx) => {
          const venta = await lockVenta(tx, ctx, input.id);
          if (venta.estado === 'ANULADA') throw new VentaAnuladaError();
          const sesion = await lockSesionDelActor(tx, ctx, venta);
          await devolver(tx, { ...ctx, idSucursal: venta.idSucursal }, venta, sesion);
          await autorizarAjena(tx, ctx, venta, input, sesion);
          await marcarAnulada(tx, ctx, input);
          await emitAudit(tx, ctx, {
            accion: 'venta.anular',
            entidad: 'venta',
            idEntidad: venta.id,
            antes: { estado_venta: venta.estado, total: venta.total, pagos: venta.pagos },
            despues: { estado_venta: 'ANULADA', motivo: input.motivo, id_sesion_caja: sesion?.id ?? null },
          });
          publish(tx, { tema: 'venta', idSucursal: venta.idSucursal, ids: [venta.id] });
          return { respuesta: await leerVentaEn(tx.sql, venta.id) };
        },
      },
    ),
  );
}

/** A ticket of another session than the actor's own open one: within their cap, or by approval. */
async function autorizarAjena(
  tx: Tx,
  ctx: Context,
  venta: VentaOriginal,
  input: { id: number; motivo: string },
  sesion: SesionAbierta | null,
): Promise<void> {
  if (sesion?.id === venta.idSesionCaja || alcanza(ctx, 'venta:anular_ajena', venta.total)) return;
  const acto = () => ({
    verbo: 'venta.anular',
    input,
    resumen: `anular el ticket ${venta.folio} de ${formatBs(venta.total)}`,
    detalle: [
      {
        etiqueta: 'Ticket',
        valor: `${venta.folio}, de ${venta.caja}, cobrado por ${venta.cajero} el ${formatFechaHora(venta.fecha)}`,
      },
      { etiqueta: 'Motivo de la anulación', valor: input.motivo },
    ],
  });
  const frase = `Anular ${formatBs(venta.total)} de ${venta.sesionAbierta ? 'otra caja' : 'una caja ya cerrada'}; ${fraseDeLimite(ctx, 'venta:anular_ajena')}`;
  const exceso = { permiso: 'venta:anular_ajena', cuanto: venta.total, monto: venta.total, frase } as const;
  await autorizar(tx, { ...ctx, idSucursal: venta.idSucursal }, acto, [exceso], { tipo: 'venta', id: venta.id });
}

/** The open session where the actor works in the ticket's branch. Needed only when cash goes back. */
async function lockSesionDelActor(tx: Tx, ctx: Context, venta: VentaOriginal): Promise<SesionAbierta | null> {
  const conEfectivo = sumaDe(venta.pagos, 'EFECTIVO') !== 0;
  const para = conEfectivo ? 'venta' : null;
  const { idSesion = null } = ctx.hecho ?? {};
  const sesion =
    idSesion === null
      ? await lockSesionDeTrabajo(tx, ctx, venta.idSucursal, para)
      : await lockSesionAbierta(tx, { ...ctx, idSucursal: venta.idSucursal }, idSesion, para);
  if (sesion) return sesion;
  if (conEfectivo) throw new SinCajaAbiertaError();
  return null;
}

async function devolver(tx: Tx, ctx: Context, venta: VentaOriginal, sesion: SesionAbierta | null): Promise<void> {
  const filas = await tx.sql<{ idProducto: number; cantidad: number; valor: number }[]>`
    select id_producto as "idProducto", sum(cantidad * factor / 1000)::bigint as cantidad, sum(costo)::bigint as valor
    from detalle_venta where id_venta = ${venta.id} group by id_producto order by id_producto`;
  await lockExistencias(
    tx,
    venta.idSucursal,
    filas.map((f) => f.idProducto),
  );
  const efectivo = sumaDe(venta.pagos, 'EFECTIVO');
  const documento = { idDocumento: venta.id, idSucursal: venta.idSucursal };
  const gaveta = sesion ? cuentaDeEfectivo(sesion, -efectivo, ctx.hecho?.sinGaveta) : cuentaGaveta(venta.idCaja);
  const costo = filas.reduce((suma, f) => suma + f.valor, 0);
  const pagado = venta.pagos.reduce((suma, p) => suma + p.monto, 0);
  const idAsiento =
    venta.idAsiento === null
      ? null
      : await asentar(tx, ctx, {
          ...documento,
          tipoDocumento: 'anulacion_venta',
          idSesionCaja: efectivo === 0 ? null : (sesion?.id ?? null),
          bolsillo: 'mercaderia',
          glosa: `Anulación de la venta ${venta.folio}`,
          corrigeA: venta.idAsiento,
          partidas: [
            { cuenta: gaveta, importe: -efectivo },
            { cuenta: cuentaDe('banco', venta.idSucursal), importe: efectivo - pagado },
            { cuenta: cuentaDe('redondeo', venta.idSucursal), importe: pagado - venta.total },
            { cuenta: cuentaDe('ventas', venta.idSucursal), importe: venta.total },
            { cuenta: cuentaDe('costo', venta.idSucursal), importe: -costo },
            { cuenta: cuentaDe('inventario', venta.idSucursal), importe: costo },
          ],
        });
  await moverStock(tx, ctx, { ...documento, tipo: 'ANULACION', tipoDocumento: 'anulacion_venta', idAsiento, filas });
}

async function marcarAnulada(tx: Tx, ctx: Context, input: { id: number; motivo: string }): Promise<void> {
  const ahora = ctx.ahora.toISOString();
  await tx.sql`
    update venta set estado_venta = 'ANULADA', motivo_edicion = ${input.motivo}, fecha_modificacion = ${ahora}::timestamptz,
      id_user_update = ${ctx.actor.idUsuario}, updated_at = ${ahora}::timestamptz
    where id = ${input.id}`;
}
