import type { Tx } from '@/db/transaction';
import { autorizar, conAprobacion } from '@/lib/aprobacion/steps';
import { emitAudit } from '@/lib/audit';
import { puede, requirePermiso } from '@/lib/auth/permisos';
import { alcanza, fraseDeLimite } from '@/lib/auth/topes';
import type { Context } from '@/lib/context';
import { asentar } from '@/lib/libro/asentar';
import { cuentaDe, cuentaGaveta } from '@/lib/libro/cuentas';
import { formatBs } from '@/lib/money';
import { writeOnce } from '@/lib/operacion/write-once';
import { publish } from '@/lib/realtime/publish';
import { selectRecuentos } from './correcciones';
import {
  ConteoNoSumaError,
  RecuentoIgualError,
  SesionAbiertaError,
  SesionAjenaError,
  SesionNoEncontradaError,
} from './errors';
import { lockCaja } from './lock';
import { type Conteo, fraseDiferencia, sumarConteo } from './rules';
import { RecontarCajaInput, type RecuentoDto } from './schemas-cierre';

type SesionCerrada = {
  id: number;
  idCaja: number;
  caja: string;
  idSucursal: number;
  idUsuario: number;
  teorico: number;
  real: number;
};
type Recuento = {
  id: number;
  monto: number;
  denominaciones: Conteo | null;
  motivo: string;
  /** What stood before, and what changes. */
  vigente: number;
  ajuste: number;
  contra: 'gaveta' | 'apertura';
};

/**
 * Counts again a drawer that was closed, as a later entry: the sobrante or faltante of that session becomes what it really
 * was, and the sealed count stays. The cash goes to the drawer while nobody opened it again; afterwards the opening counted
 * it anew, so it goes against the opening differences. Without the right, or over its cap, a superior lets it. Once per
 * `ctx.clave`. Throws PermisoError, RequiereAprobacionError, ConteoNoSumaError, SesionNoEncontradaError, SesionAjenaError,
 * SesionAbiertaError, RecuentoIgualError.
 */
export async function recontarCaja(ctx: Context, raw: unknown): Promise<RecuentoDto> {
  requirePermiso(ctx, 'caja:abrir');
  const input = RecontarCajaInput.parse(raw);
  const { monto, denominaciones, motivo } = input;
  if (denominaciones && sumarConteo(denominaciones) !== monto) throw new ConteoNoSumaError();
  return conAprobacion(ctx, () =>
    writeOnce(
      ctx,
      { verbo: 'caja.recontar', input },
      {
        work: async (tx) => {
          const sesion = await lockSesionCerrada(tx, ctx, input.id);
          const en = { ...ctx, idSucursal: sesion.idSucursal };
          await lockCaja(tx, en, sesion.idCaja);
          const { id, vigente, posterior } = await leerVigente(tx, sesion);
          if (monto === vigente) throw new RecuentoIgualError();
          const contra = posterior ? 'apertura' : 'gaveta';
          const r: Recuento = { id, monto, denominaciones, motivo, vigente, ajuste: monto - vigente, contra };
          await insertRecuento(tx, en, sesion, r, await asentarRecuento(tx, en, sesion, r));
          await autorizarRecuento(tx, en, sesion, r, input);
          const [recuento] = await selectRecuentos(tx.sql, tx.sql`r.id = ${id}`);
          if (!recuento) throw new Error(`recuento_caja ${id}: not found after its insert`);
          await emitAudit(tx, en, {
            accion: 'caja.recontar',
            entidad: 'recuento_caja',
            idEntidad: id,
            antes: { monto: vigente },
            despues: { monto, motivo, id_sesion_caja: sesion.id, denominaciones },
          });
          publish(tx, { tema: 'caja', idSucursal: sesion.idSucursal, ids: [sesion.idCaja] });
          return { respuesta: recuento };
        },
      },
    ),
  );
}

/** A closed session under its lock: of two recounts at once, the second starts from what the first left. */
async function lockSesionCerrada(tx: Tx, ctx: Context, id: number): Promise<SesionCerrada> {
  const [sesion] = await tx.sql<(SesionCerrada & { estado: string })[]>`
    select s.id, s.id_caja as "idCaja", c.nombre as caja, c.id_sucursal as "idSucursal", s.id_usuario as "idUsuario",
      s.monto_final_teorico as teorico, s.monto_final_real as real, s.estado_sesion as estado
    from sesion_caja s join caja c on c.id = s.id_caja where s.id = ${id} for no key update of s`;
  if (!sesion) throw new SesionNoEncontradaError();
  const propia = sesion.idUsuario === ctx.actor.idUsuario;
  const ajena = sesion.idSucursal !== ctx.idSucursal && !puede(ctx, 'sucursal:todas');
  if (!propia && ajena) throw new SesionNoEncontradaError();
  if (!propia && !puede(ctx, 'caja:cerrar_ajena')) throw new SesionAjenaError();
  if (sesion.estado !== 'CERRADA') throw new SesionAbiertaError();
  return sesion;
}

