import { defineRoute } from '@/lib/action/define-route';
import { crearRol } from '@/lib/usuario/crear-rol';
import { listarRolesDetallados } from '@/lib/usuario/roles';

export const GET = defineRoute({ run: listarRolesDetallados });
export const POST = defineRoute({ run: crearRol, status: 201 });
