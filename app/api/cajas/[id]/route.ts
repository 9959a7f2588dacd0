import { defineRoute } from '@/lib/action/define-route';
import { editarCaja } from '@/lib/caja/editar';
import { eliminarCaja } from '@/lib/caja/eliminar';
import { leerCaja } from '@/lib/caja/queries';

export const GET = defineRoute({ run: leerCaja });
export const PATCH = defineRoute({ run: editarCaja });
export const DELETE = defineRoute({ run: eliminarCaja });
