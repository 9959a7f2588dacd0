import { defineRoute } from '@/lib/action/define-route';
import { cierreDeSesion } from '@/lib/caja/queries-cierre';
import type { Context } from '@/lib/context';
import { pdfDeArqueo } from '@/lib/pdf/arqueo';

/** The arqueo of a closed session, drawn on the server. */
async function arqueoEnPdf(ctx: Context, raw: unknown): Promise<Response> {
  const cierre = await cierreDeSesion(ctx, raw);
  const pdf = await pdfDeArqueo(cierre);
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="arqueo-${cierre.sesion.id}.pdf"`,
    },
  });
}

export const GET = defineRoute({ run: arqueoEnPdf });
