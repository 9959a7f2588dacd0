import { sqlClient } from '@/db';
import type { Tx } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { comprobarPinDe } from '@/lib/auth/comprobar';
import { puede, requirePermiso } from '@/lib/auth/permisos';
import { actorDeFila, buildContext, columnasDeActor, type FilaActor } from '@/lib/auth/principal';
import type { Context } from '@/lib/context';
import { jsonDeCentavos } from '@/lib/money';
import { writeOnce } from '@/lib/operacion/write-once';
import { abrirEn } from './abrir';
import { cerrarCaja } from './cerrar';
import { RelevoError, SesionAjenaError, SesionNoEncontradaError } from './errors';
import { RelevarInput } from './schemas';
import type { RelevoDto } from './schemas-respuestas';
import { sesionVisibleA } from './steps';

/**
 * Hands the drawer over: one count closes the session of who leaves and opens the next in the name of who receives, who
 * confirms with their PIN; all or nothing, and no moment in which the drawer is nobody's. The difference, if any, stays with
 * who leaves. Once per `ctx.clave`; the PIN is asked again of a replay and never kept.
 * Throws PermisoError, PinIncorrectoError, DemasiadosIntentosError, RelevoError, and what `cerrarCaja` and `abrirCaja` throw.
 */
export async function relevarCaja(ctx: Context, raw: unknown): Promise<RelevoDto> {
  requirePermiso(ctx, 'caja:abrir');
  const { pin, ...input } = RelevarInput.parse(raw);
  await requirePropia(ctx, input.id);
  await comprobarPinDe(ctx, { idUsuario: input.idUsuario, pin });
  return writeOnce(
    ctx,
    { verbo: 'caja.relevar', input },
    {
      work: async (tx) => {
        const cerrada = await cerrarCaja(
          { ...ctx, tx, clave: null },
          { id: input.id, monto_final_real: jsonDeCentavos(input.monto), denominaciones: input.denominaciones },
        );
        const recibe = await contextoDeQuienRecibe(tx, ctx, input.idUsuario, cerrada.caja.id_sucursal);
        if (cerrada.id_usuario === input.idUsuario) throw new RelevoError(recibe.actor.nombre);
        const abierta = await abrirEn(tx, recibe, {
          idCaja: cerrada.id_caja,
          idUsuario: input.idUsuario,
          montoInicial: input.monto,
          idSesionRelevada: cerrada.id,
        });
        await emitAudit(
          tx,
          { ...ctx, idSucursal: cerrada.caja.id_sucursal },
          {
            accion: 'caja.relevar',
            entidad: 'sesion_caja',
            idEntidad: cerrada.id,
            despues: { id_sesion: abierta.id, id_usuario: input.idUsuario, monto: jsonDeCentavos(input.monto) },
          },
        );
        return { respuesta: { cerrada, abierta } };
      },
    },
  );
}

/** Before the PIN: nobody tries PINs at a drawer that is not theirs to hand over. The locks decide later. */
async function requirePropia(ctx: Context, id: number): Promise<void> {
  const sql = sqlClient();
  const [s] = await sql<{ idUsuario: number }[]>`
    select s.id_usuario as "idUsuario" from sesion_caja s join caja c on c.id = s.id_caja
    where s.id = ${id} and ${sesionVisibleA(sql, ctx)}`;
  if (!s) throw new SesionNoEncontradaError();
  if (s.idUsuario !== ctx.actor.idUsuario && !puede(ctx, 'caja:cerrar_ajena')) throw new SesionAjenaError();
}

/** Who receives, with the rights of their role at that branch: the PIN proved who they are. */
async function contextoDeQuienRecibe(tx: Tx, ctx: Context, idUsuario: number, idSucursal: number): Promise<Context> {
  const [fila] = await tx.sql<FilaActor[]>`
    select ${columnasDeActor(tx.sql)} from usuario u join rol r on r.id = u.id_rol where u.id = ${idUsuario}`;
  if (!fila) throw new RelevoError('Esa persona');
  const { ahora, requestId, ip, dispositivo } = ctx;
  const recibe = buildContext(actorDeFila(fila), { ahora, requestId, ip, dispositivo, idSucursal });
  if (!puede(recibe, 'caja:abrir')) throw new RelevoError(fila.name);
  return recibe;
}
