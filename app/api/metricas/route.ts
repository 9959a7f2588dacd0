import { errorEnvelope } from '@/lib/action/error-envelope';
import { refusalOf } from '@/lib/action/refusal';
import { apiHeaders } from '@/lib/action/security-headers';
import { type AppError, NoAutenticadoError, NoEncontradoError } from '@/lib/errors';
import { metricasDeLaBase } from '@/lib/metricas/base';
import { metricasHttp } from '@/lib/metricas/http';
import { permisoDeMetricas } from '@/lib/metricas/permitir';
import { metricasDelProceso } from '@/lib/metricas/proceso';

export const dynamic = 'force-dynamic';

/** GET /api/metricas, for a Prometheus: 404 unless METRICAS_TOKEN is set, 401 without it as Bearer. */
export async function GET(req: Request): Promise<Response> {
  const permiso = permisoDeMetricas(req.headers);
  if (permiso === 'no_hay') return rechazo(req, new NoEncontradoError('Este servidor no publica métricas.'));
  if (permiso === 'no') return rechazo(req, new NoAutenticadoError('Falta el token de las métricas.'));
  const texto = [metricasDelProceso(), metricasHttp(), await metricasDeLaBase()].join('');
  const headers = { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', ...apiHeaders() };
  return new Response(texto, { headers });
}

function rechazo(req: Request, error: AppError): Response {
  const { pathname } = new URL(req.url);
  const refusal = refusalOf(error, { requestId: 'metricas', donde: pathname });
  const headers = { ...apiHeaders(), ...(refusal.status === 401 && { 'www-authenticate': 'Bearer' }) };
  return Response.json(errorEnvelope(refusal, pathname), { status: refusal.status, headers });
}
