import type { Permiso } from '@/lib/auth/permisos';
import { TOPES, type Topes } from '@/lib/auth/topes';
import type { Actor } from '@/lib/context';

/** What a role gives. */
export type Derechos = { permisos: readonly Permiso[]; soloPropias: readonly Permiso[]; topes: Topes };

/** Where somebody works. */
type Lugares = { sucursales: readonly number[] };

const conTope = (permiso: Permiso): permiso is keyof typeof TOPES => permiso in TOPES;

/**
 * The rights of a role that the actor does not have as far: not at all, only in their own branches, or up to a lower cap.
 * Empty when the actor may grant the role, or act on who has it: nobody grants what they lack.
 */
export function derechosQueFaltan(actor: Pick<Actor, 'permisos' | 'soloPropias' | 'topes'>, rol: Derechos): Permiso[] {
  return rol.permisos.filter((permiso) => {
    if (!actor.permisos.has(permiso)) return true;
    if (actor.soloPropias.has(permiso) && !rol.soloPropias.includes(permiso)) return true;
    if (!conTope(permiso)) return false;
    const [suyo, dado] = [actor.topes[permiso], rol.topes[permiso]];
    return suyo !== undefined && (dado === undefined || dado > suyo);
  });
}

/** Whether the actor works in every one of these branches. */
export function abarca(actor: Pick<Actor, 'permisos' | 'sucursales'>, { sucursales }: Lugares): boolean {
  return actor.permisos.has('sucursal:todas') || sucursales.every((s) => actor.sucursales.includes(s));
}

/** Whether the actor may know of who works there: one branch in common is enough. */
export function alcanzaAVer(actor: Pick<Actor, 'permisos' | 'sucursales'>, { sucursales }: Lugares): boolean {
  return actor.permisos.has('sucursal:todas') || sucursales.some((s) => actor.sucursales.includes(s));
}
