import type { Tx } from '@/db/transaction';
import { autorizar, conAprobacion } from '@/lib/aprobacion/steps';
import { emitAudit } from '@/lib/audit';
import { alcanza, fraseDeLimite, requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { asentar } from '@/lib/libro/asentar';
import { cuentaDe, cuentaGaveta } from '@/lib/libro/cuentas';
import { formatBs } from '@/lib/money';
import { writeOnce } from '@/lib/operacion/write-once';
import { publish } from '@/lib/realtime/publish';
import { selectMovimientos } from './read';
import type { TipoMovimientoCaja } from './rules';
import { type MovimientoCajaDto, RegistrarMovimientoInput } from './schemas';
import { lockSesionAbierta, requireEspecialidad, type SesionAbierta } from './steps';

type Movimiento = { tipo: TipoMovimientoCaja; monto: number; motivo: string };

/**
 * Cash in or out of an open session by hand, with its reason. One's own session, unless one may close others'. Once per
 * `ctx.clave`. Throws PermisoError, RequiereAprobacionError (an egreso over the cap), SesionNoEncontradaError, SesionCerradaError, SesionAjenaError and, when the drawer does
 * not hold that much, SaldoInsuficienteError, which states no figure.
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
          const sesion = await lockSesionAbierta(tx, ctx, input.idSesionCaja);
          requireEspecialidad(sesion, 'movimiento');
          const id = await insertMovimiento(tx, ctx, sesion, input);
          await asentarMovimiento(tx, ctx, sesion, { id, ...input });
          await autorizarEgreso(tx, ctx, sesion, { id, ...input });
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

/** Cash out over the actor's cap needs an approval; cash in never does. */
async function autorizarEgreso(
  tx: Tx,
  ctx: Context,
  sesion: SesionAbierta,
  { id, ...m }: Movimiento & { id: number; idSesionCaja: number },
): Promise<void> {
  if (m.tipo === 'INGRESO' || alcanza(ctx, 'caja:mover', m.monto)) return;
  const acto = () => ({
    verbo: 'caja.movimiento',
    input: m,
    resumen: `egreso de ${formatBs(m.monto)} de ${sesion.caja}`,
    detalle: [
      { etiqueta: 'Caja', valor: sesion.caja },
      { etiqueta: 'Motivo del egreso', valor: m.motivo },
    ],
  });
  const frase = `Egreso de ${formatBs(m.monto)}; ${fraseDeLimite(ctx, 'caja:mover')}`;
  const exceso = { permiso: 'caja:mover', cuanto: m.monto, monto: m.monto, frase } as const;
  await autorizar(tx, { ...ctx, idSucursal: sesion.idSucursal }, acto, [exceso], { tipo: 'movimiento_caja', id });
}

async function insertMovimiento(tx: Tx, ctx: Context, sesion: SesionAbierta, m: Movimiento): Promise<number> {
  const ahora = ctx.ahora.toISOString();
  const [fila] = await tx.sql<{ id: number }[]>`
    insert into movimiento_caja (tipo, monto, motivo, fecha, id_sesion_caja, id_user_create, created_at, updated_at)
    values (${m.tipo}, ${m.monto}, ${m.motivo}, ${ahora}::timestamptz, ${sesion.id}, ${ctx.actor.idUsuario},
      ${ahora}::timestamptz, ${ahora}::timestamptz)
    returning id`;
  if (!fila) throw new Error('movimiento_caja: the insert gave no id');
  return fila.id;
}

async function asentarMovimiento(
  tx: Tx,
  ctx: Context,
  sesion: SesionAbierta,
  m: Movimiento & { id: number },
): Promise<void> {
  const entra = m.tipo === 'INGRESO' ? m.monto : -m.monto;
  const contra = m.tipo === 'INGRESO' ? 'ingresos_varios' : 'egresos_varios';
  await asentar(tx, ctx, {
    tipoDocumento: 'movimiento_caja',
    idDocumento: m.id,
    idSucursal: sesion.idSucursal,
    idSesionCaja: sesion.id,
    bolsillo: 'fondo',
    glosa: m.motivo,
    partidas: [
      { cuenta: cuentaGaveta(sesion.idCaja), importe: entra },
      { cuenta: cuentaDe(contra, sesion.idSucursal), importe: -entra },
    ],
  });
}
