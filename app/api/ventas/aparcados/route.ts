import { defineRoute } from '@/lib/action/define-route';
import { listOrStream } from '@/lib/action/stream-list';
import { aparcarTicket } from '@/lib/venta/aparcar';
import { listarAparcados } from '@/lib/venta/queries';

export const POST = defineRoute({ run: aparcarTicket, status: 201 });
export const GET = defineRoute({ run: listOrStream(listarAparcados) });
