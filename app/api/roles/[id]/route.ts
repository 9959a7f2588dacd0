import { defineRoute } from '@/lib/action/define-route';
import { editarRol } from '@/lib/rol/editar';
import { eliminarRol } from '@/lib/rol/eliminar';
import { leerRol } from '@/lib/rol/queries';

export const GET = defineRoute({ run: leerRol });
export const PATCH = defineRoute({ run: editarRol });
export const DELETE = defineRoute({ run: eliminarRol });
