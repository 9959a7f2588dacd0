import type { Permiso } from '@/lib/auth/permisos';
import { type PermisoConTope, TOPES } from '@/lib/auth/topes';
import { centavosDeJson, jsonDeCentavos } from '@/lib/money';
import type { RolDto } from '@/lib/rol/schemas';

/** What an editor of roles holds: caps in centavos or per cent. */
export type Hechura = {
  permisos: ReadonlySet<Permiso>;
  soloPropias: ReadonlySet<Permiso>;
  topes: Readonly<Partial<Record<PermisoConTope, number>>>;
};

/** The editor's form of a role. */
export function hechuraDe(rol: Pick<RolDto, 'permisos' | 'solo_propias' | 'topes'>): Hechura {
  const filas = Object.entries(rol.topes) as [PermisoConTope, number][];
  const topes = filas.map(([p, v]) => [p, TOPES[p].unidad === 'centavos' ? (centavosDeJson(v) ?? 0) : v]);
  return {
    permisos: new Set(rol.permisos),
    soloPropias: new Set(rol.solo_propias),
    topes: Object.fromEntries(topes) as Hechura['topes'],
  };
}

/** Caps as the API takes them: bolivianos or per cent; only of rights that the role has. */
export function topesDeHechura({ permisos, topes }: Hechura): RolDto['topes'] {
  const filas = (Object.entries(topes) as [PermisoConTope, number][]).filter(([p]) => permisos.has(p));
  return Object.fromEntries(filas.map(([p, v]) => [p, TOPES[p].unidad === 'centavos' ? jsonDeCentavos(v) : v]));
}

/** The whole role as the API takes it. */
export function cuerpoDeHechura(h: Hechura) {
  const permisos = [...h.permisos];
  return { permisos, solo_propias: [...h.soloPropias].filter((p) => h.permisos.has(p)), topes: topesDeHechura(h) };
}
