import { personasDeAuditoria } from '@/lib/auditoria/queries';
import { puede } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { listarSucursales } from '@/lib/sucursal/queries';

/** The people and branches that the trail can be filtered by, as choices. Throws PermisoError. */
export async function opcionesDe(ctx: Context) {
  const [personas, sucursales] = await Promise.all([personasDeAuditoria(ctx), listarSucursales(ctx)]);
  return {
    personas: [...personas.map((p) => ({ valor: String(p.id), nombre: p.nombre })), { valor: '0', nombre: 'Sistema' }],
    sucursales: puede(ctx, 'sucursal:todas') ? sucursales.map(({ id, nombre }) => ({ id, nombre })) : [],
  };
}
