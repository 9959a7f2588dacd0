import { defineRoute } from '@/lib/action/define-route';
import { editarRol } from '@/lib/usuario/editar-rol';
import { eliminarRol } from '@/lib/usuario/eliminar-rol';
import { leerRol } from '@/lib/usuario/roles';

export const GET = defineRoute({ run: leerRol });
export const PATCH = defineRoute({ run: editarRol });
export const DELETE = defineRoute({ run: eliminarRol });
