import { asc, type SQL } from 'drizzle-orm';
import { rol } from '@/db/schema/usuario';
import { type Permiso, type PermisoConTope, TOPES, type Topes } from '@/lib/auth/permisos';
import { jsonDeCentavos } from '@/lib/money';
import { type Con, comunesDto } from './read';
import type { RolDto } from './rol-schemas';

/** Caps as they go out: bolivianos or per cent. */
export function topesDto(topes: Topes): RolDto['topes'] {
  const filas = Object.entries(topes) as [PermisoConTope, number][];
  return Object.fromEntries(filas.map(([p, v]) => [p, TOPES[p].unidad === 'centavos' ? jsonDeCentavos(v) : v]));
}

/** Roles in use that fit a condition, by id. `personas` is how many people each has. Checks no right. */
export async function selectRoles(con: Con, donde: SQL, personas: ReadonlyMap<number, number>): Promise<RolDto[]> {
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
    ...comunesDto(fila),
  }));
}
