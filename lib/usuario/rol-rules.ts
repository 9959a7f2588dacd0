import { PERMISOS, type Permiso, type PermisoConTope, TOPES, type Topes } from '@/lib/auth/permisos';

/** What a role is made of, besides its name. */
export type Hechura = { permisos: readonly Permiso[]; soloPropias: readonly Permiso[]; topes: Topes };

/** The role that may do everything: the shop cannot lock itself out with a cap of its own. */
export const ROL_TOTAL = 3;

/** The two rights that together run the people of a shop: somebody must always have them. */
export const DIRECCION = ['rol:administrar', 'usuario:editar'] as const satisfies readonly Permiso[];

/** Whether somebody with these rights can run the people of the shop. */
export function esDireccion(permisos: readonly Permiso[]): boolean {
  return DIRECCION.every((p) => permisos.includes(p));
}

/** What does not fit together in a role, by field; empty when it does. */
export function faltasDeRol({ permisos, soloPropias, topes }: Hechura): Record<string, string> {
  const tiene = new Set<string>(permisos);
  const faltas: Record<string, string> = {};
  if (soloPropias.some((p) => !tiene.has(p))) {
    faltas.solo_propias = 'Solo se limita a sus sucursales un derecho que el rol tiene.';
  }
  if (soloPropias.includes('sucursal:todas')) {
    faltas.solo_propias = 'Trabajar en todas las sucursales no se limita a las propias.';
  }
  for (const p of Object.keys(topes)) {
    if (!tiene.has(p)) faltas[`topes.${p}`] = 'Solo tiene límite un derecho que el rol tiene.';
  }
  return faltas;
}

/** The names of what rights are about, in the order of the screen. */
const COSAS: Record<string, string> = {
  venta: 'Ventas',
  caja: 'Cajas',
  producto: 'Productos y existencias',
  usuario: 'Personas',
  rol: 'Roles',
  aprobacion: 'Aprobaciones',
  auditoria: 'Auditoría',
  correo: 'Correo',
  whatsapp: 'WhatsApp',
  sucursal: 'Sucursales',
};

/** All rights by what they are about, as the screen of a role lists them. */
export function permisosPorCosa(): { cosa: string; titulo: string; permisos: Permiso[] }[] {
  const todos = Object.keys(PERMISOS) as Permiso[];
  const cosas = [...new Set(todos.map((p) => p.split(':')[0] ?? p))];
  return cosas.map((cosa) => ({
    cosa,
    titulo: COSAS[cosa] ?? cosa,
    permisos: todos.filter((p) => p.startsWith(`${cosa}:`)),
  }));
}

/** Whether a right admits a cap. */
export function admiteTope(permiso: Permiso): permiso is PermisoConTope {
  return permiso in TOPES;
}
