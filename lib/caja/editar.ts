import { constraintName } from '@/db/errors';
import { type Tx, withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { CajaAbiertaError, NombreDeCajaRepetidoError } from './errors';
import { type CajaBloqueada, lockCaja, tieneSesionAbierta } from './lock';
import { asignarPersonas } from './personas';
import { selectCajas } from './read';
import { EditarCajaInput } from './schemas';
import type { CajaDto } from './schemas-respuestas';

/**
 * Changes a caja: name, especialidad, limits, denominations, and who may open it; what is not sent stays, and cash never
 * changes here. The especialidad only changes with the caja closed.
 * Throws PermisoError, CajaNoEncontradaError, NombreDeCajaRepetidoError, CajaAbiertaError, PersonaNoAsignableError.
 */
export async function editarCaja(ctx: Context, raw: unknown): Promise<CajaDto> {
  requirePermiso(ctx, 'caja:administrar');
  const { id, ...input } = EditarCajaInput.parse(raw);
  return withTransaction(ctx, async (tx) => {
    const bloqueada = await lockCaja(tx, ctx, id);
    const antes = await leer(tx, ctx, id);
    if (input.especialidad && input.especialidad !== antes.especialidad && (await tieneSesionAbierta(tx, id))) {
      throw new CajaAbiertaError(antes.nombre, 'cambiar su especialidad');
    }
    await updateCaja(tx, ctx, { ...bloqueada, ...sinVacios(input) });
    if (input.personas) await asignarPersonas(tx, bloqueada, input.personas);
    const despues = await leer(tx, ctx, id);
    await emitAudit(
      tx,
      { ...ctx, idSucursal: bloqueada.idSucursal },
      {
        accion: 'caja.editar',
        entidad: 'caja',
        idEntidad: id,
        antes: enAuditoria(antes),
        despues: enAuditoria(despues),
      },
    );
    return despues;
  });
}

async function leer(tx: Tx, ctx: Context, id: number): Promise<CajaDto> {
  const [caja] = await selectCajas(tx.sql, ctx, tx.sql`c.id = ${id}`);
  if (!caja) throw new Error(`caja ${id}: not found under its lock`);
  return caja;
}

/** What an edit can change, and nothing of the drawer. */
function enAuditoria({ nombre, especialidad, egreso_maximo, diferencia_maxima, denominaciones, personas }: CajaDto) {
  return { nombre, especialidad, egreso_maximo, diferencia_maxima, denominaciones, personas };
}

/** `null` takes a limit away and stays; `undefined` was not sent. */
function sinVacios<T extends object>(input: T): Partial<T> {
  return Object.fromEntries(Object.entries(input).filter(([, v]) => v !== undefined)) as Partial<T>;
}

type Escrita = Pick<
  CajaBloqueada,
  'id' | 'nombre' | 'especialidad' | 'egresoMaximo' | 'diferenciaMaxima' | 'denominaciones'
>;

async function updateCaja(tx: Tx, ctx: Context, c: Escrita): Promise<void> {
  try {
    await tx.sql`
      update caja set nombre = ${c.nombre}, especialidad = ${c.especialidad}, egreso_maximo = ${c.egresoMaximo},
        diferencia_maxima = ${c.diferenciaMaxima}, denominaciones = ${c.denominaciones}::int[],
        id_user_update = ${ctx.actor.idUsuario}, updated_at = ${ctx.ahora.toISOString()}::timestamptz
      where id = ${c.id}`;
  } catch (error) {
    if (constraintName(error) === 'caja_nombre') throw new NombreDeCajaRepetidoError(c.nombre);
    throw error;
  }
}
