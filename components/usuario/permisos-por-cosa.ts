import { PERMISOS, type Permiso } from '@/lib/auth/permisos';
import { type PermisoConTope, TOPES } from '@/lib/auth/topes';

/** The names of what rights are about, in the order of the screen. */
const COSAS: Record<string, string> = {
  venta: 'Ventas',
  caja: 'Cajas',
  producto: 'Productos y existencias',
  cliente: 'Clientes',
  inventario: 'Inventario',
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
