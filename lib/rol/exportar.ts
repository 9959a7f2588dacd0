import { exportList } from '@/lib/action/export-list';
import { listarRolesDetallados } from './queries';

/** GET /roles: each with the names of what it allows. */
export const rolesExportables = exportList(listarRolesDetallados, {
  nombre: 'roles',
  columnas: [
    ['Rol', (r) => r.nombre],
    ['Qué hace', (r) => r.descripcion],
    ['Derechos', (r) => r.permisos.join(', ')],
    ['Solo en lo propio', (r) => r.solo_propias.join(', ') || null],
    ['Personas', (r) => r.personas],
    ['Del producto', (r) => (r.de_fabrica ? 'sí' : 'no')],
  ],
});
