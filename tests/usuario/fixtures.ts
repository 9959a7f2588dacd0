import { randomUUID } from 'node:crypto';
import { sqlClient } from '@/db';
import { leerPrincipal } from '@/lib/auth/principal';
import type { Actor } from '@/lib/context';
import { crearRol } from '@/lib/rol/crear';
import { ctxSistema, nuevaPersona } from '@/tests/harness/factories';

/** The last line of the trail about a row, as text. */
export async function rastro(accion: string, id: number | string): Promise<{ antes: string; despues: string } | null> {
  const [fila] = await sqlClient()<{ antes: string | null; despues: string | null }[]>`
    select antes::text as antes, despues::text as despues from auditoria
    where accion = ${accion} and id_entidad = ${String(id)} order by id desc limit 1`;
  return fila ? { antes: fila.antes ?? '', despues: fila.despues ?? '' } : null;
}

/** A sign-in of somebody; its sid. */
export async function ingreso(idUsuario: number, creada = new Date('2026-11-20T12:00:00Z')): Promise<string> {
  const sid = randomUUID();
  await sqlClient()`
    insert into sesion_acceso (sid, id_usuario, canal, creada_en, expira_en, ip, dispositivo)
    values (${sid}::uuid, ${idUsuario}, 'navegador', ${creada.toISOString()}::timestamptz, '2099-01-01', '10.0.0.7', 'Chrome')`;
  return sid;
}

/** The actor of today behind a new sign-in of somebody. */
export async function actorDe(idUsuario: number): Promise<Actor> {
  const actor = await leerPrincipal(await ingreso(idUsuario));
  if (!actor) throw new Error(`${idUsuario} does not work here`);
  return actor;
}

/** A role of the shop; its id. */
export async function nuevoRol(mas: Record<string, unknown>): Promise<number> {
  return (await crearRol(ctxSistema(0), { nombre: `Rol ${randomUUID().slice(0, 8)}`, ...mas })).id;
}

/** Somebody with a role of the shop, and perhaps other branches. */
export async function conRol(idRol: number, idSucursal: number, otras: readonly number[] = []): Promise<Actor> {
  const { idUsuario } = await nuevaPersona('Operador', idSucursal);
  await sqlClient()`update usuario set id_rol = ${idRol} where id = ${idUsuario}`;
  for (const s of otras) await sqlClient()`insert into usuario_sucursal values (${idUsuario}, ${s})`;
  return actorDe(idUsuario);
}
