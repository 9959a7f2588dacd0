import { preflight } from '@/lib/action/cors';
import { defineRoute } from '@/lib/action/define-route';
import { baseResponde } from '@/lib/health';
import { oirEventos } from '@/lib/realtime/oir';

export const dynamic = 'force-dynamic';

export const GET = defineRoute({ run: oirEventos, durante: ['bloqueada'] });
/** Whether the server and its database are there and this sign-in still good, without opening a stream. */
export const HEAD = defineRoute({
  run: async () => new Response(null, { status: (await baseResponde()) ? 204 : 503 }),
  durante: ['bloqueada'],
});
export const OPTIONS = preflight;
