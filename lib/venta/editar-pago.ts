import type { z } from 'zod';
import type { Tx } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import { lockSesion } from '@/lib/caja/steps';
import type { Context } from '@/lib/context';
import { ConflictoError } from '@/lib/errors';
import { asentar } from '@/lib/libro/asentar';
import { cuentaDe, cuentaGaveta } from '@/lib/libro/cuentas';
import { writeOnce } from '@/lib/operacion/write-once';
import { publish } from '@/lib/realtime/publish';
import { VentaAnuladaError } from './errors';
import { lockVenta, type VentaOriginal } from './lock-venta';
import { leerVentaEn } from './queries';
import { efectivoACobrar, type MetodoPago, sumaDe } from './rules';
import { EditarPagoInput, type VentaDto } from './schemas';

/**
 * Moves the money of a ticket to another method, by contra-rows: the ticket becomes EDITADA. The cash leg belongs to the
 * ticket's own session: its drawer while it is open; once closed the drawer already equals its count, so what was
 * missing or left over then is what gets corrected.
 * Throws VentaNoEncontradaError, VentaAnuladaError, PermisoError, SaldoInsuficienteError, ConflictoError `sin_cambio`.
 */
export async function editarPagoVenta(ctx: Context, raw: z.input<typeof EditarPagoInput> | unknown): Promise<VentaDto> {
  requirePermiso(ctx, 'venta:editar_pago');
  const input = EditarPagoInput.parse(raw);
  return writeOnce(
    ctx,
    { verbo: 'venta.editar_pago', input },
    {
      work: async (tx) => {
        const venta = await lockVenta(tx, ctx, input.id);
        if (venta.estado === 'ANULADA') throw new VentaAnuladaError();
        if (venta.pagos.length === 0 || (venta.pagos.length === 1 && venta.pagos[0]?.metodo === input.metodo)) {
          throw new ConflictoError('sin_cambio', 'El ticket ya se pagó así.');
        }
        const abierta = await lockSesion(tx, venta.idSesionCaja);
        await repostear(tx, { ...ctx, idSucursal: venta.idSucursal }, venta, input.metodo, abierta);
        await marcarEditada(tx, ctx, input);
        await emitAudit(tx, ctx, {
          accion: 'venta.editar_pago',
          entidad: 'venta',
          idEntidad: venta.id,
          antes: { metodo_pago: venta.metodo, pagos: venta.pagos },
          despues: { metodo_pago: input.metodo, motivo: input.motivo },
        });
        publish(tx, { tema: 'venta', idSucursal: venta.idSucursal, ids: [venta.id] });
        return { respuesta: await leerVentaEn(tx.sql, venta.id) };
      },
    },
  );
}

async function repostear(tx: Tx, ctx: Context, venta: VentaOriginal, metodo: MetodoPago, abierta: boolean) {
  const nuevo = metodo === 'EFECTIVO' ? efectivoACobrar(venta.total, venta.redondeoEfectivo) : venta.total;
  const antes = venta.pagos.reduce((suma, p) => suma + p.monto, 0);
  const efectivo = (metodo === 'EFECTIVO' ? nuevo : 0) - sumaDe(venta.pagos, 'EFECTIVO');
  const cierre = cuentaDe(efectivo > 0 ? 'sobrante' : 'faltante', venta.idSucursal);
  const partidas = [
    { cuenta: abierta ? cuentaGaveta(venta.idCaja) : cierre, importe: efectivo },
    { cuenta: cuentaDe('banco', venta.idSucursal), importe: nuevo - antes - efectivo },
    { cuenta: cuentaDe('redondeo', venta.idSucursal), importe: antes - nuevo },
  ].filter((p) => p.importe !== 0);
  const idAsiento =
    partidas.length === 0 || venta.idAsiento === null
      ? venta.idAsiento
      : await asentar(tx, ctx, {
          tipoDocumento: 'edicion_venta',
          idDocumento: venta.id,
          idSucursal: venta.idSucursal,
          idSesionCaja: venta.idSesionCaja,
          bolsillo: 'mercaderia',
          glosa: `Cambio de pago de la venta ${venta.folio} a ${metodo}`,
          corrigeA: venta.idAsiento,
          partidas,
        });
  const filas = [...venta.pagos.map((p) => ({ ...p, monto: -p.monto })), { metodo, monto: nuevo }].filter(
    (p) => p.monto,
  );
  await tx.sql`
    insert into pago_venta (id_venta, metodo, monto, id_asiento)
    select ${venta.id}::int, x.metodo, x.monto, ${idAsiento}::bigint
    from jsonb_to_recordset(${JSON.stringify(filas)}::text::jsonb) as x(metodo text, monto bigint)`;
}

async function marcarEditada(tx: Tx, ctx: Context, input: { id: number; metodo: MetodoPago; motivo: string | null }) {
  const ahora = ctx.ahora.toISOString();
  await tx.sql`
    update venta set estado_venta = 'EDITADA', metodo_pago = ${input.metodo}, motivo_edicion = coalesce(${input.motivo}, motivo_edicion),
      fecha_modificacion = ${ahora}::timestamptz, id_user_update = ${ctx.actor.idUsuario}, updated_at = ${ahora}::timestamptz
    where id = ${input.id}`;
}
