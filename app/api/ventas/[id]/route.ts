import { defineRoute } from '@/lib/action/define-route';
import { editarVenta } from '@/lib/venta/editar';
import { eliminarVenta } from '@/lib/venta/eliminar';
import { leerVenta } from '@/lib/venta/queries';

export const GET = defineRoute({ run: leerVenta });
export const PATCH = defineRoute({ run: editarVenta });
export const DELETE = defineRoute({ run: eliminarVenta });
