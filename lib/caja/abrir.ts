import type { Tx } from '@/db/transaction';
import { autorizar, conAprobacion } from '@/lib/aprobacion/steps';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { asentar } from '@/lib/libro/asentar';
import { cuentaDe, cuentaGaveta } from '@/lib/libro/cuentas';
import { formatBs } from '@/lib/money';
import { writeOnce } from '@/lib/operacion/write-once';
import { publish } from '@/lib/realtime/publish';
import { abrirTarea } from '@/lib/tarea/steps';
import { diaDe } from '@/lib/time';
import { excesoDeDiferencia } from './diferencia';
import {
  CajaNoAsignadaError,
  CajaOcupadaError,
  FaltaMotivoAperturaError,
  PersonaConCajaError,
  ResponsableError,
} from './errors';
import { type CajaBloqueada, lockCaja, saldoGaveta } from './lock';
import { asignada } from './personas';
import { selectSesiones } from './read';
import { AbrirCajaInput } from './schemas';
import type { SesionCajaDto } from './schemas-respuestas';

/**
 * Opens a caja in the name of one person, with what was counted in its drawer. Another count than what the drawer held is
 * posted before the session, against the branch's opening differences, with the reason given. Once per `ctx.clave`.
 * Throws PermisoError, RequiereAprobacionError (a difference over the cap), FaltaMotivoAperturaError, CajaNoAsignadaError, CajaNoEncontradaError, ResponsableError, CajaOcupadaError, PersonaConCajaError.
 */
export async function abrirCaja(ctx: Context, raw: unknown): Promise<SesionCajaDto> {
  requirePermiso(ctx, 'caja:abrir');
  const input = AbrirCajaInput.parse(raw);
  const idUsuario = input.idUsuario ?? ctx.actor.idUsuario;
  if (idUsuario !== ctx.actor.idUsuario) requirePermiso(ctx, 'caja:abrir_para_otro');
  return conAprobacion(ctx, () =>
    writeOnce(
      ctx,
      { verbo: 'caja.abrir', input },
      {
        work: async (tx) => ({ respuesta: await abrirEn(tx, ctx, { ...input, idUsuario }) }),
      },
    ),
  );
}

type Apertura = {
  idCaja: number;
  idUsuario: number;
  montoInicial?: number | undefined;
  motivo?: string | undefined;
  pedirMotivo?: boolean | undefined;
  /** The session whose count this one receives, closed in the same transaction. */
  idSesionRelevada?: number | undefined;
};

/** Opens a caja in the caller's transaction: what `abrirCaja` does once it is known who may. */
export async function abrirEn(tx: Tx, ctx: Context, input: Apertura): Promise<SesionCajaDto> {
  const caja = await lockCaja(tx, ctx, input.idCaja);
  await requireResponsable(tx, caja, input.idUsuario);
  await requireCajaLibre(tx, caja);
  const saldo = await saldoGaveta(tx, caja.id);
  const montoInicial = input.montoInicial ?? saldo;
  const diferencia = montoInicial - saldo;
  const motivo = diferencia === 0 ? null : (input.motivo ?? null);
  if (diferencia !== 0 && input.pedirMotivo && motivo === null) throw new FaltaMotivoAperturaError();
  const id = await siguienteSesion(tx);
  if (diferencia !== 0) await asentarDiferencia(tx, ctx, caja, { id, diferencia });
  await insertSesion(tx, ctx, caja, { ...input, id, montoInicial, motivo });
  const permitida = await autorizarDiferencia(tx, ctx, caja, { id, input, montoInicial, diferencia });
  if (diferencia !== 0 && !permitida) await avisarDiferencia(tx, ctx, caja, { id, motivo });
  await emitAudit(
    tx,
    { ...ctx, idSucursal: caja.idSucursal },
    {
      accion: 'caja.abrir',
      entidad: 'sesion_caja',
      idEntidad: id,
      antes: { saldo },
      despues: { id_caja: caja.id, id_usuario: input.idUsuario, monto_inicial: montoInicial, motivo },
    },
  );
  const [sesion] = await selectSesiones(tx.sql, ctx, tx.sql`s.id = ${id}`);
  if (!sesion) throw new Error(`sesion_caja ${id}: not found after its insert`);
  publish(tx, { tema: 'caja', idSucursal: caja.idSucursal, ids: [caja.id] });
  return sesion;
}

/**
 * Cash changed while nobody answered for it: somebody has to look. States no figure, because who opened reads it too; the
 * session has it. What a superior let through is already known.
 */
async function avisarDiferencia(
  tx: Tx,
  ctx: Context,
  caja: CajaBloqueada,
  { id, motivo }: { id: number; motivo: string | null },
): Promise<void> {
  await abrirTarea(
    tx,
    { ...ctx, idSucursal: caja.idSucursal },
    {
      tipo: 'apertura',
      resumen: `${caja.nombre} no abrió con lo que dejó el último cierre`,
      detalle: motivo ? `Motivo: ${motivo}` : 'Nadie dijo por qué.',
      documento: { tipo: 'sesion_caja', id },
      idSesionCaja: id,
    },
  );
}

