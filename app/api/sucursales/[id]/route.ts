import { defineRoute } from '@/lib/action/define-route';
import { editarSucursal } from '@/lib/sucursal/editar';
import { eliminarSucursal } from '@/lib/sucursal/eliminar';
import { leerSucursal } from '@/lib/sucursal/queries';

export const GET = defineRoute({ run: leerSucursal });
export const PATCH = defineRoute({ run: editarSucursal });
export const DELETE = defineRoute({ run: eliminarSucursal });
