import { metricasDeLaBase } from '@/lib/metricas/base';
import { metricasHttp } from '@/lib/metricas/http';
import { permisoDeMetricas } from '@/lib/metricas/permitir';
import { metricasDelProceso } from '@/lib/metricas/proceso';

export const dynamic = 'force-dynamic';

/** GET /api/metricas, for a Prometheus: 404 unless METRICAS_TOKEN is set, 401 without it as Bearer. */
export async function GET(req: Request): Promise<Response> {
  const permiso = permisoDeMetricas(req.headers);
  if (permiso === 'no_hay') return new Response(null, { status: 404 });
  if (permiso === 'no') return new Response(null, { status: 401, headers: { 'www-authenticate': 'Bearer' } });
  const texto = [metricasDelProceso(), metricasHttp(), await metricasDeLaBase()].join('');
  const headers = { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' };
  return new Response(texto, { headers });
}
