import { randomBytes, randomUUID } from 'node:crypto';
import { type Tx, withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { puede, requirePermiso } from '@/lib/auth/permisos';
import { CajaNoEncontradaError } from '@/lib/caja/errors';
import type { Context } from '@/lib/context';
import { publish } from '@/lib/realtime/publish';
import { CajaDeOtroEquipoError, DispositivoRevocadoError } from './errors';
import { type Dispositivo, lockDispositivo } from './lock';
import { DIAS_DE_CONCESION, nombrePorDefecto } from './rules';
import { ConcederInput, type ConcesionDto } from './schemas';

const DIA_MS = 86_400_000;

/**
 * Registers this browser, if it is new, and gives the person signed in a grant to sign facts at it for 8 days; one that is
 * good for 7 more is given again. With `id_caja` it also takes the caja's lease, which another device gives up only to
 * `tomar`. Throws PermisoError, DispositivoRevocadoError, CajaNoEncontradaError, CajaDeOtroEquipoError.
 */
export async function conceder(ctx: Context, raw: unknown): Promise<ConcesionDto> {
  requirePermiso(ctx, 'venta:cobrar');
  const input = ConcederInput.parse(raw);
  return withTransaction(ctx, async (tx) => {
    const dispositivo = await registrarDispositivo(tx, ctx, input);
    if (input.idCaja !== null) await arrendar(tx, ctx, dispositivo, input.idCaja, input.tomar);
    const concesion = (await vigente(tx, ctx, dispositivo.id)) ?? (await emitir(tx, ctx, dispositivo));
    return {
      concesion: {
        id: concesion.id,
        id_usuario: ctx.actor.idUsuario,
        nombre: ctx.actor.nombre,
        id_sucursal: ctx.idSucursal,
        emitida_en: new Date(concesion.emitida_en).toISOString(),
        vence_en: new Date(concesion.vence_en).toISOString(),
        clave_mac: concesion.clave_mac,
        permisos: [...ctx.actor.permisos].sort(),
        topes: { ...ctx.actor.topes },
      },
      dispositivo: {
        id: dispositivo.id,
        nombre: dispositivo.nombre,
        serie: dispositivo.serie,
        ultimo_numero: dispositivo.ultimo_numero,
        ultimo_orden: dispositivo.ultimo_orden,
      },
      arriendo: await leerArriendo(tx, dispositivo.id),
      hora_servidor: ctx.ahora.toISOString(),
    };
  });
}

/** The device of this id, locked; made when it is new, moved to the branch where it is used now. */
async function registrarDispositivo(
  tx: Tx,
  ctx: Context,
  input: { idDispositivo: string; nombre: string | null },
): Promise<Dispositivo> {
  const ahora = ctx.ahora.toISOString();
  const nuevo = await tx.sql<{ serie: string }[]>`
    insert into dispositivo (id, numero, serie, nombre, id_sucursal, creado_en, creado_por, visto_en)
    select ${input.idDispositivo}::uuid, n, 'D' || n, coalesce(${input.nombre}, ${nombrePorDefecto(ctx.dispositivo)} || ' ' || n),
      ${ctx.idSucursal}::int, ${ahora}::timestamptz, ${ctx.actor.idUsuario}::int, ${ahora}::timestamptz
    from (select nextval('dispositivo_numero_seq')::int as n
      where not exists (select 1 from dispositivo where id = ${input.idDispositivo}::uuid)) x
    on conflict (id) do nothing returning serie`;
  const dispositivo = await lockDispositivo(tx, input.idDispositivo);
  if (dispositivo.revocado_en !== null) throw new DispositivoRevocadoError();
  if (nuevo.length > 0) {
    await emitAudit(tx, ctx, {
      accion: 'dispositivo.registrar',
      entidad: 'dispositivo',
      idEntidad: dispositivo.id,
      despues: { nombre: dispositivo.nombre, serie: dispositivo.serie },
    });
  }
  await tx.sql`
    update dispositivo set visto_en = greatest(visto_en, ${ahora}::timestamptz), id_sucursal = ${ctx.idSucursal}
    where id = ${dispositivo.id}::uuid`;
  publish(tx, { tema: 'dispositivo', idSucursal: ctx.idSucursal });
  return dispositivo;
}

type FilaConcesion = { id: string; clave_mac: string; emitida_en: string; vence_en: string };

async function vigente(tx: Tx, ctx: Context, idDispositivo: string): Promise<FilaConcesion | null> {
  const hasta = new Date(ctx.ahora.getTime() + (DIAS_DE_CONCESION - 1) * DIA_MS).toISOString();
  const [fila] = await tx.sql<FilaConcesion[]>`
    select id, clave_mac, emitida_en, vence_en from concesion
    where id_dispositivo = ${idDispositivo}::uuid and id_usuario = ${ctx.actor.idUsuario} and id_sucursal = ${ctx.idSucursal}
      and revocada_en is null and vence_en >= ${hasta}::timestamptz order by vence_en desc limit 1`;
  return fila ?? null;
}

async function emitir(tx: Tx, ctx: Context, dispositivo: Dispositivo): Promise<FilaConcesion> {
  const vence = new Date(ctx.ahora.getTime() + DIAS_DE_CONCESION * DIA_MS).toISOString();
  const [fila] = await tx.sql<FilaConcesion[]>`
    insert into concesion (id, id_dispositivo, id_usuario, id_sucursal, emitida_en, vence_en, clave_mac)
    values (${randomUUID()}::uuid, ${dispositivo.id}::uuid, ${ctx.actor.idUsuario}, ${ctx.idSucursal},
      ${ctx.ahora.toISOString()}::timestamptz, ${vence}::timestamptz, ${randomBytes(32).toString('hex')})
    returning id, clave_mac, emitida_en, vence_en`;
  if (!fila) throw new Error('concesion: the insert gave no row');
  await emitAudit(tx, ctx, {
    accion: 'concesion.emitir',
    entidad: 'concesion',
    idEntidad: fila.id,
    despues: { dispositivo: dispositivo.nombre, serie: dispositivo.serie, vence_en: vence },
  });
  return fila;
}

async function arrendar(tx: Tx, ctx: Context, dispositivo: Dispositivo, idCaja: number, tomar: boolean): Promise<void> {
  requirePermiso(ctx, 'caja:abrir');
  const [caja] = await tx.sql<{ nombre: string; id_sucursal: number }[]>`
    select nombre, id_sucursal from caja where id = ${idCaja} and estado for no key update`;
  if (!caja || (caja.id_sucursal !== ctx.idSucursal && !puede(ctx, 'sucursal:todas')))
    throw new CajaNoEncontradaError();
  const [otro] = await tx.sql<{ id_dispositivo: string; nombre: string }[]>`
    select a.id_dispositivo, d.nombre from arriendo_caja a join dispositivo d on d.id = a.id_dispositivo
    where a.id_caja = ${idCaja} and a.id_dispositivo <> ${dispositivo.id}::uuid and d.revocado_en is null`;
  if (otro && !tomar) throw new CajaDeOtroEquipoError(caja.nombre, otro.nombre);
  const cambiadas = await tx.sql`
    insert into arriendo_caja (id_caja, id_dispositivo, id_usuario, desde)
    values (${idCaja}, ${dispositivo.id}::uuid, ${ctx.actor.idUsuario}, ${ctx.ahora.toISOString()}::timestamptz)
    on conflict (id_caja) do update set id_dispositivo = excluded.id_dispositivo, id_usuario = excluded.id_usuario,
      desde = excluded.desde
    where arriendo_caja.id_dispositivo <> excluded.id_dispositivo returning 1`;
  // One device, one caja: what it held before is free again.
  await tx.sql`delete from arriendo_caja where id_dispositivo = ${dispositivo.id}::uuid and id_caja <> ${idCaja}`;
  if (cambiadas.length === 0) return;
  await emitAudit(tx, ctx, {
    accion: 'arriendo.tomar',
    entidad: 'caja',
    idEntidad: idCaja,
    antes: otro ? { dispositivo: otro.nombre } : null,
    despues: { dispositivo: dispositivo.nombre, caja: caja.nombre },
  });
}

async function leerArriendo(tx: Tx, idDispositivo: string): Promise<ConcesionDto['arriendo']> {
  const [fila] = await tx.sql<{ id_caja: number; caja: string; desde: string }[]>`
    select a.id_caja, c.nombre as caja, a.desde from arriendo_caja a join caja c on c.id = a.id_caja
    where a.id_dispositivo = ${idDispositivo}::uuid`;
  return fila ? { ...fila, desde: new Date(fila.desde).toISOString() } : null;
}
