import { defineRoute } from '@/lib/action/define-route';
import { cerrarSesionAcceso } from '@/lib/usuario/cerrar-sesion';

export const DELETE = defineRoute({ run: cerrarSesionAcceso });
