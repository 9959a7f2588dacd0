import { defineRoute } from '@/lib/action/define-route';
import { listOrStream } from '@/lib/action/stream-list';
import { crearProducto } from '@/lib/producto/crear';
import { listarProductos } from '@/lib/producto/queries';

export const POST = defineRoute({ run: crearProducto, status: 201 });
export const GET = defineRoute({ run: listOrStream(listarProductos) });
