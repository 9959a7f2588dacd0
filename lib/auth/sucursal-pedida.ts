import { sqlClient } from '@/db';
import { puede } from '@/lib/auth/permisos';
import { TtlCache } from '@/lib/auth/ttl-cache';
import type { Actor } from '@/lib/context';
import { NoEncontradoError, PermisoError, ValidacionError } from '@/lib/errors';
import { processWide } from '@/lib/process-wide';

const vistas = () => processWide('sucursales pedidas', () => new TtlCache<true>(200, 15_000));

/**
 * The branch a request works in: the one it names (`X-Sucursal`), else the actor's own. Naming one that is not theirs
 * needs `sucursal:todas`. Throws ValidacionError (not a number), PermisoError, NoEncontradoError.
 */
export async function sucursalPedida(actor: Actor, pedida: string | null): Promise<number> {
  if (pedida === null || pedida === '') return actor.idSucursal;
  if (!/^\d{1,9}$/.test(pedida)) throw new ValidacionError('X-Sucursal debe ser el número de la sucursal.');
  const id = Number(pedida);
  if (actor.sucursales.includes(id)) return id;
  if (!puede({ actor }, 'sucursal:todas')) throw new PermisoError('Su rol no permite trabajar en otra sucursal.');
  if (vistas().get(pedida)) return id;
  const filas = await sqlClient()`select 1 from sucursal where id = ${id} and estado`;
  if (filas.length === 0) throw new NoEncontradoError('La sucursal no existe.');
  vistas().set(pedida, true);
  return id;
}
