import { apiHeaders } from '@/lib/action/security-headers';
import { baseResponde } from '@/lib/health';
import paquete from '@/package.json';

export const dynamic = 'force-dynamic';

/** GET /api/salud, public: 200 while the shop can work, 503 when the database does not answer. */
export async function GET(): Promise<Response> {
  const base = await baseResponde();
  const cuerpo = { estado: base ? 'ok' : 'sin_base', version: paquete.version, base: base ? 'ok' : 'no_responde' };
  return Response.json(cuerpo, { status: base ? 200 : 503, headers: apiHeaders() });
}