/** What stands after the close and its earlier recounts, whether somebody opened the caja since, and the new row's id. */
async function leerVigente(tx: Tx, { id, idCaja, real }: SesionCerrada) {
  const [fila] = await tx.sql<{ id: number; ajustes: number; posterior: boolean }[]>`
    select nextval('recuento_caja_id_seq') as id,
      (select coalesce(sum(ajuste), 0)::bigint from recuento_caja where id_sesion_caja = ${id}) as ajustes,
      exists (select 1 from sesion_caja o, sesion_caja s where s.id = ${id} and o.id_caja = ${idCaja}
        and (o.fecha_apertura, o.id) > (s.fecha_apertura, s.id)) as posterior`;
  if (!fila) throw new Error('recuento_caja: its sequence gave no number');
  return { id: fila.id, vigente: real + fila.ajustes, posterior: fila.posterior };
}

/** The difference stops being what it was and becomes what it is; the cash makes up the balance. Its entry's id. */
async function asentarRecuento(tx: Tx, ctx: Context, s: SesionCerrada, r: Recuento): Promise<number> {
  const antes = r.vigente - s.teorico;
  const ahora = r.monto - s.teorico;
  const faltante = Math.max(0, -ahora) - Math.max(0, -antes);
  const sobrante = Math.max(0, ahora) - Math.max(0, antes);
  const [cierre] = await tx.sql<{ id: number }[]>`
    select id from asiento where tipo_documento = 'cierre' and id_documento = ${s.id} order by id limit 1`;
  return asentar(tx, ctx, {
    tipoDocumento: 'recuento_caja',
    idDocumento: r.id,
    idSucursal: s.idSucursal,
    idSesionCaja: s.id,
    bolsillo: 'fondo',
    glosa: `Recuento del cierre de ${s.caja}: ${r.motivo}`,
    corrigeA: cierre?.id ?? null,
    partidas: [
      {
        cuenta: r.contra === 'gaveta' ? cuentaGaveta(s.idCaja) : cuentaDe('apertura', s.idSucursal),
        importe: r.ajuste,
      },
      { cuenta: cuentaDe('faltante', s.idSucursal), importe: faltante },
      { cuenta: cuentaDe('sobrante', s.idSucursal), importe: -sobrante },
    ],
  });
}

async function insertRecuento(tx: Tx, ctx: Context, s: SesionCerrada, r: Recuento, idAsiento: number): Promise<void> {
  await tx.sql`
    insert into recuento_caja (id, id_sesion_caja, monto, denominaciones, ajuste, contra, motivo, id_asiento, fecha, id_user_create)
    values (${r.id}, ${s.id}, ${r.monto}, ${r.denominaciones && JSON.stringify(r.denominaciones)}::text::jsonb, ${r.ajuste},
      ${r.contra}, ${r.motivo}, ${idAsiento}, ${ctx.ahora.toISOString()}::timestamptz, ${ctx.actor.idUsuario})`;
}

async function autorizarRecuento(tx: Tx, ctx: Context, s: SesionCerrada, r: Recuento, input: unknown): Promise<void> {
  const cuanto = Math.abs(r.ajuste);
  if (alcanza(ctx, 'caja:recontar', cuanto)) return;
  const acto = () => ({
    verbo: 'caja.recontar',
    input,
    resumen: `recuento de ${s.caja}: ${formatBs(r.monto)} en lugar de ${formatBs(r.vigente)}`,
    detalle: [
      { etiqueta: 'Caja', valor: s.caja },
      { etiqueta: 'Cerró con', valor: fraseDiferencia(r.vigente - s.teorico) },
      { etiqueta: 'Quedaría', valor: fraseDiferencia(r.monto - s.teorico) },
      { etiqueta: 'Motivo del recuento', valor: r.motivo },
    ],
  });
  const frase = `Recuento que cambia ${formatBs(cuanto)}; ${fraseDeLimite(ctx, 'caja:recontar')}`;
  const exceso = { permiso: 'caja:recontar', cuanto: r.ajuste, monto: cuanto, frase } as const;
  await autorizar(tx, ctx, acto, [exceso], { tipo: 'recuento_caja', id: r.id });
}
