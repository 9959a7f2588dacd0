import type { Tx } from '@/db/transaction';
import { pedirRevision } from '@/lib/aprobacion/steps';
import { emitAudit } from '@/lib/audit';
import { puede, requirePermiso } from '@/lib/auth/permisos';
import { olvidarPrincipal } from '@/lib/auth/principal';
import type { Context } from '@/lib/context';
import { asentar } from '@/lib/libro/asentar';
import { cuentaDe, cuentaGaveta } from '@/lib/libro/cuentas';
import { SesionCerradaError } from '@/lib/libro/errors';
import { formatBs } from '@/lib/money';
import { writeOnce } from '@/lib/operacion/write-once';
import { publish } from '@/lib/realtime/publish';
import { avisarCierre } from './avisar-cierre';
import { excesoDeDiferencia } from './diferencia';
import { ConteoNoSumaError, SesionAjenaError, SesionNoEncontradaError } from './errors';
import { declararExternos } from './externos';
import { saldoGaveta } from './lock';
import { selectSesiones } from './read';
import { type Conteo, sumarConteo } from './rules';
import { CerrarCajaInput } from './schemas';
import type { SesionCajaDto } from './schemas-respuestas';

type SesionPorCerrar = {
  id: number;
  idCaja: number;
  caja: string;
  idSucursal: number;
  idUsuario: number;
  /** The caja's own allowed difference. */
  diferenciaMaxima: number | null;
};
type Sello = { teorico: number; real: number; denominaciones: Conteo | null };

/**
 * Seals the count of a session, and sealing is the close: the difference is posted so that the drawer's account equals
 * what was counted. Waits for the documents under way and lets no other in. One's own session, unless one may close
 * others'. A difference over the actor's cap never stops the close: a superior looks at it afterwards. What the apps of
 * banks and operators show is kept beside the libro; what came apart is a task. Once per `ctx.clave`; of two closes at once
 * the second is refused. Throws PermisoError, ConteoNoSumaError, CuentaExternaError, SesionNoEncontradaError, SesionAjenaError, SesionCerradaError.
 */
export async function cerrarCaja(ctx: Context, raw: unknown): Promise<SesionCajaDto> {
  requirePermiso(ctx, 'caja:abrir');
  const input = CerrarCajaInput.parse(raw);
  const { montoFinalReal: real, denominaciones } = input;
  if (denominaciones && sumarConteo(denominaciones) !== real) throw new ConteoNoSumaError();
  return writeOnce(
    ctx,
    { verbo: 'caja.cerrar', input },
    {
      work: async (tx) => {
        const sesion = await lockSesionPorCerrar(tx, ctx, input.id);
        const teorico = await saldoGaveta(tx, sesion.idCaja);
        if (real !== teorico) await asentarDiferencia(tx, ctx, sesion, real - teorico);
        await sellar(tx, ctx, sesion, { teorico, real, denominaciones });
        await declararExternos(tx, ctx, sesion, input.externos ?? []);
        await emitAudit(
          tx,
          { ...ctx, idSucursal: sesion.idSucursal },
          {
            accion: 'caja.cerrar',
            entidad: 'sesion_caja',
            idEntidad: sesion.id,
            despues: {
              monto_final_teorico: teorico,
              monto_final_real: real,
              diferencia: real - teorico,
              denominaciones,
            },
          },
        );
        await revisarDiferencia(tx, ctx, sesion, input, { teorico, real });
        const [cerrada] = await selectSesiones(tx.sql, ctx, tx.sql`s.id = ${sesion.id}`);
        if (!cerrada) throw new Error(`sesion_caja ${sesion.id}: not found after its close`);
        await avisarCierre(tx, ctx, cerrada);
        // Sign-ins by PIN end with the session: what is remembered of them is old.
        tx.afterCommit(() => olvidarPrincipal());
        publish(tx, { tema: 'caja', idSucursal: sesion.idSucursal, ids: [sesion.idCaja] });
        return { respuesta: cerrada };
      },
    },
  );
}

