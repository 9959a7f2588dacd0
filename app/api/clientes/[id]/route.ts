import { defineRoute } from '@/lib/action/define-route';
import { editarCliente } from '@/lib/cliente/editar';
import { eliminarCliente } from '@/lib/cliente/eliminar';
import { leerCliente } from '@/lib/cliente/queries';

export const GET = defineRoute({ run: leerCliente });
export const PATCH = defineRoute({ run: editarCliente });
export const DELETE = defineRoute({ run: eliminarCliente });
