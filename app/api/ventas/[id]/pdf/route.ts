import { defineRoute } from '@/lib/action/define-route';
import type { Context } from '@/lib/context';
import { env } from '@/lib/env';
import { pdfDeRecibo } from '@/lib/pdf/recibo-a4';
import { copiaA4 } from '@/lib/recibo/copia-a4';

/** Each time it is asked for is one more copy, and is noted. */
async function reciboEnPdf(ctx: Context, raw: unknown): Promise<Response> {
  const recibo = await copiaA4(ctx, raw, env().AUTH_URL ?? null);
  const pdf = await pdfDeRecibo(recibo);
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="recibo-${recibo.folio.replace(/[^\w-]/g, '_')}.pdf"`,
    },
  });
}

export const GET = defineRoute({ run: reciboEnPdf });