/** The count is sealed and stands; what is over the cap waits for a superior's word, tied to the session. */
async function revisarDiferencia(
  tx: Tx,
  ctx: Context,
  sesion: SesionPorCerrar,
  input: unknown,
  { teorico, real }: { teorico: number; real: number },
): Promise<void> {
  const acto = {
    verbo: 'caja.cerrar',
    input,
    resumen: `${real < teorico ? 'faltante' : 'sobrante'} de ${formatBs(Math.abs(real - teorico))} al cerrar ${sesion.caja}`,
    detalle: [
      { etiqueta: 'Caja', valor: sesion.caja },
      { etiqueta: 'Debía haber', valor: formatBs(teorico) },
      { etiqueta: 'Contado', valor: formatBs(real) },
    ],
  };
  const en = { ...ctx, idSucursal: sesion.idSucursal };
  const excesos = excesoDeDiferencia(ctx, real - teorico, sesion.diferenciaMaxima);
  await pedirRevision(tx, en, acto, excesos, { tipo: 'sesion_caja', id: sesion.id });
}

/** `FOR NO KEY UPDATE` waits for every document that holds the session `FOR SHARE`. */
async function lockSesionPorCerrar(tx: Tx, ctx: Context, id: number): Promise<SesionPorCerrar> {
  const [sesion] = await tx.sql<(SesionPorCerrar & { estado: string })[]>`
    select s.id, s.id_caja as "idCaja", c.nombre as caja, c.id_sucursal as "idSucursal", s.id_usuario as "idUsuario",
      c.diferencia_maxima as "diferenciaMaxima", s.estado_sesion as estado
    from sesion_caja s join caja c on c.id = s.id_caja where s.id = ${id} for no key update of s`;
  if (!sesion) throw new SesionNoEncontradaError();
  const propia = sesion.idUsuario === ctx.actor.idUsuario;
  const ajena = sesion.idSucursal !== ctx.idSucursal && !puede(ctx, 'sucursal:todas');
  if (!propia && ajena) throw new SesionNoEncontradaError();
  if (!propia && !puede(ctx, 'caja:cerrar_ajena')) throw new SesionAjenaError();
  if (sesion.estado !== 'ABIERTA') throw new SesionCerradaError();
  return sesion;
}

async function asentarDiferencia(tx: Tx, ctx: Context, sesion: SesionPorCerrar, diferencia: number): Promise<void> {
  await asentar(tx, ctx, {
    tipoDocumento: 'cierre',
    idDocumento: sesion.id,
    idSucursal: sesion.idSucursal,
    idSesionCaja: sesion.id,
    bolsillo: 'fondo',
    glosa: `${diferencia > 0 ? 'Sobrante' : 'Faltante'} al cerrar ${sesion.caja}`,
    partidas: [
      { cuenta: cuentaGaveta(sesion.idCaja), importe: diferencia },
      { cuenta: cuentaDe(diferencia > 0 ? 'sobrante' : 'faltante', sesion.idSucursal), importe: -diferencia },
    ],
  });
}

async function sellar(tx: Tx, ctx: Context, { id }: SesionPorCerrar, s: Sello): Promise<void> {
  const ahora = ctx.ahora.toISOString();
  const selladas = await tx.sql`
    update sesion_caja set estado_sesion = 'CERRADA', monto_final_teorico = ${s.teorico}, monto_final_real = ${s.real},
      diferencia = ${s.real - s.teorico}, denominaciones = ${s.denominaciones && JSON.stringify(s.denominaciones)}::text::jsonb,
      fecha_cierre = ${ahora}::timestamptz, id_user_update = ${ctx.actor.idUsuario}, updated_at = ${ahora}::timestamptz
    where id = ${id} and estado_sesion = 'ABIERTA' returning 1`;
  if (selladas.length === 0) throw new SesionCerradaError();
}
