import { defineRoute } from '@/lib/action/define-route';
import { listOrStream } from '@/lib/action/stream-list';
import { cobrarVenta } from '@/lib/venta/cobrar';
import { listarVentas } from '@/lib/venta/queries';

export const POST = defineRoute({ run: cobrarVenta, status: 201 });
export const GET = defineRoute({ run: listOrStream(listarVentas) });