/** A difference over the actor's cap needs an approval. What the drawer should hold is told only to who may see it. */
async function autorizarDiferencia(
  tx: Tx,
  ctx: Context,
  caja: CajaBloqueada,
  a: { id: number; input: { motivo?: string | undefined }; montoInicial: number; diferencia: number },
): Promise<boolean> {
  const en = { ...ctx, idSucursal: caja.idSucursal };
  const excesos = excesoDeDiferencia(ctx, a.diferencia, caja.diferenciaMaxima);
  const acto = () => ({
    verbo: 'caja.abrir',
    input: a.input,
    resumen: `abrir ${caja.nombre} con diferencia, contando ${formatBs(a.montoInicial)}`,
    detalle: [
      { etiqueta: 'Caja', valor: caja.nombre },
      { etiqueta: 'Contado', valor: formatBs(a.montoInicial) },
      ...(a.input.motivo ? [{ etiqueta: 'Motivo de la diferencia', valor: a.input.motivo }] : []),
    ],
  });
  const reservados = excesos.map((e) => ({ ...e, reserva: 'caja:ver_esperado' as const }));
  return (await autorizar(tx, en, acto, reservados, { tipo: 'sesion_caja', id: a.id })) !== null;
}

/** Active, of the branch, and among the caja's people if it has any; who keeps the cajas may open them all. */
async function requireResponsable(tx: Tx, caja: CajaBloqueada, idUsuario: number): Promise<void> {
  const [persona] = await tx.sql<{ trabaja: boolean; asignada: boolean }[]>`
    select u.estado and (u.id_sucursal = ${caja.idSucursal} or 'sucursal:todas' = any(r.permisos)) as trabaja,
      ${asignada(tx.sql, caja.id)} as asignada
    from usuario u join rol r on r.id = u.id_rol where u.id = ${idUsuario}`;
  if (!persona?.trabaja) throw new ResponsableError(caja.sucursal);
  if (!persona.asignada) throw new CajaNoAsignadaError(caja.nombre);
}

/** The id is read ahead, so that the opening difference names the session that it precedes. */
async function siguienteSesion(tx: Tx): Promise<number> {
  const [fila] = await tx.sql<{ id: number }[]>`select nextval('sesion_caja_id_seq') as id`;
  if (!fila) throw new Error('sesion_caja: its sequence gave no number');
  return fila.id;
}

async function asentarDiferencia(
  tx: Tx,
  ctx: Context,
  caja: CajaBloqueada,
  { id, diferencia }: { id: number; diferencia: number },
): Promise<void> {
  await asentar(tx, ctx, {
    tipoDocumento: 'apertura',
    idDocumento: id,
    idSucursal: caja.idSucursal,
    idSesionCaja: null,
    bolsillo: 'fondo',
    glosa: `Diferencia al abrir ${caja.nombre}`,
    partidas: [
      { cuenta: cuentaGaveta(caja.id), importe: diferencia },
      { cuenta: cuentaDe('apertura', caja.idSucursal), importe: -diferencia },
    ],
  });
}

/**
 * While the caja is locked nobody else opens it, so that an open session seen here is the only obstacle. A plain read on
 * purpose: one whose close is still under way counts as open, or the drawer would be read before that close posts.
 */
async function requireCajaLibre(tx: Tx, caja: CajaBloqueada): Promise<void> {
  const [ocupante] = await sesionesAbiertas(tx, tx.sql`s.id_caja = ${caja.id}`);
  if (ocupante) throw new CajaOcupadaError(ocupante.caja, ocupante.quien, new Date(ocupante.desde));
}

/** One open session per person: the insert is the check, by the table's own unique index. */
async function insertSesion(
  tx: Tx,
  ctx: Context,
  caja: CajaBloqueada,
  s: Omit<Apertura, 'motivo'> & { id: number; montoInicial: number; motivo: string | null },
): Promise<void> {
  const ahora = ctx.ahora.toISOString();
  const escritas = await tx.sql`
    insert into sesion_caja (id, id_caja, id_usuario, monto_inicial, fecha_apertura, fecha_negocio, motivo_apertura,
      id_sesion_relevada, id_user_create, created_at, updated_at)
    values (${s.id}, ${caja.id}, ${s.idUsuario}, ${s.montoInicial}, greatest(${ahora}::timestamptz,
      (select max(fecha_cierre) from sesion_caja where id_caja = ${caja.id})), ${diaDe(ctx.ahora)}::date, ${s.motivo},
      ${s.idSesionRelevada ?? null}, ${ctx.actor.idUsuario}, ${ahora}::timestamptz, ${ahora}::timestamptz)
    on conflict do nothing returning 1`;
  if (escritas.length > 0) return;
  const [otra] = await sesionesAbiertas(tx, tx.sql`s.id_usuario = ${s.idUsuario}`);
  if (!otra) throw new Error(`caja ${caja.id}: the session that was in the way is gone`);
  throw new PersonaConCajaError(otra.quien, otra.caja, otra.sucursal);
}

type Ocupante = { caja: string; sucursal: string; quien: string; desde: string };

function sesionesAbiertas(tx: Tx, where: ReturnType<Tx['sql']>): Promise<Ocupante[]> {
  return tx.sql<Ocupante[]>`
    select c.nombre as caja, su.nombre as sucursal, u.name as quien, s.fecha_apertura as desde
    from sesion_caja s join caja c on c.id = s.id_caja join sucursal su on su.id = c.id_sucursal
    join usuario u on u.id = s.id_usuario
    where s.estado_sesion = 'ABIERTA' and ${where}`;
}
