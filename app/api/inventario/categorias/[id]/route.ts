import { defineRoute } from '@/lib/action/define-route';
import { editarCategoria } from '@/lib/producto/editar-categoria';
import { eliminarCategoria } from '@/lib/producto/eliminar-categoria';
import { leerCategoria } from '@/lib/producto/queries';

export const GET = defineRoute({ run: leerCategoria });
export const PATCH = defineRoute({ run: editarCategoria });
export const DELETE = defineRoute({ run: eliminarCategoria });
