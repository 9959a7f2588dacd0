import { preflight } from '@/lib/action/cors';
import { defineRoute } from '@/lib/action/define-route';
import { oirEventos } from '@/lib/realtime/oir';

export const dynamic = 'force-dynamic';

export const GET = defineRoute({ run: oirEventos });
/** Whether the server is there and this sign-in still good, without opening a stream. */
export const HEAD = defineRoute({ run: () => new Response(null, { status: 204 }) });
export const OPTIONS = preflight;
