import { defineRoute } from '@/lib/action/define-route';
import { cerrarSesionesAcceso } from '@/lib/usuario/cerrar-sesiones';
import { listarSesionesAcceso } from '@/lib/usuario/queries';

export const GET = defineRoute({ run: listarSesionesAcceso });
export const DELETE = defineRoute({ run: cerrarSesionesAcceso });
