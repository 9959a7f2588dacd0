import { asc, type SQL } from 'drizzle-orm';
import type { Database } from '@/db';
import { rol } from '@/db/schema/usuario';
import type { Tx } from '@/db/transaction';
import type { Permiso } from '@/lib/auth/permisos';
import { type PermisoConTope, TOPES, type Topes } from '@/lib/auth/topes';
import { jsonDeCentavos } from '@/lib/money';

import type { RolDto } from './schemas';

/** Caps as they go out: bolivianos or per cent. */
export function topesDto(topes: Topes): RolDto['topes'] {
  const filas = Object.entries(topes) as [PermisoConTope, number][];
  return Object.fromEntries(filas.map(([p, v]) => [p, TOPES[p].unidad === 'centavos' ? jsonDeCentavos(v) : v]));
}

/** Roles in use that fit a condition, by id. `personas` is how many people each has. Checks no right. */
export async function selectRoles(
  con: Database | Tx['db'],
  donde: SQL,
  personas: ReadonlyMap<number, number>,
): Promise<RolDto[]> {
  const filas = await con.select().from(rol).where(donde).orderBy(asc(rol.id));
  return filas.map((fila) => ({
    id: fila.id,
    nombre: fila.nombre,
    descripcion: fila.descripcion,
    de_fabrica: fila.deFabrica,
    permisos: fila.permisos as Permiso[],
    solo_propias: fila.soloPropias as Permiso[],
    topes: topesDto(fila.topes),
    personas: personas.get(fila.id) ?? 0,
    estado: fila.estado,
    id_user_create: fila.idUserCreate,
    id_user_update: fila.idUserUpdate,
    created_at: fila.createdAt.toISOString(),
    updated_at: fila.updatedAt.toISOString(),
  }));
}
