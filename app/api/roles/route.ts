import { defineRoute } from '@/lib/action/define-route';
import { crearRol } from '@/lib/rol/crear';
import { listarRolesDetallados } from '@/lib/rol/queries';

export const GET = defineRoute({ run: listarRolesDetallados });
export const POST = defineRoute({ run: crearRol, status: 201 });
