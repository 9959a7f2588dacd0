import { conPlazo } from '@/lib/action/deadline';
import { refusalOf } from '@/lib/action/refusal';
import { transportSecurity } from '@/lib/action/security-headers';
import { requestFacts } from '@/lib/auth/request';
import { leerReciboPublico } from '@/lib/recibo/queries';
import { paginaDeRecibo, paginaSinRecibo } from './pagina';

/**
 * What every answer of the public receipt carries: no script at all and no place to send anything to, kept by nobody, in no
 * index, and an address that goes to no other site.
 */
const CABECERAS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

export const dynamic = 'force-dynamic';

/** The page of a receipt, for whoever has its address: nobody signs in. Never throws. */
export async function GET(req: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params;
  const hechos = requestFacts(req.headers);
  try {
    return pagina(200, paginaDeRecibo(await conPlazo(() => leerReciboPublico(hechos, token))));
  } catch (error) {
    const { status, message, reintentarEnS } = refusalOf(error, { requestId: hechos.requestId, donde: 'GET /r' });
    const frase = typeof message === 'string' ? message : message.join(' ');
    if (status === 404) {
      return pagina(
        404,
        paginaSinRecibo('No hay un recibo aquí', 'El enlace no es de ningún ticket. Revise el código del papel.'),
      );
    }
    const titulo = status === 429 ? 'Demasiados pedidos' : 'El recibo no se puede mostrar ahora';
    return pagina(status, paginaSinRecibo(titulo, frase), reintentarEnS);
  }
}

function pagina(status: number, html: string, reintentarEnS?: number): Response {
  const headers = new Headers({ ...CABECERAS, ...transportSecurity() });
  if (reintentarEnS) headers.set('retry-after', String(reintentarEnS));
  return new Response(html, { status, headers });
}
