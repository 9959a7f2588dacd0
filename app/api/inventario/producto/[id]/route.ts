import { defineRoute } from '@/lib/action/define-route';
import { editarProducto } from '@/lib/producto/editar';
import { eliminarProducto } from '@/lib/producto/eliminar';
import { leerProducto } from '@/lib/producto/queries';

export const GET = defineRoute({ run: leerProducto });
export const PATCH = defineRoute({ run: editarProducto });
export const DELETE = defineRoute({ run: eliminarProducto });
