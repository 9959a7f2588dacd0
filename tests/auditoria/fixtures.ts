import { randomUUID } from 'node:crypto';
import { sqlClient } from '@/db';
import type { TipoDeAlerta } from '@/lib/alerta/clases';
import type { Permiso } from '@/lib/auth/permisos';
import type { Actor } from '@/lib/context';
import { diaDe } from '@/lib/time';
import { tokenDe } from '@/tests/auth/llamar';
import { nuevaPersona, type Turno } from '@/tests/harness/factories';

/** The newest act of a kind. */
export async function ultimoActo(accion: string): Promise<number> {
  const [fila] = await sqlClient()<{ id: number }[]>`
    select id from auditoria where accion = ${accion} order by id desc limit 1`;
  if (!fila) throw new Error(`nobody did ${accion}`);
  return fila.id;
}

/** Somebody with a role of their own that has these rights and no other. */
export async function personaCon(permisos: readonly Permiso[], idSucursal: number): Promise<Actor> {
  const persona = await nuevaPersona('Operador', idSucursal);
  const [rol] = await sqlClient()<{ id: number }[]>`
    insert into rol (nombre, permisos) values (${`Rol ${randomUUID().slice(0, 8)}`}, ${[...permisos]}) returning id`;
  const idRol = rol?.id ?? 0;
  await sqlClient()`update usuario set id_rol = ${idRol} where id = ${persona.idUsuario}`;
  return { ...persona, idRol, rol: 'De prueba', permisos: new Set(permisos), topes: {} };
}

/** The token of somebody with these rights and no other. */
export async function rolDePrueba(
  permisos: readonly Permiso[],
  { idSucursal }: { idSucursal: number },
): Promise<string> {
  return tokenDe(await personaCon(permisos, idSucursal));
}

/** An alert as the worker would have left it; about the cashier, today, unless told otherwise. */
export async function nuevaAlerta(
  { idSucursal, turno }: { idSucursal: number; turno: Turno },
  mas: { tipo?: TipoDeAlerta; idUsuario?: number | null; dia?: string } = {},
): Promise<number> {
  const { tipo = 'anulaciones', idUsuario = turno.cajero.idUsuario, dia = diaDe(new Date()) } = mas;
  const datos = {
    dia,
    por: 'tickets',
    eventos: 9,
    ocasiones: 84,
    esperados: 0.9,
    pasado: { dias: 24, eventos: 22, ocasiones: 2010 },
    p: 1e-6,
  };
  const [fila] = await sqlClient()<{ id: number }[]>`
    insert into alerta (id_sucursal, tipo, huella, titulo, datos, id_usuario, fecha)
    values (${idSucursal}, ${tipo}, ${randomUUID()}, ${`${turno.cajero.nombre}: 9 anulaciones`},
      ${JSON.stringify(datos)}::text::jsonb, ${idUsuario}, now()) returning id`;
  if (!fila) throw new Error('no alert was written');
  return fila.id;
}
