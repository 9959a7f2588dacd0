import type { Tx } from '@/db/transaction';
import { autorizar, conAprobacion } from '@/lib/aprobacion/steps';
import { lockArchivo, usarArchivo } from '@/lib/archivo/usar';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { asentar } from '@/lib/libro/asentar';
import { formatBs } from '@/lib/money';
import { elegirMotivo, type MotivoElegido } from '@/lib/motivo/steps';
import { writeOnce } from '@/lib/operacion/write-once';
import { publish } from '@/lib/realtime/publish';
import { selectMovimientos } from './read';
import { type Movimiento, RegistrarMovimientoInput } from './schemas';
import type { MovimientoCajaDto } from './schemas-respuestas';
import { cuentaDeEfectivo, excesoDeEgreso, lockSesionAbierta, type SesionAbierta } from './steps';

/**
 * Cash in or out of an open session by hand, against the account of its reason, with a photo of the slip if there is one.
 * One's own session, unless one may close others'. Once per `ctx.clave`. Throws PermisoError, RequiereAprobacionError (an
 * egreso over the cap), SesionNoEncontradaError, SesionCerradaError, SesionContandoError, SesionAjenaError,
 * MotivoNoEncontradoError, FaltaDetalleError, ArchivoNoDisponibleError and, when the drawer does not hold that much,
 * SaldoInsuficienteError, which states no figure.
 */
export async function registrarMovimiento(ctx: Context, raw: unknown): Promise<MovimientoCajaDto> {
  requirePermiso(ctx, 'caja:mover');
  const input = RegistrarMovimientoInput.parse(raw);
  return conAprobacion(ctx, () =>
    writeOnce(
      ctx,
      { verbo: 'caja.movimiento', input },
      {
        work: async (tx) => {
          const sesion = await lockSesionAbierta(tx, ctx, input.idSesionCaja, 'movimiento');
          const { idSucursal } = sesion;
          const motivo = await elegirMotivo(tx, {
            tipo: input.tipo,
            idMotivo: input.idMotivo ?? null,
            texto: input.motivo,
            idSucursal,
            esHecho: ctx.hecho !== undefined,
          });
          if (input.idArchivo) await lockArchivo(tx, ctx, input.idArchivo);
          const id = await insertMovimiento(tx, ctx, sesion, input, motivo);
          if (input.idArchivo) await usarArchivo(tx, ctx, input.idArchivo, { tipo: 'movimiento_caja', id });
          await asentarMovimiento(tx, ctx, sesion, { id, ...input }, motivo);
          await autorizarEgreso(tx, ctx, sesion, { id, ...input }, motivo);
          const [movimiento] = await selectMovimientos(tx.sql, tx.sql`m.id = ${id}`);
          if (!movimiento) throw new Error(`movimiento_caja ${id}: not found after its insert`);
          await emitAudit(
            tx,
            { ...ctx, idSucursal: sesion.idSucursal },
            { accion: 'caja.movimiento', entidad: 'movimiento_caja', idEntidad: id, despues: movimiento },
          );
          publish(tx, { tema: 'caja', idSucursal: sesion.idSucursal, ids: [sesion.idCaja] });
          return { respuesta: movimiento };
        },
      },
    ),
  );
}

/** Cash out over the actor's cap, or the caja's, needs an approval; cash in never does. */
async function autorizarEgreso(
  tx: Tx,
  ctx: Context,
  sesion: SesionAbierta,
  { id, ...m }: Movimiento & { id: number },
  motivo: MotivoElegido,
): Promise<void> {
  if (m.tipo === 'INGRESO') return;
  const dicho = motivo.texto === motivo.nombre ? motivo.nombre : `${motivo.nombre}: ${motivo.texto}`;
  const acto = () => ({
    verbo: 'caja.movimiento',
    input: m,
    resumen: `egreso de ${formatBs(m.monto)} de ${sesion.caja}`,
    detalle: [
      { etiqueta: 'Caja', valor: sesion.caja },
      { etiqueta: 'Motivo del egreso', valor: dicho },
    ],
  });
  const en = { ...ctx, idSucursal: sesion.idSucursal };
  await autorizar(tx, en, acto, excesoDeEgreso(ctx, sesion, m.monto), { tipo: 'movimiento_caja', id });
}

async function insertMovimiento(
  tx: Tx,
  ctx: Context,
  sesion: SesionAbierta,
  m: Movimiento,
  motivo: MotivoElegido,
): Promise<number> {
  const ahora = ctx.ahora.toISOString();
  const [fila] = await tx.sql<{ id: number }[]>`
    insert into movimiento_caja (tipo, monto, motivo, id_motivo, id_archivo, fecha, id_sesion_caja, id_user_create, created_at,
      updated_at)
    values (${m.tipo}, ${m.monto}, ${motivo.texto}, ${motivo.id}, ${m.idArchivo ?? null}, ${ahora}::timestamptz, ${sesion.id},
      ${ctx.actor.idUsuario}, ${ahora}::timestamptz, ${ahora}::timestamptz)
    returning id`;
  if (!fila) throw new Error('movimiento_caja: the insert gave no id');
  return fila.id;
}

async function asentarMovimiento(
  tx: Tx,
  ctx: Context,
  sesion: SesionAbierta,
  m: Movimiento & { id: number },
  motivo: MotivoElegido,
): Promise<void> {
  const entra = m.tipo === 'INGRESO' ? m.monto : -m.monto;
  await asentar(tx, ctx, {
    tipoDocumento: 'movimiento_caja',
    idDocumento: m.id,
    idSucursal: sesion.idSucursal,
    idSesionCaja: sesion.id,
    bolsillo: 'fondo',
    glosa: motivo.texto === motivo.nombre ? motivo.nombre : `${motivo.nombre}: ${motivo.texto}`,
    partidas: [
      { cuenta: cuentaDeEfectivo(sesion, entra), importe: entra },
      { cuenta: motivo.cuenta, importe: -entra },
    ],
  });
}
